import type { Problem } from '../../core/result.ts';
import { t } from '../../locales/t.ts';
import { Button, ButtonLink, Buttons } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { SheetProblems } from '../../ui/sheet/problems.tsx';
import { WhichSection } from '../../ui/sheet/which-section.tsx';
import type { Reading } from '../excel/reading.ts';
import { opened, readAgain, section } from './current-worksheet.ts';
import { FormFile } from './form-file.tsx';
import { NextActs } from './next-acts.tsx';
import { OtherSheets } from './other-sheets.tsx';
import { ReadingChoice } from './reading-choice.tsx';
import { keepSection } from './remembered-section.ts';

/** Why no form was found, and each way on. */
export function NotFound({ now, problems }: { now: Reading; problems: readonly Problem[] }) {
  const { value: found } = opened;
  const readings = found && 'readings' in found ? found.readings : [];
  const { name } = now.grid;
  const asksSection = problems.some(
    ({ code, at }) => code === 'section-unclear' && at.kind !== 'cell',
  );
  return (
    <>
      <Notice kind="warning" live="status" heading={headingOf(problems, readings.length)}>
        {problems.length > 0 && <SheetProblems problems={problems} />}
      </Notice>
      {asksSection && (
        <WhichSection
          onSection={(told) => {
            keepSection(now.grid, told);
            section.value = told;
          }}
        />
      )}
      {readings.length > 0 && <ReadingChoice readings={readings} />}
      <OtherSheets except={name} />
      <NextActs problems={problems} except={['teach', 'tell-section', 'choose-sheet']} />
      <p>{t('pane.teachLead')}</p>
      <Buttons>
        <ButtonLink kind={readings.length > 0 ? 'secondary' : 'primary'} href="#/form">
          {t('pane.teach')}
        </ButtonLink>
      </Buttons>
      <FormFile />
      <p>
        <Button kind="text" onClick={() => void readAgain()}>
          {t('pane.readAgain')}
        </Button>
      </p>
    </>
  );
}

function headingOf(problems: readonly Problem[], readings: number): string {
  if (readings > 0) return t('pane.severalReadings', { count: readings });
  const isOther = problems.some(({ code }) => code === 'no-table' || code === 'other-paper');
  return t(isOther ? 'pane.notSuchForm' : 'sheet.askHeading');
}
