import type { Target } from '../model/sheet.ts';
import {
  byNo,
  type DraftTarget,
  emptied,
  emptyLike,
  formNoOf,
  freshNo,
  numbered,
} from './draft-target.ts';
import { pairTargets } from './pair-targets.ts';
import { isPending } from './pending.ts';
import { fieldsOf, same, type TargetField } from './same.ts';
import { addsNothing, numbersOf, type TargetVersions, versionsOf } from './target-versions.ts';

/** A field of a target that was changed in the draft, and otherwise in the form. */
export interface TargetConflict {
  /** The target's number in the merged draft. */
  readonly no: number;
  readonly field: TargetField;
  readonly mine: Target[TargetField];
  readonly theirs: Target[TargetField];
}

export interface MergedTargets {
  readonly targets: readonly DraftTarget[];
  readonly taken: readonly Target[];
  readonly conflicts: readonly TargetConflict[];
}

/**
 * Brings a section's targets together; see `merge`. `pairs` tells by numbers which target of `taken`
 * is which of `now`.
 */
export function mergeTargets(
  draft: readonly DraftTarget[],
  taken: readonly Target[],
  now: readonly Target[],
  pairs = pairTargets(taken, now),
): MergedTargets {
  const versions = [...numbersOf(versionsOf(draft, taken, now, pairs))];
  const conflicts: TargetConflict[] = [];
  const takenNow = new Map(now.map((target) => [target.no, target]));
  const used = new Set(takenNow.keys());
  const fresh = freshNo([...draft, ...taken]);
  const targets = versions.map(([version, no]) => {
    const { target, unsettled } = mergeFields(version, no);
    conflicts.push(...unsettled);
    const wanted = [formNoOf(version.own ?? target), no].find((each) => !used.has(each));
    const takenNo = version.is?.no ?? wanted ?? Math.max(...used, fresh) + 1;
    used.add(takenNo);
    if (unsettled.length > 0) takenNow.set(takenNo, asBefore(version, takenNo, unsettled));
    return numbered(target, no, takenNo);
  });
  return {
    targets: targets.sort(byNo),
    taken: [...takenNow.values()].sort(byNo),
    conflicts: conflicts.sort(byNo),
  };
}

/** Field by field: what was changed on one side alone is taken from there; what was changed on both stays as it is in the draft, unsettled. */
function mergeFields(
  { own, was, is }: TargetVersions,
  no: number,
): { readonly target: DraftTarget; readonly unsettled: readonly TargetConflict[] } {
  if (!own) return { target: is ?? { no }, unsettled: [] };
  // A target that was taken out of the form says nothing there any more.
  const there = is ?? (was ? emptied(was) : { no });
  const isTakenOut = was && isPending(there) && !isPending(was) && !addsNothing(own, was);
  const target: Record<string, unknown> = { ...own };
  const unsettled: TargetConflict[] = [];
  // A field without a place in the form says nothing of what is in the draft.
  for (const field of fieldsOf(there)) {
    const [mine, old, theirs] = [own[field], was?.[field], there[field]];
    const changedThere = !same(old, theirs);
    const isOpen = changedThere && !same(mine, theirs);
    if (!(field in own)) {
      if (changedThere || !(was && field in was)) target[field] = theirs;
    } else if (isTakenOut && same(mine, old)) {
      // What was written here of the target belongs to it: it does not go without a question.
      if (isOpen && field === 'target') unsettled.push({ no, field, mine, theirs });
    } else if (isEqual(mine, old) || (changedThere && same(mine, old))) target[field] = theirs;
    else if (isOpen) unsettled.push({ no, field, mine, theirs });
  }
  return { target: target as unknown as DraftTarget, unsettled };
}

const isEqual = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

/** What the form says now, but of what is unsettled what it said before: so it comes up again until it is settled. */
function asBefore(
  { was, is }: TargetVersions,
  no: number,
  unsettled: readonly TargetConflict[],
): Target {
  const now = is ?? emptied(was ?? { no });
  const old = unsettled.map(({ field, theirs }) => [field, was?.[field] ?? emptyLike(theirs)]);
  return { ...now, ...Object.fromEntries(old), no };
}
