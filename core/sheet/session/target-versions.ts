import type { Target } from '../model/sheet.ts';
import { type DraftTarget, formNoOf } from './draft-target.ts';
import { fieldsOf, same } from './same.ts';

/** The versions of one target: as the draft has it, as the form had it, and as the form has it now. */
export interface TargetVersions {
  readonly own?: DraftTarget | undefined;
  readonly was?: Target | undefined;
  readonly is?: Target | undefined;
}

/**
 * The versions of each target that is to be in the merged draft. Left out are those that were taken
 * out of the form while nothing was written of them in the draft, and those that the draft does not
 * speak of, as long as nothing happens to them. `pairs` tells which target was which, by numbers.
 */
export function versionsOf(
  draft: readonly DraftTarget[],
  taken: readonly Target[],
  now: readonly Target[],
  pairs: ReadonlyMap<number, number>,
): TargetVersions[] {
  const paired = new Set(pairs.values());
  const rest = new Set(now);
  const versions = draft.flatMap((own): TargetVersions[] => {
    const was = taken.find(({ no }) => no === formNoOf(own));
    // What both have added under one number is one target.
    const is = was
      ? now.find(({ no }) => no === pairs.get(was.no))
      : now.find(({ no }) => no === own.no && !paired.has(no));
    if (is) rest.delete(is);
    return was && !is && addsNothing(own, was) ? [] : [{ own, was, is }];
  });
  for (const is of rest) {
    const was = taken.find(({ no }) => pairs.get(no) === is.no);
    if (!was || !fieldsOf(is).every((field) => same(is[field], was[field]))) {
      versions.push({ was, is });
    }
  }
  return versions;
}

/** Whether a target tells nothing that it did not tell before. */
export const addsNothing = (one: Target, before: Target): boolean =>
  fieldsOf(one).every((field) => same(one[field], before[field]) || same(one[field], null));

/** The number of each: as in the form, unless the draft has moved its targets itself. */
export function numbersOf(
  versions: readonly TargetVersions[],
): ReadonlyMap<TargetVersions, number> {
  const movedHere = versions.some(({ own, was }) => own && was && own.no !== was.no);
  const sides = ({ own, is }: TargetVersions) => (movedHere ? [own, is] : [is, own]);
  const isSure = (version: TargetVersions) => sides(version)[0] !== undefined;
  const numbers = new Map<TargetVersions, number>();
  const used = new Set<number>();
  const all = [...versions.filter(isSure), ...versions.filter((version) => !isSure(version))];
  for (const version of all) {
    const wanted = sides(version).find((side) => side !== undefined)?.no ?? 0;
    const no = used.has(wanted) ? Math.max(...used) + 1 : wanted;
    used.add(no);
    numbers.set(version, no);
  }
  return numbers;
}
