import { batch, computed, signal } from '@preact/signals';
import { builtInRef } from '../../core/catalog/built-in.ts';
import type { StandardId } from '../../core/catalog/catalog.ts';
import type { ProblemCode } from '../../core/result.ts';
import { type AnswerChange, answer } from '../../core/review/answering.ts';
import { reopen } from '../../core/review/completion.ts';
import type { Answer, Review } from '../../core/review/review.ts';
import { announce } from './broadcast.ts';
import { causeOf } from './cause.ts';
import { record, type Writing } from './journal.ts';
import { type Change, type Conflict, drafts, pending, stored, storedOthers } from './pending.ts';
import { Refusal } from './refusal.ts';
import type { ReviewRow } from './schema.ts';
import { scheduleCopy } from './second-copy.ts';
import { database, foundWhole, user } from './session.ts';

/** Saving the review at hand, one change at a time. */

/** Why the last save failed: a problem of the review, or the browser's own name for the error (`QuotaExceededError`). */
const failure = signal<ProblemCode | (string & {}) | null>(null);
/** Epoch milliseconds. */
const savedAt = signal<number | null>(null);

/** Whether something beside the review is on its way to the disk. */
const savingBeside = signal(false);

export function markSaving(): void {
  savingBeside.value = true;
}

/** For what is saved beside the review: the page says 保存済み for it too. */
export function markSaved(): void {
  batch(() => {
    savingBeside.value = false;
    savedAt.value = Date.now();
  });
}

export type SavingState =
  | { readonly state: 'idle' | 'saving' }
  | { readonly state: 'saved'; readonly at: number }
  | { readonly state: 'failed'; readonly cause: string };

export const saving = computed<SavingState>(() => {
  if (failure.value) return { state: 'failed', cause: failure.value };
  if (pending.value.length || Object.keys(drafts.value).length || savingBeside.value) {
    return { state: 'saving' };
  }
  return savedAt.value ? { state: 'saved', at: savedAt.value } : { state: 'idle' };
});

/** What this page has written over without having seen it, by item, until the person has looked at it. */
export const conflicts = signal<readonly Conflict[]>([]);

export function settleConflict(conflict: Conflict): void {
  conflicts.value = conflicts.value.filter((other) => other !== conflict);
}

/** Numbers of the store's order that this page has written. */
const ownWrites = new Set<number>();

let drain: Promise<void> | undefined;

/** Shows a change at once and saves it after those before it; resolves when all are on the disk or one has failed (see `saving`). */
export function commit(change: Change): Promise<void> {
  pending.value = [...pending.value, change];
  return saveAll();
}

/** Tries again what could not be saved. */
export const retry = (): Promise<void> => saveAll();

/** Another page finished the review while changes were on their way: takes it up again and saves them. */
export function reopenAndRetry(): Promise<void> {
  pending.value = [{ act: reopen }, ...pending.value];
  return saveAll();
}

/** Saves what is pending, oldest first: no change overtakes one that failed. */
function saveAll(): Promise<void> {
  drain ??= saveInTurn();
  return drain;
}

async function saveInTurn(): Promise<void> {
  await foundWhole;
  for (let next = pending.peek()[0]; next; next = pending.peek()[0]) {
    if (!(await save(next))) break;
  }
  drain = undefined;
}

/**
 * Answers, notes or clears an item. `seen` is the answer that was on the screen
 * when the person began: a different one on the disk is a conflict to show (F10).
 */
export function answerItem(
  standard: StandardId,
  change: AnswerChange,
  seen = stored.peek()?.answers[standard],
): Promise<void> {
  return commit({
    act: (review, moment) => answer(review, standard, change, moment),
    clash(review) {
      const theirs = review.answers[standard];
      if (!theirs || theirs.seq === seen?.seq || ownWrites.has(theirs.seq)) return null;
      return overwrites(change, theirs, seen) ? { standard, theirs } : null;
    },
  });
}

/** Whether a change replaces what was put there unseen: rating and note each for itself. */
function overwrites(change: AnswerChange, theirs: Answer, seen: Answer | undefined): boolean {
  const { rating, note } = change;
  return (
    (rating !== undefined &&
      theirs.rating !== (seen?.rating ?? null) &&
      theirs.rating !== rating) ||
    (note !== undefined && theirs.note !== (seen?.note ?? null) && theirs.note !== (note || null))
  );
}

/** Saves one change; false where it failed. */
async function save(change: Change): Promise<boolean> {
  try {
    const db = database();
    const { review, seq, clash } = await record(db, async (writing) => {
      const row = change.of ? await writing.getReview(change.of) : await rowAtHand(writing);
      if (!row) throw new Refusal('missing');
      const changed = change.act(row.review, writing.moment);
      if (!changed.ok) throw new Refusal(changed.problems[0]?.code ?? 'wrong-value');
      await writing.putReview({ ...row, review: changed.value });
      const { seq } = writing.moment;
      return { review: changed.value, seq, clash: change.clash?.(row.review) };
    });
    ownWrites.add(seq);
    batch(() => {
      if (change.of) replaceOther(review);
      else stored.value = review;
      pending.value = pending.value.filter((other) => other !== change);
      if (clash) conflicts.value = [...conflicts.value, clash];
      savedAt.value = Date.now();
      failure.value = null;
    });
    announce({ review: review.id });
    scheduleCopy(db);
    return true;
  } catch (error) {
    failure.value = causeOf(error);
    return false;
  }
}

/** Takes a newer state of one of the user's other reviews, if they are on the page. */
export function replaceOther(review: Review): void {
  const { value: known } = storedOthers;
  if (known) storedOthers.value = known.map((other) => (other.id === review.id ? review : other));
}

/** The row of the review at hand; begun here with the first answer, unless another page has just begun it. */
async function rowAtHand(writing: Writing): Promise<ReviewRow> {
  const owner = user.peek()?.id;
  const review = stored.peek();
  if (!owner || !review) throw new Refusal('missing');
  const { fiscalYear } = review;
  const row = review.id
    ? await writing.getReview(review.id)
    : await writing.findReview(owner, fiscalYear);
  if (row) return row;
  // Deleted on another page: nothing of theirs may come back.
  if (!(await writing.getUser(owner))) throw new Refusal('missing');
  const begun = review.id ? review : { ...review, id: crypto.randomUUID(), catalog: [builtInRef] };
  return { id: begun.id, user: owner, fiscalYear, review: begun };
}
