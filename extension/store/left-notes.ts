import type { StandardId } from '../../core/catalog/catalog.ts';
import type { Answer } from '../../core/review/review.ts';
import { stored } from './pending.ts';
import { answerItem, saving } from './saving.ts';
import { user } from './session.ts';

/**
 * A second place for the notes being typed, until the database has them. When the page goes down
 * with its extension (F12) the browser lets no write to the database end; what `localStorage` was
 * given before that is there afterwards. One list for each person, shared by all pages.
 */
interface LeftNote {
  readonly fiscalYear: number;
  readonly standard: StandardId;
  readonly text: string;
  /** What the database holds of this note if nobody else has changed it since. */
  readonly before: readonly (string | null)[];
}

/** For `answerItem`: begun when there was no answer, so that any other than the page's own clashes. */
export const unanswered: Answer = { rating: null, note: null, seq: 0, at: '' };

const keyOf = (owner: string): string => `furikaeri.left.${owner}`;

export function leaveNote(
  standard: StandardId,
  { text, before }: Pick<LeftNote, 'text' | 'before'>,
): void {
  const owner = user.peek()?.id;
  const fiscalYear = stored.peek()?.fiscalYear;
  if (owner === undefined || fiscalYear === undefined) return;
  const others = leftNotes(owner).filter(
    (left) => left.standard !== standard || left.fiscalYear !== fiscalYear,
  );
  keep(owner, [...others, { fiscalYear, standard, text, before }]);
}

/** Lets go of the notes that are on the disk as they were left; of the same item, another page may have left more. */
export function forgetSavedNotes(saved: ReadonlyMap<StandardId, string>): void {
  const owner = user.peek()?.id;
  const fiscalYear = stored.peek()?.fiscalYear;
  if (owner === undefined || fiscalYear === undefined || saved.size === 0) return;
  keep(
    owner,
    leftNotes(owner).filter(
      (left) => left.fiscalYear !== fiscalYear || left.text !== saved.get(left.standard),
    ),
  );
}

/** Lets go of all that a person has left, saved or not. */
export function forgetLeftNotes(owner: string): void {
  localStorage.removeItem(keyOf(owner));
}

/**
 * Saves what was left of the review at hand. A note that someone has changed since clashes, and the
 * page says so (F10). What can't be saved stays left: of a finished review, until it is reopened.
 */
export async function takeUpLeftNotes(): Promise<void> {
  const owner = user.peek()?.id;
  const review = stored.peek();
  if (owner === undefined || review?.state !== 'open') return;
  for (const { fiscalYear, standard, text, before } of leftNotes(owner)) {
    if (fiscalYear !== review.fiscalYear) continue;
    const known = stored.peek()?.answers[standard] ?? unanswered;
    if (known.note !== (text || null)) {
      const seen = before.includes(known.note) ? known : unanswered;
      await answerItem(standard, { note: text }, seen);
      if (saving.peek().state === 'failed') return;
    }
    forgetSavedNotes(new Map([[standard, text]]));
  }
}

function leftNotes(owner: string): readonly LeftNote[] {
  try {
    return JSON.parse(localStorage.getItem(keyOf(owner)) ?? '[]');
  } catch {
    return []; // cut off in the middle
  }
}

function keep(owner: string, notes: readonly LeftNote[]): void {
  if (notes.length === 0) {
    forgetLeftNotes(owner);
    return;
  }
  try {
    localStorage.setItem(keyOf(owner), JSON.stringify(notes));
  } catch {
    // Full: the database is the place that counts, and says so itself.
  }
}
