import { signal } from '@preact/signals';
import { useState } from 'preact/hooks';
import type { Phase } from '../../core/sheet/coach.ts';
import { t } from '../../locales/t.ts';
import { Button, ButtonLink, Buttons } from '../../ui/button.tsx';
import { fiscalYearName } from '../../ui/fiscal-year.ts';
import { Notice } from '../../ui/notice.tsx';
import type { LastYearSheet } from '../../ui/sheet/last-year.tsx';
import { phaseNow } from '../../ui/sheet/phase.ts';
import { SectionForm } from '../../ui/sheet/section-form.tsx';
import { goTo } from '../excel/go-to.ts';
import { reading } from './at-hand.ts';
import type { Writing } from './bring-together.ts';
import { Clashes } from './clashes.tsx';
import { Frame } from './frame.tsx';
import { Outcome } from './outcome.tsx';
import { write } from './write.ts';
import { changePolicy, changeSection, writing } from './writing.ts';

/** The targets at the start of a 年度, the results at its end, and the button that puts them into the worksheet. */
export function WriteRoom() {
  const { value: own } = writing;
  if (own) return <Write own={own} />;
  return (
    <Frame
      title={t('pane.room-write')}
      footer={
        <Buttons>
          <ButtonLink kind="primary" href="#/found">
            {t('pane.toFound')}
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

function Write({ own: { worksheet, room, sheet, clashes } }: { own: Writing }) {
  const [phase, setPhase] = useState<Phase>(() => phaseNow(sheet, Date.now()));
  const section = sheet.sections[0]?.section ?? '';
  const year = sheet.fiscalYear === null ? '' : fiscalYearName(sheet.fiscalYear);
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
      <Outcome />
      {reading.value && reading.value.id !== worksheet.id && (
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
      <Clashes clashes={clashes} />
      <SectionForm
        sheet={sheet}
        phase={phase}
        onPhase={setPhase}
        has={(field) => room.fields.has(field)}
        onChange={changeSection}
        policySlots={room.policies}
        onPolicy={changePolicy}
        lastYear={lastYear.value}
        onLastYear={(last) => {
          lastYear.value = last;
        }}
        readLastYear={readLastYear}
      />
      <p>{t('pane.writeLead')}</p>
    </Frame>
  );
}
