import { batch, computed, effect, signal } from '@preact/signals';
import { builtInRef } from '../../../core/catalog/built-in.ts';
import type { StandardId } from '../../../core/catalog/catalog.ts';
import type { ProblemCode } from '../../../core/result.ts';
import { type AnswerChange, answer } from '../../../core/review/answering.ts';
import { reopen } from '../../../core/review/completion.ts';
import type { Answer, Rating, Review } from '../../../core/review/review.ts';
import { hasUnsavedTexts, watchUnsavedTexts } from '../../../ui/kept-text.ts';
import { failureOf } from '../db/cause.ts';
import { Refusal } from '../db/refusal.ts';
import type { ReviewRow } from '../db/schema.ts';
import { record, type Writing } from '../db/write-transaction.ts';
import { scheduleCopy } from '../mirror/mirror.ts';
import { announce } from './broadcast.ts';
import { type Change, type Conflict, drafts, pending, stored, storedOthers } from './pending.ts';
import { type LeftAnswer, secondPlace } from './second-place.ts';
import { database, foundWhole, user } from './session.ts';

/** Saving the review at hand, one change at a time. */

/** Why the last save failed: a problem of the review, or the browser's own name for the error (`QuotaExceededError`). */
const failure = signal<ProblemCode | (string & {}) | null>(null);
/** Epoch milliseconds. */
const savedAt = signal<number | null>(null);

/** Whether a text is being typed that the disk has not got yet. */
const typing = signal(false);
watchUnsavedTexts((isUnsaved) => {
  typing.value = isUnsaved;
});

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
  if (pending.value.length || Object.keys(drafts.value).length || typing.value) {
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

/** Tells of the notes of this page that another one has replaced, the first of each item. */
export function tellReplaced(before: Review, after: Review): void {
  const told = new Set(conflicts.peek().map(({ standard }) => standard));
  const replaced = Object.entries(before.answers).filter(([standard, { note, seq }]) => {
    const now = after.answers[standard]?.note ?? '';
    // What was only written on is all there.
    return note && ownWrites.has(seq) && !now.includes(note) && !told.has(standard);
  });
  if (replaced.length === 0) return;
  const added = replaced.map(([standard, theirs]) => ({ standard, theirs, isReplaced: true }));
  conflicts.value = [...conflicts.peek(), ...added];
}

let drain: Promise<void> | undefined;

/** Called once the change is on the disk. */
const whenSaved = new WeakMap<Change, () => void>();

/** Shows a change at once and saves it after those before it; resolves when all are on the disk or one has failed (see `saving`), with whether this one is. */
export async function commit(change: Change): Promise<boolean> {
  pending.value = [...pending.value, change];
  await saveAll();
  return !pending.peek().includes(change);
}

/** The same for what another place keeps meanwhile: resolves once the change is on the disk, be it after many tries. */
export function commitUntilSaved(change: Change): Promise<true> {
  return new Promise((resolve) => {
    whenSaved.set(change, () => resolve(true));
    void commit(change);
  });
}

/** Tries again what could not be saved. */
export const retry = (): Promise<void> => saveAll();

/** Milliseconds after which what the disk refused is tried again by itself: someone may have made room. */
const nextTryMs = 3000;

/** What no further try changes: only the person can. */
const settled: ReadonlySet<string> = new Set(['review-completed', 'missing']);

effect(() => {
  if (failure.value === null || settled.has(failure.value)) return;
  const trying = setInterval(() => void retry(), nextTryMs);
  return () => clearInterval(trying);
});

/** Milliseconds that a save may take before leaving the page is asked about. */
const graceMs = 1000;

/** The same of a text: by then it has been tried, however steadily someone types. */
const longestTypingMs = 3000;

let unsavedSince = Number.POSITIVE_INFINITY;
effect(() => {
  if (pending.value.length === 0) unsavedSince = Number.POSITIVE_INFINITY;
  else unsavedSince = Math.min(unsavedSince, performance.now());
});

/** Has the browser ask before the page is left with something that the disk has not taken (F46). */
export function askBeforeLeaving(): void {
  addEventListener('beforeunload', (event) => {
    const isLate = performance.now() - unsavedSince > graceMs;
    const isRefused = pending.peek().length > 0 && failure.peek() !== null;
    if (isLate || isRefused || hasUnsavedTexts(longestTypingMs)) event.preventDefault();
  });
}

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

/** Ratings that this page has given, by item: its own are no one else's. */
const given = new Map<StandardId, (Rating | null)[]>();

/** Answers, notes or clears an item; a rating stands in the second place until it is on the disk. Resolves like `commit`. */
export function answerItem(
  standard: StandardId,
  change: AnswerChange,
  seen = stored.peek()?.answers[standard],
): Promise<boolean> {
  const saving = answerChange(standard, change, seen);
  const owner = user.peek()?.id;
  const year = stored.peek()?.fiscalYear;
  const { rating } = change;
  if (rating !== undefined && owner !== undefined && year !== undefined) {
    const earlier = given.get(standard) ?? [];
    const left = secondPlace<LeftAnswer>(['answer', owner, String(year), standard]);
    const known = stored.peek()?.answers[standard]?.rating ?? null;
    const value = { change, before: [known, ...earlier].map((each) => ({ rating: each })) };
    given.set(standard, [...earlier, rating]);
    left.put(value);
    whenSaved.set(saving, () => left.clear(value));
  }
  return commit(saving);
}

/** What an answer is for the queue. `seen` is the answer that was on the screen when the person began: a different one on the disk is a conflict to show (F10). */
export function answerChange(
  standard: StandardId,
  change: AnswerChange,
  seen: Answer | undefined,
): Change {
  return {
    act: (review, moment) => answer(review, standard, change, moment),
    clash(review) {
      const theirs = review.answers[standard];
      if (!theirs || theirs.seq === seen?.seq || ownWrites.has(theirs.seq)) return null;
      return overwrites(change, theirs, seen) ? { standard, theirs } : null;
    },
  };
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
    whenSaved.get(change)?.();
    announce({ review: review.id });
    scheduleCopy(db);
    return true;
  } catch (error) {
    failure.value = await failureOf(error);
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
