import { type WindowState, windowStateAt } from '../../../core/calendar/review-window.ts';
import type { Language } from '../../../locales/t.ts';
import { look, ofAllYears, withStoreAsItIs } from '../db/peek.ts';

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
export async function readReminder(indexedDB: IDBFactory, now: number): Promise<Reminder> {
  // None yet, or hurt: the pages say so.
  const { user, reviews } = await withStoreAsItIs(indexedDB, (db) =>
    look(db, now, ofAllYears),
  ).catch(() => nobody);
  const window = windowStateAt(now, user?.settings.window);
  const done = reviews.some(
    ({ fiscalYear, state }) => fiscalYear === window.fiscalYear && state === 'completed',
  );
  const due = window.state === 'open' && !done;
  return { language: user?.settings.language ?? 'ja', window: due ? window : null };
}

const nobody = { user: null, reviews: [] };
