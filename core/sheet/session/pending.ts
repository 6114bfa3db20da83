import { type SheetSection, type Target, usualTargets } from '../model/sheet.ts';
import { comparableText } from './clean-text.ts';

/** Targets that wait to be written: the form has a row for them, or the chief has added one. */

/** The fields in which something is told of a target. */
const texts = ['target', 'measures', 'midResult', 'result', 'countermeasure'] as const;

/** Whether nothing is told of a target yet; what it is linked to tells nothing. */
export const isPending = (target: Target): boolean =>
  texts.every((field) => comparableText(target[field] ?? '') === null);

/** A section's targets, and empty ones for the `rows` of its form that wait, up to the usual number. */
export function withPending(section: SheetSection, rows: number): SheetSection {
  const last = Math.max(1, Math.min(usualTargets, rows), ...section.targets.map(({ no }) => no));
  return {
    ...section,
    targets: Array.from({ length: last }, (_, index) => {
      const no = index + 1;
      return section.targets.find((each) => each.no === no) ?? { no, target: null, result: null };
    }),
  };
}

/** A section as it is to be written: without the empty targets for which the form has no row. */
export const withoutPending = (section: SheetSection, rows: number): SheetSection => ({
  ...section,
  targets: section.targets.filter((each) => each.no <= rows || !isPending(each)),
});
