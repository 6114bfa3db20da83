import { plainText } from '../model/cell-text.ts';
import type { SheetSection, Target } from '../model/sheet.ts';
import type { Phase } from '../session/phase.ts';
import type { PlacedText } from './rule.ts';

/** What a field of a target says, or null. */
export const said = (text: string | null | undefined): string | null => plainText(text ?? '');

/** All that a target promises: with its 具体的な取組, where the form asks for them apart (001 §5(3)); null without a target. */
export const promised = ({ target, measures }: Target): string | null =>
  said(target) && [said(target), said(measures)].filter(Boolean).join('\n');

/** How many targets a section has set. */
export const targetsSet = ({ targets }: SheetSection): number =>
  targets.filter(({ target }) => said(target) !== null).length;

/** The texts of a section that people will read: at the start its targets alone. */
export const textsOf = ({ section, targets }: SheetSection, phase: Phase): PlacedText[] =>
  targets.flatMap((one) =>
    (phase === 'end'
      ? (['target', 'result', 'countermeasure'] as const)
      : (['target'] as const)
    ).flatMap((field) => {
      const text = one[field];
      return text ? [{ place: { section, no: one.no, field }, text }] : [];
    }),
  );
