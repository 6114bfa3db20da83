import { batch, effect } from '@preact/signals';
import { builtInRef } from '../../../core/catalog/built-in.ts';
import type { StandardId } from '../../../core/catalog/catalog.ts';
import { type AnswerChange, answer } from '../../../core/review/answering.ts';
import { reopen } from '../../../core/review/completion.ts';
import type { Answer, Review } from '../../../core/review/review.ts';
import { hasUnsavedTexts, watchUnsavedTexts } from '../../../ui/kept-text.ts';
import { failureOf } from '../db/cause.ts';
import { Refusal } from '../db/refusal.ts';
import type { ReviewRow } from '../db/schema.ts';
import { record, type Writing } from '../db/write-transaction.ts';
import { scheduleCopy } from '../mirror/mirror.ts';
import type { Store } from '../store.ts';
import type { Change, Conflict } from './pending.ts';
import { type LeftAnswer, secondPlace } from './second-place.ts';
import { database } from './session.ts';

/** Saving the review at hand, one change at a time. */

/** For what is saved beside the review: the page says 保存済み for it too. */
export function markSaved(store: Store): void {
  store.savedAt.value = store.clock.now();
}

export function settleConflict(store: Store, conflict: Conflict): void {
  store.conflicts.value = store.conflicts.value.filter((other) => other !== conflict);
}

/** Tells of the notes of this page that another one has replaced, the first of each item. */
export function tellReplaced(store: Store, before: Review, after: Review): void {
  const told = new Set(store.conflicts.peek().map(({ standard }) => standard));
  const replaced = Object.entries(before.answers).filter(([standard, { note, seq }]) => {
    const now = after.answers[standard]?.note ?? '';
    // What was only written on is all there.
    return note && store.ownWrites.has(seq) && !now.includes(note) && !told.has(standard);
  });
  if (replaced.length === 0) return;
  const added = replaced.map(([standard, theirs]) => ({ standard, theirs, isReplaced: true }));
  store.conflicts.value = [...store.conflicts.peek(), ...added];
}

/** Shows a change at once and saves it after those before it; resolves when all are on the disk or one has failed (see `saving`), with whether this one is. */
export async function commit(store: Store, change: Change): Promise<boolean> {
  store.pending.value = [...store.pending.value, change];
  await saveAll(store);
  return !store.pending.peek().includes(change);
}

/** The same for what another place keeps meanwhile: resolves once the change is on the disk, be it after many tries. */
export function commitUntilSaved(store: Store, change: Change): Promise<true> {
  return new Promise((resolve) => {
    store.whenSaved.set(change, () => resolve(true));
    void commit(store, change);
  });
}

/** Tries again what could not be saved. */
export const retry = (store: Store): Promise<void> => saveAll(store);

/** Milliseconds after which what the disk refused is tried again by itself: someone may have made room. */
const nextTryMs = 3000;

/** What no further try changes: only the person can. */
const settled: ReadonlySet<string> = new Set(['review-completed', 'missing']);

/** Milliseconds that a save may take before leaving the page is asked about. */
const graceMs = 1000;

/** The same of a text: by then it has been tried, however steadily someone types. */
const longestTypingMs = 3000;

/** Follows what is typed, and tries again by itself what the disk has refused. */
export function keepSaving(store: Store): void {
  watchUnsavedTexts((isUnsaved) => {
    store.typing.value = isUnsaved;
  });
  effect(() => {
    const { value: failure } = store.failure;
    if (failure === null || settled.has(failure)) return;
    const trying = setInterval(() => void retry(store), nextTryMs);
    return () => clearInterval(trying);
  });
}

/** Has the browser ask before the page is left with something that the disk has not taken (F46). */
export function askBeforeLeaving(store: Store): void {
  let unsavedSince = Number.POSITIVE_INFINITY;
  effect(() => {
    if (store.pending.value.length === 0) unsavedSince = Number.POSITIVE_INFINITY;
    else unsavedSince = Math.min(unsavedSince, performance.now());
  });
  addEventListener('beforeunload', (event) => {
    const isLate = performance.now() - unsavedSince > graceMs;
    const isRefused = store.pending.peek().length > 0 && store.failure.peek() !== null;
    if (isLate || isRefused || hasUnsavedTexts(longestTypingMs)) event.preventDefault();
  });
}

/** Another page finished the review while changes were on their way: takes it up again and saves them. */
export function reopenAndRetry(store: Store): Promise<void> {
  store.pending.value = [{ act: reopen }, ...store.pending.value];
  return saveAll(store);
}

/** Saves what is pending, oldest first: no change overtakes one that failed. */
function saveAll(store: Store): Promise<void> {
  store.draining ??= saveInTurn(store);
  return store.draining;
}

async function saveInTurn(store: Store): Promise<void> {
  await store.foundWhole.promise;
  for (let next = store.pending.peek()[0]; next; next = store.pending.peek()[0]) {
    if (!(await save(store, next))) break;
  }
  store.draining = null;
}

/** Answers, notes or clears an item; a rating stands in the second place until it is on the disk. Resolves like `commit`. */
export function answerItem(
  store: Store,
  standard: StandardId,
  change: AnswerChange,
  seen = store.stored.peek()?.answers[standard],
): Promise<boolean> {
  const saving = answerChange(store, standard, change, seen);
  const owner = store.user.peek()?.id;
  const year = store.stored.peek()?.fiscalYear;
  const { rating } = change;
  if (rating !== undefined && owner !== undefined && year !== undefined) {
    const earlier = store.given.get(standard) ?? [];
    const left = secondPlace<LeftAnswer>(store, ['answer', owner, String(year), standard]);
    const known = store.stored.peek()?.answers[standard]?.rating ?? null;
    const value = { change, before: [known, ...earlier].map((each) => ({ rating: each })) };
    store.given.set(standard, [...earlier, rating]);
    left.put(value);
    store.whenSaved.set(saving, () => left.clear(value));
  }
  return commit(store, saving);
}

/** What an answer is for the queue. `seen` is the answer that was on the screen when the person began: a different one on the disk is a conflict to show (F10). */
export function answerChange(
  store: Store,
  standard: StandardId,
  change: AnswerChange,
  seen: Answer | undefined,
): Change {
  return {
    act: (review, moment) => answer(review, standard, change, moment),
    clash(review) {
      const theirs = review.answers[standard];
      if (!theirs || theirs.seq === seen?.seq || store.ownWrites.has(theirs.seq)) return null;
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
async function save(store: Store, change: Change): Promise<boolean> {
  try {
    const db = database(store);
    const { review, seq, clash } = await record(db, async (writing) => {
      const row = change.of ? await writing.getReview(change.of) : await rowAtHand(store, writing);
      if (!row) throw new Refusal('missing');
      const changed = change.act(row.review, writing.moment);
      if (!changed.ok) throw new Refusal(changed.problems[0]?.code ?? 'wrong-value');
      await writing.putReview({ ...row, review: changed.value });
      const { seq } = writing.moment;
      return { review: changed.value, seq, clash: change.clash?.(row.review) };
    });
    store.ownWrites.add(seq);
    batch(() => {
      if (change.of) replaceOther(store, review);
      else store.stored.value = review;
      store.pending.value = store.pending.value.filter((other) => other !== change);
      if (clash) store.conflicts.value = [...store.conflicts.value, clash];
      store.savedAt.value = store.clock.now();
      store.failure.value = null;
    });
    store.whenSaved.get(change)?.();
    store.broadcast.announce({ review: review.id });
    scheduleCopy(db);
    return true;
  } catch (error) {
    store.failure.value = await failureOf(store, error);
    return false;
  }
}

/** Takes a newer state of one of the user's other reviews, if they are on the page. */
export function replaceOther(store: Store, review: Review): void {
  const { value: known } = store.storedOthers;
  if (known)
    store.storedOthers.value = known.map((other) => (other.id === review.id ? review : other));
}

/** The row of the review at hand; begun here with the first answer, unless another page has just begun it. */
async function rowAtHand(store: Store, writing: Writing): Promise<ReviewRow> {
  const owner = store.user.peek()?.id;
  const review = store.stored.peek();
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
