import type { Environment } from '../db/environment.ts';
import type { DraftRow, Held, HeldRows, ReviewRow } from '../db/schema.ts';
import { rowHash } from './row-hash.ts';

/**
 * The third place: how many answers there are, in `localStorage`. It is tiny, and lies in files of
 * its own: Chromium keeps the database in `IndexedDB`, the second copy in `Local Extension Settings`
 * and this in `Local Storage`; Firefox in three databases of SQLite. So whatever becomes of the two
 * others, a loss can be told with its number (F49). On a served page the second copy lies here too.
 */
export interface AnswerCount {
  /** The store's counter when it was counted. */
  readonly seq: number;
  readonly held: HeldRows;
}

/** `hurt`: there is one, and it can't be read. */
export type FoundCount = AnswerCount | 'hurt' | null;

const key = 'furikaeri.count';

export function readCount({ storage }: Environment): FoundCount {
  try {
    const text = storage.local.getItem(key);
    return text === null ? null : (parsed(text) ?? 'hurt');
  } catch {
    return 'hurt'; // the place itself can't be read
  }
}

/** The store's counter that a count is of; 0 without one. */
export const seqOf = (count: FoundCount): number =>
  count === null || count === 'hurt' ? 0 : count.seq;

function parsed(text: string): AnswerCount | null {
  try {
    const { hash, count } = JSON.parse(text);
    return hash === rowHash(count) ? count : null;
  } catch {
    return null; // cut off in the middle
  }
}

/** Notes what the database holds by now, unless another page has noted something later. */
export function tellCount(environment: Environment, { seq, held }: AnswerCount): void {
  const known = readCount(environment);
  if (known !== null && known !== 'hurt' && known.seq > seq) return;
  const count: AnswerCount = { seq, held };
  try {
    environment.storage.local.setItem(key, JSON.stringify({ hash: rowHash(count), count }));
  } catch {
    // Full: the database and its copy are the places that count.
  }
}

export const heldIn = ({ user, fiscalYear, review }: ReviewRow): Held => ({
  user,
  fiscalYear,
  answers: Object.values(review.answers).filter(({ rating }) => rating !== null).length,
});

export const draftHeld = ({ user, draft }: DraftRow): Held => ({
  user,
  fiscalYear: draft.fiscalYear,
  answers: null,
});

export const heldOf = (reviews: readonly ReviewRow[], drafts: readonly DraftRow[]): HeldRows =>
  Object.fromEntries([
    ...reviews.map((row) => [row.id, heldIn(row)] as const),
    ...drafts.map((row) => [row.id, draftHeld(row)] as const),
  ]);
