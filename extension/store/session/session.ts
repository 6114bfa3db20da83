import { batch } from '@preact/signals';
import type { Review } from '../../../core/review/review.ts';
import { useLanguage } from '../../../locales/t.ts';
import type { Database } from '../db/database.ts';
import { look, reviewsOfThisYear, type Seen } from '../db/peek.ts';
import { sawOnDisk } from '../db/reopen.ts';
import { noteCount } from '../db/write-transaction.ts';
import { copyNow, scheduleCopy } from '../mirror/mirror.ts';
import type { Store } from '../store.ts';
import { reviewAtHand } from './current-review.ts';
import type { Opening } from './opening.ts';
import type { User } from './user.ts';

/** The open database, on a page that opens it only for the first that writes; rejects where it can't be opened. */
export function openedStore(store: Store): Promise<Database> {
  const { asked, open, opening } = store;
  asked.resolve();
  return new Promise((resolve, reject) => {
    void open.promise.then(resolve);
    const stop = opening.subscribe(({ state }) => {
      if (state !== 'opening' && state !== 'ready') reject(new Error(`The store is ${state}`));
    });
    void open.promise.then(stop);
  });
}

/** The same once the database has been found whole; rejects where it is damaged. */
export async function wholeStore(store: Store): Promise<Database> {
  const db = await openedStore(store);
  await new Promise<void>((resolve, reject) => {
    const stop = store.opening.subscribe(({ state }) => {
      if (state === 'damaged') reject(new Error('The store is damaged'));
    });
    void store.foundWhole.promise.then(() => {
      stop();
      resolve();
    });
  });
  return db;
}

/** The open database. Called only by what is shown once the store is ready. */
export function database({ opening: { value } }: Store): Database {
  if (value.state === 'ready' || value.state === 'damaged') return value.db;
  throw new Error(`The store is ${value.state}`);
}

/** When a page opens the store: before it shows anything, once it stands, or for the first that writes. */
export type Opens = 'at-once' | 'once-shown' | 'to-write';

/**
 * Shows the user's review at hand, opens the store, and looks for damage once the page stands.
 * `prefetched` is what the page has read before its script was there.
 */
export async function startSession(
  store: Store,
  opens: Opens,
  prefetched: Promise<Seen | null>,
): Promise<void> {
  const seen = opens === 'at-once' ? null : await prefetched;
  if (seen) {
    await speakFor(seen);
    batch(() => show(store, seen));
  }
  if (opens === 'to-write') {
    store.looked.value = true;
    await store.asked.promise;
  } else if (seen) {
    await store.lifecycle.idle();
  }
  const { openStore } = await import('./opening.ts');
  await openStore(store, (next) => {
    if (next.state === 'ready') void settle(store, next, seen);
    else store.opening.value = next;
  });
}

async function settle(
  store: Store,
  ready: Extract<Opening, { state: 'ready' }>,
  seen: Seen | null,
): Promise<void> {
  const { db, head } = ready;
  const isCurrent = seen && seen.seq === head?.seq;
  const now = isCurrent ? seen : await look(db.backendDB(), store.clock.now());
  if (now !== seen) await speakFor(now);
  batch(() => {
    // Someone else since the first look: what was answered meanwhile is not theirs.
    if (seen && seen.user?.id !== now.user?.id) store.switched.value = { to: now.user };
    else if (now !== seen) show(store, now);
    store.opening.value = ready;
  });
  sawOnDisk(db, now.seq);
  store.open.resolve(db);
  await store.lifecycle.idle();
  await checkUp(store, db);
}

const speakFor = ({ user }: Seen): Promise<void> => useLanguage(user?.settings.language ?? 'ja');

function show(store: Store, { user, reviews }: Seen): void {
  store.user.value = user;
  store.stored.value = user && reviewAtHand(user, reviews, store.clock.now());
}

/** A browser that replaces an extension may leave its storage without an answer for good. */
const longestCheckMs = 5000;

async function checkUp(store: Store, db: Database): Promise<void> {
  const { findDamage } = await import('./opening.ts');
  // What is typed must reach the disk all the same; the copy is not renewed before the answer.
  const waiting = setTimeout(store.foundWhole.resolve, longestCheckMs);
  // A second copy that can't be read says nothing against the database.
  const damage = await findDamage(db).catch(() => null);
  clearTimeout(waiting);
  if (damage) {
    store.opening.value = { state: 'damaged', db, ...damage };
    return;
  }
  db.home.isTrusted = true;
  void noteCount(db).catch(() => {});
  db.home.heal = async (lost, seq) => {
    const { heal } = await import('../restore/heal.ts');
    await heal(store, lost, seq);
  };
  store.foundWhole.resolve();
  scheduleCopy(db);
  store.lifecycle.whenLeft(() => void copyNow(db));
}

/** Shows the user and the review at hand as another page has left them. */
export async function takeOver(store: Store, owner: User): Promise<void> {
  const db = database(store);
  const atHand = store.stored.peek()?.id;
  const row = atHand ? await db.reviews.get(atHand) : undefined;
  const next = row?.review ?? (await thisYears(store, owner));
  batch(() => {
    store.user.value = owner;
    store.stored.value = next;
  });
  if (store.storedOthers.peek()) await loadHistory(store);
}

/** Reads the user's reviews of all years into `others`. */
export async function loadHistory(store: Store): Promise<void> {
  const owner = store.user.peek();
  if (!owner) return;
  const rows = await (await store.open.promise).reviews.where({ user: owner.id }).toArray();
  const atHand = store.stored.peek()?.id;
  store.storedOthers.value = rows.flatMap((row) => (row.id === atHand ? [] : [row.review]));
}

/** Puts another review at hand, unless something of this one is still to be saved. */
export function takeUp(store: Store, next: Review): void {
  if (store.pending.peek().length) return;
  batch(() => {
    store.stored.value = next;
    store.storedOthers.value = null;
  });
}

/** Puts this 年度's review at hand, begun or not. */
export async function takeUpThisYear(store: Store): Promise<void> {
  const owner = store.user.peek();
  if (owner) takeUp(store, await thisYears(store, owner));
}

async function thisYears(store: Store, owner: User): Promise<Review> {
  const now = store.clock.now();
  const reviews = await reviewsOfThisYear(database(store).backendDB(), owner.id, now);
  return reviewAtHand(owner, reviews, now);
}
