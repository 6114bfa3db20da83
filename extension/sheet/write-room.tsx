import { useEffect } from 'preact/hooks';
import type { Sheet } from '../../core/sheet/sheet.ts';
import { t } from '../../locales/t.ts';
import { ButtonLink, Buttons } from '../../ui/button.tsx';
import { fiscalYearName } from '../../ui/fiscal-year.ts';
import { readLastYear } from '../../ui/sheet/read-last-year.ts';
import { SectionForm } from '../../ui/sheet/section-form.tsx';
import { policySlots } from '../../ui/sheet/waiting-targets.ts';
import { hasSections, located } from './at-hand.ts';
import { SheetFrame } from './frame.tsx';
import { lastYear, recallLastYear } from './last-year.ts';
import { changePolicy, changeSection, chosenPhase, phase, writing } from './writing.ts';

/** What is written for one section. */
export function WriteRoom() {
  const { value: sheet } = writing;
  return sheet && <Writing sheet={sheet} />;
}

function Writing({ sheet }: { sheet: Sheet }) {
  const { value: found } = located;
  const section = sheet.sections[0]?.section ?? '';
  const year = sheet.fiscalYear === null ? '' : fiscalYearName(sheet.fiscalYear);
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
        has={(field) =>
          found?.ok === true && found.value.sheets.some(({ fields }) => fields.has(field))
        }
        onChange={changeSection}
        policySlots={policySlots(found?.ok ? found.value.sheets : [])}
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
