import type { ComponentChildren } from 'preact';
import type { Problem } from '../../core/result.ts';
import { type NextAct, nextActsOf } from '../../core/sheet/session/next-act.ts';
import { t } from '../../locales/t.ts';
import { Button, Buttons } from '../../ui/button.tsx';
import { actLink, actTick } from '../../ui/sheet/act-button.tsx';
import { goTo } from '../excel/go-to.ts';
import { readAgain, readings } from './current-worksheet.ts';
import { SaveSheet } from './save-sheet.tsx';

interface NextActsProps {
  problems: readonly Problem[];
  /** What the view itself asks already. */
  except?: readonly NextAct[];
}

/** What can be pressed where problems have come up. */
export function NextActs({ problems, except = [] }: NextActsProps) {
  const acts = nextActsOf(problems).filter((act) => !except.includes(act));
  return acts.length > 0 ? <Buttons>{acts.map((act) => drawn[act]())}</Buttons> : null;
}

const drawn: Readonly<Record<NextAct, () => ComponentChildren>> = {
  // The workbook is open in Excel: what is mended there is read anew.
  'choose-file': () => (
    <Button key="choose-file" onClick={() => void readAgain()}>
      {t('pane.readAgain')}
    </Button>
  ),
  teach: actLink('teach', '#/form'),
  'choose-sheet': () => <ChooseSheet key="choose-sheet" />,
  'tell-section': actLink('tell-section', '#/sheet'),
  'choose-section': actLink('choose-section', '#/sheet'),
  write: actLink('write', '#/write'),
  // In Excel what stands in a cell is shown in the pane, and always replaced.
  replace: actLink('write', '#/write'),
  wrap: actTick('wrap', 'wraps'),
  'save-sheet': () => <SaveSheet key="save-sheet" />,
};

const ChooseSheet = () => (
  <>
    {readings.value.map(({ id, grid: { name } }) => (
      <Button key={id} onClick={() => void goTo(id)}>
        {t('pane.openSheet', { sheet: name })}
      </Button>
    ))}
  </>
);
