import type { ComponentChildren } from 'preact';
import type { Problem } from '../../core/result.ts';
import { type NextAct, nextActsOf } from '../../core/sheet/session/next-act.ts';
import { Buttons } from '../../ui/button.tsx';
import { actLink, actTick } from '../../ui/sheet/act-button.tsx';
import { SheetFile } from './sheet-file.tsx';

interface NextActsProps {
  problems: readonly Problem[];
  /** What leads on as well. */
  besides?: readonly NextAct[];
  /** What the view itself asks already. */
  except?: readonly NextAct[];
}

/** What can be pressed where problems have come up. */
export function NextActs({ problems, besides = [], except = [] }: NextActsProps) {
  const all = new Set([...nextActsOf(problems), ...besides]);
  const acts = [...all].filter((act) => !except.includes(act));
  const drawable = acts.filter((act) => act !== 'save-sheet');
  return (
    <>
      {drawable.length > 0 && <Buttons>{drawable.map((act) => drawn[act]())}</Buttons>}
      {acts.includes('save-sheet') && <SheetFile kind="secondary" />}
    </>
  );
}

const drawn: Readonly<Record<Exclude<NextAct, 'save-sheet'>, () => ComponentChildren>> = {
  'choose-file': actLink('choose-file', '#/'),
  teach: actLink('teach', '#/teach'),
  'choose-sheet': actLink('choose-sheet', '#/found'),
  'tell-section': actLink('tell-section', '#/found'),
  'choose-section': actLink('choose-section', '#/found'),
  write: actLink('write', '#/write'),
  replace: actTick('replace', 'replace'),
  wrap: actTick('wrap', 'wraps'),
};
