import { batch, signal } from '@preact/signals';
import { fiscalYearOf } from '../../core/calendar/fiscal-year.ts';
import { startReview } from '../../core/review/answering.ts';
import { lastChange } from '../../core/review/comparison.ts';
import type { Review } from '../../core/review/review.ts';
import { useLanguage } from '../../locales/t.ts';
import type { Database } from './database.ts';
import { findDamage, type Opening, openStore } from './opening.ts';
import { pending, shown, shownOthers, stored, storedOthers } from './pending.ts';
import { copyNow, scheduleCopy, trustDatabase } from './second-copy.ts';
import type { User } from './user.ts';

/** What the pages show: the store's state, the user, and the review at hand. */

export const opening = signal<Opening>({ state: 'opening' });
export const user = signal<User | null>(null);
/** Set while another user has become the current one elsewhere: this page waits to be told whose it is from here on. */
export const switched = signal<{ readonly to: User | null } | null>(null);
/** The review at hand as shown, changes still being saved included; its id is empty before the first answer. */
export const review = shown;
/** The user's other reviews as shown, once `loadHistory` has read them. */
export const others = shownOthers;

let pass = () => {};
/**
 * Resolves once the database has been found whole, and never for a damaged one: no answer is written
 * before, or the page's own writes could hide that others are missing.
 */
export const foundWhole = new Promise<void>((resolve) => {
  pass = resolve;
});

/** The open database. Called only by what is shown once the store is ready. */
export function database(): Database {
  const { value } = opening;
  if (value.state === 'ready' || value.state === 'damaged') return value.db;
  throw new Error(`The store is ${value.state}`);
}

/** Opens the store, shows the user's review at hand, and looks for damage once the page stands. */
export async function startSession(): Promise<void> {
  await openStore((next) => {
    if (next.state === 'ready') void settle(next);
    else opening.value = next;
  });
}

async function settle(ready: Extract<Opening, { state: 'ready' }>): Promise<void> {
  const { db, head } = ready;
  const current = head?.user ? ((await db.users.get(head.user)) ?? null) : null;
  const atHand = current && (await reviewAtHand(db, current));
  if (current && current.settings.language !== 'ja') await useLanguage(current.settings.language);
  batch(() => {
    user.value = current;
    stored.value = atHand;
    opening.value = ready;
  });
  requestIdleCallback(() => void checkUp(db), { timeout: 300 });
}

/** This 年度's review; without one, the latest that is still open: what was begun in March is finished in April. */
async function reviewAtHand(db: Database, owner: User): Promise<Review> {
  const thisYears = await reviewOfThisYear(db, owner);
  if (thisYears) return thisYears;
  const all = await db.reviews.where({ user: owner.id }).toArray();
  const open = all.flatMap((row) => (row.review.state === 'open' ? [row.review] : []));
  return latest(open) ?? unbegun(owner);
}

async function reviewOfThisYear(db: Database, owner: User): Promise<Review | undefined> {
  const fiscalYear = fiscalYearOf(Date.now());
  const rows = await db.reviews.where({ user: owner.id, fiscalYear }).toArray();
  return latest(rows.map((row) => row.review));
}

const latest = (reviews: readonly Review[]): Review | undefined =>
  [...reviews].sort((a, b) => lastChange(a) - lastChange(b)).at(-1);

/** This 年度's review before its first answer. */
export function unbegun({ settings: { unit, role } }: User): Review {
  const fiscalYear = fiscalYearOf(Date.now());
  return startReview({ id: '', fiscalYear, catalog: [], unit, role }, { seq: 0, at: '' });
}

async function checkUp(db: Database): Promise<void> {
  // A shelf that can't be read says nothing against the database.
  const damage = await findDamage(db).catch(() => null);
  if (damage) {
    opening.value = { state: 'damaged', db, ...damage };
    return;
  }
  trustDatabase();
  pass();
  scheduleCopy(db);
  addEventListener('pagehide', () => void copyNow(db));
}

/** Shows the user and the review at hand as another page has left them. */
export async function takeOver(owner: User): Promise<void> {
  const db = database();
  const atHand = stored.peek()?.id;
  const row = atHand ? await db.reviews.get(atHand) : undefined;
  const next = row?.review ?? (await reviewOfThisYear(db, owner)) ?? unbegun(owner);
  batch(() => {
    user.value = owner;
    stored.value = next;
  });
  if (storedOthers.peek()) await loadHistory();
}

/** Reads the user's reviews of all years into `others`. */
export async function loadHistory(): Promise<void> {
  const owner = user.peek();
  if (!owner) return;
  const rows = await database().reviews.where({ user: owner.id }).toArray();
  const atHand = stored.peek()?.id;
  storedOthers.value = rows.flatMap((row) => (row.id === atHand ? [] : [row.review]));
}

/** Puts another review at hand, unless something of this one is still to be saved. */
export function takeUp(next: Review): void {
  if (pending.peek().length) return;
  batch(() => {
    stored.value = next;
    storedOthers.value = null;
  });
}

/** Puts this 年度's review at hand, begun or not. */
export async function takeUpThisYear(): Promise<void> {
  const owner = user.peek();
  if (owner) takeUp((await reviewOfThisYear(database(), owner)) ?? unbegun(owner));
}
