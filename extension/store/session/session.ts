import { batch, signal } from '@preact/signals';
import type { Review } from '../../../core/review/review.ts';
import { useLanguage } from '../../../locales/t.ts';
import type { Database } from '../db/database.ts';
import { look, reviewsOfThisYear, type Seen } from '../db/peek.ts';
import { healWhenReopened, sawOnDisk } from '../db/reopen.ts';
import { noteCount } from '../db/write-transaction.ts';
import { copyNow, scheduleCopy, trustDatabase } from '../mirror/mirror.ts';
import { reviewAtHand } from './current-review.ts';
import type { Opening } from './opening.ts';
import { pending, shown, shownOthers, stored, storedOthers } from './pending.ts';
import { early } from './prefetch.ts';
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

let open = (_: Database) => {};
/** Resolves once the store is open. */
export const whenOpen = new Promise<Database>((resolve) => {
  open = resolve;
});

let pass = () => {};
/**
 * Resolves once the database has been found whole, or nothing has been heard for long, and never for
 * one known to be damaged: no answer is written before, or the page's own writes could hide that
 * others are missing.
 */
export const foundWhole = new Promise<void>((resolve) => {
  pass = resolve;
});

let ask = () => {};
const asked = new Promise<void>((resolve) => {
  ask = resolve;
});

/** The open database, on a page that opens it only for the first that writes; rejects where it can't be opened. */
export function openedStore(): Promise<Database> {
  ask();
  return new Promise((resolve, reject) => {
    void whenOpen.then(resolve);
    const stop = opening.subscribe(({ state }) => {
      if (state !== 'opening' && state !== 'ready') reject(new Error(`The store is ${state}`));
    });
    void whenOpen.then(stop);
  });
}

/** The same once the database has been found whole; rejects where it is damaged. */
export async function wholeStore(): Promise<Database> {
  const db = await openedStore();
  await new Promise<void>((resolve, reject) => {
    const stop = opening.subscribe(({ state }) => {
      if (state === 'damaged') reject(new Error('The store is damaged'));
    });
    void foundWhole.then(() => {
      stop();
      resolve();
    });
  });
  return db;
}

/** The open database. Called only by what is shown once the store is ready. */
export function database(): Database {
  const { value } = opening;
  if (value.state === 'ready' || value.state === 'damaged') return value.db;
  throw new Error(`The store is ${value.state}`);
}

/** Whether the page knows whose it is, or that the store doesn't tell. */
export const looked = signal(false);

/** When a page opens the store: before it shows anything, once it stands, or for the first that writes. */
export type Opens = 'at-once' | 'once-shown' | 'to-write';

/** Shows the user's review at hand, opens the store, and looks for damage once the page stands. */
export async function startSession(opens: Opens): Promise<void> {
  const seen = opens === 'at-once' ? null : await early;
  if (seen) {
    await speakFor(seen);
    batch(() => show(seen));
  }
  if (opens === 'to-write') {
    looked.value = true;
    await asked;
  } else if (seen) {
    await idle();
  }
  const { openStore } = await import('./opening.ts');
  await openStore((next) => {
    if (next.state === 'ready') void settle(next, seen);
    else opening.value = next;
  });
}

async function settle(
  ready: Extract<Opening, { state: 'ready' }>,
  seen: Seen | null,
): Promise<void> {
  const { db, head } = ready;
  const now = seen && seen.seq === head?.seq ? seen : await look(db.backendDB());
  if (now !== seen) await speakFor(now);
  batch(() => {
    // Someone else since the first look: what was answered meanwhile is not theirs.
    if (seen && seen.user?.id !== now.user?.id) switched.value = { to: now.user };
    else if (now !== seen) show(now);
    opening.value = ready;
  });
  sawOnDisk(db, now.seq);
  open(db);
  await idle();
  await checkUp(db);
}

const speakFor = ({ user: current }: Seen): Promise<void> =>
  useLanguage(current?.settings.language ?? 'ja');

function show({ user: owner, reviews }: Seen): void {
  user.value = owner;
  stored.value = owner && reviewAtHand(owner, reviews);
}

/** Resolves once the page is drawn, which a slow PC may take a second for, and has nothing else to do. */
const idle = (): Promise<unknown> =>
  new Promise((resolve) => requestIdleCallback(resolve, { timeout: 2000 }));

/** Milliseconds: a browser that replaces an extension may leave its shelf without an answer for good. */
const longestCheck = 5000;

async function checkUp(db: Database): Promise<void> {
  const { findDamage } = await import('./opening.ts');
  // What is typed must reach the disk all the same; the copy is not renewed before the answer.
  const waiting = setTimeout(pass, longestCheck);
  // A shelf that can't be read says nothing against the database.
  const damage = await findDamage(db).catch(() => null);
  clearTimeout(waiting);
  if (damage) {
    opening.value = { state: 'damaged', db, ...damage };
    return;
  }
  trustDatabase();
  void noteCount(db).catch(() => {});
  healWhenReopened(db, async (lost, seq) => {
    const { heal } = await import('../restore/heal.ts');
    await heal(lost, seq, user.peek());
  });
  pass();
  scheduleCopy(db);
  addEventListener('pagehide', () => void copyNow(db));
}

/** Shows the user and the review at hand as another page has left them. */
export async function takeOver(owner: User): Promise<void> {
  const db = database();
  const atHand = stored.peek()?.id;
  const row = atHand ? await db.reviews.get(atHand) : undefined;
  const next = row?.review ?? (await thisYears(owner));
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
  const rows = await (await whenOpen).reviews.where({ user: owner.id }).toArray();
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
  if (owner) takeUp(await thisYears(owner));
}

const thisYears = async (owner: User): Promise<Review> =>
  reviewAtHand(owner, await reviewsOfThisYear(database().backendDB(), owner.id));
