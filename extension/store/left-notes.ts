import type { StandardId } from '../../core/catalog/catalog.ts';
import { drafts, type NoteDraft, stored } from './pending.ts';
import { answerItem } from './saving.ts';
import { user } from './session.ts';

/**
 * Notes that were being typed when the page went down with its extension (F12): the browser then
 * lets no write to the database end, but what is put into `localStorage` stays.
 */
interface Left {
  readonly user: string;
  readonly fiscalYear: number;
  readonly drafts: Readonly<Record<StandardId, NoteDraft>>;
}

const key = 'furikaeri.left';

/** Puts aside what is being typed; it may be the page's last act. */
export function leaveNotes(): void {
  const owner = user.peek();
  const review = stored.peek();
  if (!owner || !review || Object.keys(drafts.peek()).length === 0) return;
  const left: Left = { user: owner.id, fiscalYear: review.fiscalYear, drafts: drafts.peek() };
  localStorage.setItem(key, JSON.stringify(left));
}

export function forgetLeftNotes(): void {
  localStorage.removeItem(key);
}

/** Saves what was put aside, where the note has not been saved or changed since. */
export async function takeUpLeftNotes(): Promise<void> {
  const left: Left | null = JSON.parse(localStorage.getItem(key) ?? 'null');
  const review = stored.peek();
  if (left?.user !== user.peek()?.id || left?.fiscalYear !== review?.fiscalYear) return;
  for (const [standard, { text, seen }] of Object.entries(left?.drafts ?? {})) {
    if (review?.answers[standard]?.seq !== seen?.seq) continue;
    await answerItem(standard, { note: text }, seen);
  }
  forgetLeftNotes();
}
