import type { Target } from '../model/sheet.ts';
import { fieldsOf } from './same.ts';

/**
 * A target in a draft. Where it has been moved, `takenNo` is the number under which the form had it
 * when its texts were taken; a target that the form did not have then has a number that no other had.
 * So a text that changes in the form meanwhile finds the target it belongs to.
 */
export interface DraftTarget extends Target {
  readonly takenNo?: number;
}

export const formNoOf = (target: DraftTarget): number => target.takenNo ?? target.no;

/** A target under number `no`. */
export function numbered(target: DraftTarget, no: number, takenNo = formNoOf(target)): DraftTarget {
  const { takenNo: _, ...rest } = target;
  return takenNo === no ? { ...rest, no } : { ...rest, no, takenNo };
}

/** A number that no target has or had. */
export const freshNo = (targets: readonly DraftTarget[]): number =>
  Math.max(0, ...targets.flatMap((target) => [target.no, formNoOf(target)])) + 1;

export const byNo = (one: Target, other: Target): number => one.no - other.no;

/** A target that says nothing any more, in the same fields. */
export const emptied = (target: Target): Target => ({
  no: target.no,
  ...Object.fromEntries(fieldsOf(target).map((field) => [field, emptyLike(target[field])])),
});

/** What says nothing, of the same type. */
export const emptyLike = (value: unknown) =>
  Array.isArray(value) ? [] : typeof value === 'boolean' ? false : null;
