import Dexie from 'dexie';
import { type WindowState, windowStateAt } from '../../core/calendar/review-window.ts';
import type { Language } from '../../locales/t.ts';
import { databaseName, type Head, type ReviewRow } from './database.ts';
import type { User } from './user.ts';

export interface Reminder {
  readonly language: Language;
  /** null: nothing to remind of. */
  readonly window: WindowState | null;
}

/**
 * Whether the current user is to be reminded of the review: its window is open and this 年度's
 * review is not finished. For the background: it only looks, and neither makes a database nor
 * brings one up to date, which is the work of pages that can say what went wrong.
 */
export async function readReminder(now: number): Promise<Reminder> {
  const { user, reviews } = await currentUser();
  const window = windowStateAt(now, user?.settings.window);
  const done = reviews.some(
    ({ fiscalYear, review }) => fiscalYear === window.fiscalYear && review.state === 'completed',
  );
  const due = window.state === 'open' && !done;
  return { language: user?.settings.language ?? 'ja', window: due ? window : null };
}

interface Current {
  readonly user: User | null;
  readonly reviews: readonly ReviewRow[];
}

const nobody: Current = { user: null, reviews: [] };

async function currentUser(): Promise<Current> {
  // Opening a database that isn't there would make one.
  const known = await indexedDB.databases();
  if (!known.some(({ name }) => name === databaseName)) return nobody;
  // Declared without a schema: taken as it is, whatever its version.
  const db = new Dexie(databaseName);
  try {
    await db.open();
    const head: Head | undefined = await db.table('heads').get('head');
    const user: User | undefined = head?.user && (await db.table('users').get(head.user));
    if (!user) return nobody;
    return { user, reviews: await db.table('reviews').where({ user: user.id }).toArray() };
  } catch {
    return nobody; // hurt: the pages say so
  } finally {
    db.close();
  }
}
