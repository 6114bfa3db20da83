import type { Sheet } from '../model/sheet.ts';
import { type DraftTarget, formNoOf, freshNo, numbered } from './draft-target.ts';
import { findSection } from './section-id.ts';

/** A draft as it is written and handed on: its targets under their numbers, and nothing of where they stood. */
export const plainSheet = (draft: Sheet): Sheet => ({
  ...draft,
  sections: draft.sections.map((section) => ({
    ...section,
    targets: section.targets.map((target) => numbered(target, target.no, target.no)),
  })),
});

/**
 * The form holds by now what was sent to it: what is written on here (`draft`, which may have changed
 * since) goes on from there. `sent` is the draft as it was then; `taken` is for the next `merge`.
 */
export function written(
  draft: Sheet,
  sent: Sheet,
): { readonly draft: Sheet; readonly taken: Sheet } {
  const sections = draft.sections.map((section) => ({
    ...section,
    targets: renumbered(section.targets, findSection(sent.sections, section)?.targets ?? [])
      .targets,
  }));
  return { draft: { ...draft, sections }, taken: plainSheet(sent) };
}

/**
 * Targets that know by `takenNo` under which number `others` have them, instead of what the form had.
 * Those that `others` do not have get a number that neither they nor `used` have; `added` tells what
 * they had before.
 */
export function renumbered(
  targets: readonly DraftTarget[],
  others: readonly DraftTarget[],
  used: readonly number[] = [],
): { readonly targets: readonly DraftTarget[]; readonly added: ReadonlyMap<number, number> } {
  const added = new Map<number, number>();
  const numbers = new Set([...used, ...others.map(({ no }) => no)]);
  const moved = targets.map((target) => {
    const other = others.find((each) => formNoOf(each) === formNoOf(target));
    const own = [formNoOf(target), target.no].find((no) => !numbers.has(no));
    const takenNo = other?.no ?? own ?? Math.max(...numbers, freshNo(targets) - 1) + 1;
    numbers.add(takenNo);
    if (!other) added.set(takenNo, formNoOf(target));
    return numbered(target, target.no, takenNo);
  });
  return { targets: moved, added };
}
