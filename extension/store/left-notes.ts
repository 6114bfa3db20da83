import type { StandardId } from '../../core/catalog/catalog.ts';
import { stored } from './pending.ts';
import { answerItem } from './saving.ts';
import { user } from './session.ts';

/**
 * A second place for the notes being typed, until the database has them. When the page goes down
 * with its extension (F12) the browser lets no write to the database end; what `localStorage` was
 * given before that is there afterwards.
 */
interface Left {
  readonly user: string;
  readonly fiscalYear: number;
  readonly notes: Readonly<Record<StandardId, LeftNote>>;
}

export interface LeftNote {
  readonly text: string;
  /** What the database holds of this note if nobody else has changed it since. */
  readonly before: readonly (string | null)[];
}

const key = 'furikaeri.left';

export function leaveNotes(notes: Left['notes']): void {
  const owner = user.peek();
  const review = stored.peek();
  if (!owner || !review) return;
  const left: Left = { user: owner.id, fiscalYear: review.fiscalYear, notes };
  try {
    localStorage.setItem(key, JSON.stringify(left));
  } catch {
    // Full: the database is the place that counts, and says so itself.
  }
}

export function forgetLeftNotes(): void {
  localStorage.removeItem(key);
}

/** Saves what was left, where nobody has changed the note since. What someone else left stays theirs. */
export async function takeUpLeftNotes(): Promise<void> {
  const left: Left | null = JSON.parse(localStorage.getItem(key) ?? 'null');
  const review = stored.peek();
  if (!left || left.user !== user.peek()?.id || left.fiscalYear !== review?.fiscalYear) return;
  for (const [standard, { text, before }] of Object.entries(left.notes)) {
    const note = review.answers[standard]?.note ?? null;
    if (before.includes(note)) await answerItem(standard, { note: text });
  }
  forgetLeftNotes();
}
