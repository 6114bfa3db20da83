import type { Sheet } from '../model/sheet.ts';
import { type DraftTarget, emptied, formNoOf, freshNo, numbered } from './draft-target.ts';
import { type Merged, mergeBy } from './merge.ts';
import { type MergedTargets, mergeTargets } from './merge-targets.ts';
import { renumbered } from './written.ts';

/**
 * Brings together what is written on two pages (F48): the draft here, as it was saved last as far as
 * this page knows (`saved`), and as another page has saved it since (`theirs`). As `merge`, but each
 * draft knows its targets by what the form had.
 */
export const mergeDrafts = (mine: Sheet, saved: Sheet, theirs: Sheet): Merged =>
  mergeBy(mergeDraftTargets, mine, saved, theirs);

function mergeDraftTargets(
  mine: readonly DraftTarget[],
  saved: readonly DraftTarget[],
  theirs: readonly DraftTarget[],
): MergedTargets {
  const of = (targets: readonly DraftTarget[], takenNo: number) =>
    targets.find((target) => formNoOf(target) === takenNo);
  // A key that a draft does not have any more was taken out with its text.
  const whole = theirs.map((target): DraftTarget => {
    const was = of(saved, formNoOf(target));
    return was ? { ...emptied(was), ...target } : target;
  });
  const pairs = new Map<number, number>();
  for (const was of saved) {
    const is = of(theirs, formNoOf(was));
    if (is) pairs.set(was.no, is.no);
  }
  // Their own numbers stand for the form's while they are brought together.
  const numbers = theirs.map(({ no }) => no);
  const { targets: own, added } = renumbered(mine, saved, numbers);
  const merged = mergeTargets(own, saved, whole, pairs);
  let fresh = freshNo([...mine, ...saved, ...theirs]);
  const inForm = (target: DraftTarget): number => {
    const other = theirs.find(({ no }) => no === formNoOf(target));
    if (other) return formNoOf(other);
    const takenNo = added.get(formNoOf(target));
    return takenNo !== undefined && !of(theirs, takenNo) ? takenNo : fresh++;
  };
  return {
    ...merged,
    targets: merged.targets.map((target) => numbered(target, target.no, inForm(target))),
  };
}
