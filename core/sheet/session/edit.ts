import type { SheetSection, Target } from '../model/sheet.ts';
import { byNo, type DraftTarget, emptied, formNoOf, freshNo, numbered } from './draft-target.ts';
import { isPending } from './pending.ts';

/** What a chief does to a section's targets. Their numbers are counted anew each time; texts go with their target. */

/** With one more target, empty, under the next number. */
export function addTarget(section: SheetSection): SheetSection {
  const no = Math.max(0, ...section.targets.map((target) => target.no)) + 1;
  const added = numbered({ no, target: null, result: null }, no, freshNo(section.targets));
  return { ...section, targets: [...section.targets, added] };
}

export const changeTarget = (
  section: SheetSection,
  no: number,
  part: Partial<Target>,
): SheetSection => ({
  ...section,
  targets: section.targets.map((one) => (one.no === no ? { ...one, ...part } : one)),
});

/** With target `no` one place up (-1) or down (1); the same where there is none to change places with. */
export function moveTarget(section: SheetSection, no: number, step: -1 | 1): SheetSection {
  const targets = [...section.targets].sort(byNo);
  const at = targets.findIndex((target) => target.no === no);
  const [one, other] = [targets[at], targets[at + step]];
  if (!one || !other) return section;
  return inPlaces(
    section,
    targets.map((target) => (target === one ? other : target === other ? one : target)),
  );
}

export interface Removal {
  readonly section: SheetSection;
  /** For `putBack`. */
  readonly removed: DraftTarget | null;
}

/**
 * Without target `no`; those below move up. Where the form had it (`taken`), the place that falls free
 * is the last one's, and stays there empty, so that it is cleared in the form too.
 */
export function removeTarget(
  section: SheetSection,
  no: number,
  taken: SheetSection | null,
): Removal {
  const targets: readonly DraftTarget[] = [...section.targets].sort(byNo);
  const removed = targets.find((target) => target.no === no);
  if (!removed) return { section, removed: null };
  const rest = targets.filter((target) => target !== removed);
  const wasInForm = taken?.targets.some((target) => target.no === formNoOf(removed));
  const left = wasInForm ? [{ ...emptied(removed), takenNo: formNoOf(removed) }] : [];
  return { section: inPlaces(section, [...rest, ...left]), removed };
}

/** With a target that was removed, under its old number again; those from there on move down. */
export function putBack(section: SheetSection, removed: DraftTarget): SheetSection {
  const targets: readonly DraftTarget[] = [...section.targets].sort(byNo);
  const same = targets.find((target) => formNoOf(target) === formNoOf(removed));
  const left = same && isPending(same) ? same : null;
  const rest = targets.filter((target) => target !== left);
  // Its place was written in since: it comes back as a new one.
  const back = same && !left ? { ...removed, takenNo: freshNo([...targets, removed]) } : removed;
  const at = rest.findIndex((target) => target.no >= removed.no);
  const last = Math.max(removed.no - 1, ...targets.map((target) => target.no));
  return inPlaces(
    { ...section, targets: [...targets, { no: last + 1 }] },
    rest.toSpliced(at < 0 ? rest.length : at, 0, back),
  );
}

/** Targets under the section's numbers, in order. */
function inPlaces(
  { targets, ...section }: SheetSection,
  all: readonly DraftTarget[],
): SheetSection {
  const numbers = targets.map(({ no }) => no).sort((one, other) => one - other);
  return {
    ...section,
    targets: all.map((target, index) => numbered(target, numbers[index] ?? target.no)),
  };
}
