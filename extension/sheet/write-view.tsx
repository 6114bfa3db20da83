import { useEffect } from 'preact/hooks';
import { joinsMeasures } from '../../core/sheet/fill/join-measures.ts';
import {
  listWithout,
  policyCapacity,
  targetCapacity,
} from '../../core/sheet/fill/text-capacity.ts';
import type { Sheet } from '../../core/sheet/model/sheet.ts';
import { placeOf, policySlots } from '../../core/sheet/session/waiting-targets.ts';
import { t } from '../../locales/t.ts';
import { ButtonLink, Buttons } from '../../ui/button.tsx';
import { fiscalYearName } from '../../ui/fiscal-year.ts';
import { listWordChoice } from '../../ui/sheet/list-word.tsx';
import { readLastYear } from '../../ui/sheet/read-last-year.ts';
import { SectionForm } from '../../ui/sheet/section-form.tsx';
import { hasSections, listWords, places } from './current-workbook.ts';
import { writing } from './draft.ts';
import { workbookTexts } from './draft-saving.ts';
import { SheetFrame } from './frame.tsx';
import { lastYear, recallLastYear } from './last-year.ts';
import { changePolicy, changeSection, chosenPhase, phase } from './writing.ts';

/** What is written for one section. */
export function WriteView() {
  const { value: sheet } = writing;
  return sheet && <Writing sheet={sheet} />;
}

function Writing({ sheet }: { sheet: Sheet }) {
  const { value: found } = places;
  const [own] = sheet.sections;
  const section = own?.section ?? '';
  const year = sheet.fiscalYear === null ? '' : fiscalYearName(sheet.fiscalYear);
  const place = found && own ? placeOf(found, own) : null;
  useEffect(() => void recallLastYear(sheet), [sheet.fiscalYear, section]);
  return (
    <SheetFrame
      title={t('sheet.writeTitle', { year, section })}
      back={{ href: '#/found', label: t('sheet.backToFound') }}
    >
      <p>{t('sheet.writeLead')}</p>
      <SectionForm
        sheet={sheet}
        phase={phase.value}
        onPhase={(chosen) => {
          chosenPhase.value = chosen;
        }}
        has={(field) => found?.fields.has(field) === true}
        appends={(field) => found?.form.append.includes(field) === true}
        capacity={(no, field) => (found && place ? targetCapacity(found, place, no, field) : null)}
        listWord={(no, field, text) => {
          const words = found && place && listWithout(found, place, no, field, text);
          return words ? listWordChoice(listWords, text, words) : null;
        }}
        joins={found !== null && joinsMeasures(found)}
        taken={workbookTexts().sections}
        onChange={changeSection}
        policyCapacity={(slot) => (found ? policyCapacity(found, slot) : null)}
        policySlots={found ? policySlots(found) : 0}
        onPolicy={changePolicy}
        lastYear={lastYear.value}
        onLastYear={(last) => {
          lastYear.value = last;
        }}
        readLastYear={readLastYear}
      />
      <Buttons>
        <ButtonLink kind="primary" href="#/check">
          {t('sheet.toCheck')}
        </ButtonLink>
        {hasSections.value && <ButtonLink href="#/found">{t('sheet.toOthers')}</ButtonLink>}
      </Buttons>
    </SheetFrame>
  );
}
