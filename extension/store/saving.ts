import { batch, computed, signal } from '@preact/signals';
import type { CatalogRef, StandardId } from '../../core/catalog/catalog.ts';
import type { ProblemCode } from '../../core/result.ts';
import { type AnswerChange, answer } from '../../core/review/answering.ts';
import type { Answer, Review } from '../../core/review/review.ts';
import { announce } from './broadcast.ts';
import { causeOf } from './cause.ts';
import type { ReviewRow } from './database.ts';
import { record, type Writing } from './journal.ts';
import { type Change, drafts, pending, stored, storedOthers } from './pending.ts';
import { Refusal } from './refusal.ts';
import { scheduleCopy } from './second-copy.ts';
import { database, user } from './session.ts';

/** Saving the review at hand, one change at a time. */

/** Why the last save failed: a problem of the review, or the browser's own name for the error (`QuotaExceededError`). */
const failure = signal<ProblemCode | (string & {}) | null>(null);
/** Epoch milliseconds. */
const savedAt = signal<number | null>(null);

/** For what is saved beside the review: the page says 保存済み for it too. */
export function markSaved(): void {
  savedAt.value = Date.now();
}

export type SavingState =
  | { readonly state: 'idle' | 'saving' }
  | { readonly state: 'saved'; readonly at: number }
  | { readonly state: 'failed'; readonly cause: string };

export const saving = computed<SavingState>(() => {
  if (failure.value) return { state: 'failed', cause: failure.value };
  if (pending.value.length || Object.keys(drafts.value).length) return { state: 'saving' };
  return savedAt.value ? { state: 'saved', at: savedAt.value } : { state: 'idle' };
});

/** Another page answered the same item meanwhile; this page's answer was saved on top of it. */
export interface Conflict {
  readonly standard: StandardId;
  readonly theirs: Answer;
}

export const conflict = signal<Conflict | null>(null);

/** Numbers of the store's order that this page has written. */
const ownWrites = new Set<number>();

/** Shows a change at once and saves it; resolves when it is on the disk or has failed (see `saving`). */
export function commit(change: Change): Promise<void> {
  pending.value = [...pending.value, change];
  return save(change);
}

/** Tries everything again that could not be saved. */
export async function retry(): Promise<void> {
  failure.value = null;
  for (const change of pending.value) await save(change);
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
    before(review) {
      const theirs = review.answers[standard];
      if (!theirs || theirs.seq === seen?.seq || ownWrites.has(theirs.seq)) return;
      if (overwrites(change, theirs)) conflict.value = { standard, theirs };
    },
  });
}

const overwrites = (change: AnswerChange, theirs: Answer): boolean =>
  (change.rating !== undefined && change.rating !== theirs.rating) ||
  (change.note !== undefined && (change.note || null) !== theirs.note);

async function save(change: Change): Promise<void> {
  try {
    const layers = await layersToBegin();
    const db = database();
    const review = await record(db, async (writing) => {
      const row = change.of ? await writing.getReview(change.of) : await rowAtHand(writing, layers);
      if (!row) throw new Refusal('missing');
      change.before?.(row.review);
      const changed = change.act(row.review, writing.moment);
      if (!changed.ok) throw new Refusal(changed.problems[0]?.code ?? 'wrong-value');
      await writing.putReview({ ...row, review: changed.value });
      ownWrites.add(writing.moment.seq);
      return changed.value;
    });
    batch(() => {
      if (change.of) replaceOther(review);
      else stored.value = review;
      pending.value = pending.value.filter((other) => other !== change);
      savedAt.value = Date.now();
    });
    announce({ review: review.id });
    scheduleCopy(db);
  } catch (error) {
    failure.value = causeOf(error);
  }
}

/** Takes a newer state of one of the user's other reviews, if they are on the page. */
export function replaceOther(review: Review): void {
  const { value: known } = storedOthers;
  if (known) storedOthers.value = known.map((other) => (other.id === review.id ? review : other));
}

let begun: Promise<readonly CatalogRef[]> | undefined;

/** What a review is answered against; needed only where it is begun. */
async function layersToBegin(): Promise<readonly CatalogRef[]> {
  if (stored.peek()?.id) return [];
  begun ??= import('./catalog-layers.ts').then(({ catalogLayers }) => catalogLayers());
  return begun;
}

/** The row of the review at hand; begun here with the first answer, unless another page has just begun it. */
async function rowAtHand(writing: Writing, catalog: readonly CatalogRef[]): Promise<ReviewRow> {
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
  const begun = review.id ? review : { ...review, id: crypto.randomUUID(), catalog };
  return { id: begun.id, user: owner, fiscalYear, review: begun };
}
