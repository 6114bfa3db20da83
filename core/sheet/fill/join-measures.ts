import type { Places } from '../form/places.ts';
import type { Sheet, Target } from '../model/sheet.ts';
import { comparableText } from '../session/clean-text.ts';
import { unknownColumn } from './unknown-column.ts';

/**
 * A sheet as a form with one place for 目標 and 具体的な取組 has it: what was written apart, for another
 * form, stands behind the target, so that the text at hand is the whole text of the cell. Where a column
 * that nobody has understood may be the place for it, it stays apart until that is settled.
 */
export function joinMeasures<S extends Sheet>(sheet: S, places: Places): S {
  if (!joinsMeasures(places)) return sheet;
  return {
    ...sheet,
    sections: sheet.sections.map((section) => ({
      ...section,
      targets: section.targets.map(joinedTarget),
    })),
  };
}

/** Whether a form has one place for both. */
export const joinsMeasures = (places: Places): boolean =>
  !places.fields.has('measures') &&
  !places.sections.some(({ targets }) => targets.some((row) => unknownColumn(places, row)));

/** A target with its measures behind it, once: a cell that was written so holds them already. */
export function joinedTarget<T extends Target>(target: T): T {
  const { measures, ...rest } = target;
  if (measures === undefined) return target;
  const [said, more] = [comparableText(target.target ?? ''), comparableText(measures ?? '')];
  const holds = more === null || said === more || said?.endsWith(`\n${more}`);
  const joined = holds ? target.target : [said, more].filter(Boolean).join('\n');
  return { ...rest, ...(joined !== undefined && { target: joined }) } as T;
}
