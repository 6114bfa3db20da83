import { signal } from '@preact/signals';
import { useState } from 'preact/hooks';
import { appendableFields } from '../../core/sheet/fill/append.ts';
import { joinsMeasures } from '../../core/sheet/fill/join-measures.ts';
import {
  listWithout,
  policyCapacity,
  targetCapacity,
} from '../../core/sheet/fill/text-capacity.ts';
import { type Phase, phaseOf } from '../../core/sheet/session/phase.ts';
import { placeOf, policySlots } from '../../core/sheet/session/waiting-targets.ts';
import { t } from '../../locales/t.ts';
import { Button, ButtonLink, Buttons } from '../../ui/button.tsx';
import { fiscalYearName } from '../../ui/fiscal-year.ts';
import { Notice } from '../../ui/notice.tsx';
import type { LastYearSheet } from '../../ui/sheet/last-year.tsx';
import { listWordChoice } from '../../ui/sheet/list-word.tsx';
import { SectionForm } from '../../ui/sheet/section-form.tsx';
import { goTo } from '../excel/go-to.ts';
import { Conflicts } from './conflicts.tsx';
import { type Session, session } from './current-session.ts';
import { appends, reading } from './current-worksheet.ts';
import { Frame } from './frame.tsx';
import { WriteOutcome } from './outcome.tsx';
import { changePolicy, changeSection } from './session.ts';
import { write } from './write.ts';
import { listWords } from './write-choices.ts';
import { WriteOptions } from './write-options.tsx';

/** The targets at the start of a 年度, the results at its end, and the button that puts them into the worksheet. */
export function WriteView() {
  const { value: own } = session;
  if (own) return <Write own={own} />;
  return (
    <Frame
      title={t('pane.view-write')}
      footer={
        <Buttons>
          <ButtonLink kind="primary" href="#/sheet">
            {t('pane.toSheet')}
          </ButtonLink>
        </Buttons>
      }
    >
      <p>{t('pane.noSection')}</p>
    </Frame>
  );
}

const lastYear = signal<LastYearSheet | null>(null);

/** Fetched when a file is chosen: the pane itself reads no files. */
const readLastYear = async (file: File) =>
  (await import('../../ui/sheet/read-last-year.ts')).readLastYear(file);

function Write({ own }: { own: Session }) {
  const { worksheets, places, draft, conflicts } = own;
  const [phase, setPhase] = useState<Phase>(() => phaseOf(draft, Date.now()));
  const [named] = draft.sections;
  const section = named?.section ?? '';
  const place = named ? placeOf(places, named) : null;
  const year = draft.fiscalYear === null ? '' : fiscalYearName(draft.fiscalYear);
  const [worksheet] = worksheets;
  const isInFront = worksheets.some(({ id }) => id === reading.value?.id);
  return (
    <Frame
      title={t('sheet.writeTitle', { year, section })}
      footer={
        <Buttons>
          <Button kind="primary" onClick={() => void write()}>
            {t('pane.write')}
          </Button>
        </Buttons>
      }
    >
      <WriteOutcome />
      {worksheet && reading.value && !isInFront && (
        <Notice
          kind="info"
          heading={t('pane.otherInFront', { sheet: worksheet.name })}
          actions={
            <Button onClick={() => void goTo(worksheet.id)}>
              {t('pane.openSheet', { sheet: worksheet.name })}
            </Button>
          }
        />
      )}
      <Conflicts conflicts={conflicts} />
      <SectionForm
        sheet={draft}
        phase={phase}
        onPhase={setPhase}
        has={(field) => places.fields.has(field)}
        appends={(field) => appends.value && appendableFields.includes(field)}
        capacity={(no, field) => (place ? targetCapacity(places, place, no, field) : null)}
        listWord={(no, field, text) => {
          const words = place && listWithout(places, place, no, field, text);
          return words ? listWordChoice(listWords, text, words) : null;
        }}
        joins={joinsMeasures(places)}
        taken={own.taken.sections}
        onChange={changeSection}
        policyCapacity={(slot) => policyCapacity(places, slot)}
        policySlots={policySlots(places)}
        onPolicy={changePolicy}
        lastYear={lastYear.value}
        onLastYear={(last) => {
          lastYear.value = last;
        }}
        readLastYear={readLastYear}
      />
      <WriteOptions own={own} />
      <p>{t('pane.writeLead')}</p>
    </Frame>
  );
}
