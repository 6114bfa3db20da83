import { fiscalYearOf } from '../../../core/calendar/fiscal-year.ts';
import type { Review } from '../../../core/review/review.ts';
import type { User } from '../session/user.ts';
import { databaseName, type Head, type ReviewRow } from './schema.ts';
import { nativeVersion } from './schemas.ts';

/**
 * Reading with the browser's own IndexedDB. The library that writes is half of a page's script, and
 * comes when the page stands; what the page shows first is read before.
 */

/** The store at one moment. */
export interface Seen {
  /** The store's counter. */
  readonly seq: number;
  readonly user: User | null;
  /** Of the user. */
  readonly reviews: readonly Review[];
}

const patience = 300;

/**
 * Looks into the store before it is opened for writing. Null where opening must say what is to be
 * seen: no database yet, another version than ours, one that can't be read, or that keeps us waiting.
 */
export async function firstLook(from: IDBFactory, now: number): Promise<Seen | null> {
  const late = new Promise<null>((resolve) => setTimeout(resolve, patience, null));
  const looking = withStoreAsItIs(from, async (db) =>
    db.version === nativeVersion ? look(db, now) : null,
  );
  const seen = await Promise.race([looking.catch(() => null), late]);
  return seen?.user ? seen : null;
}

/** Reads in the database as it is, whatever its version; rejects where there is none, and makes none. */
export async function withStoreAsItIs<T>(
  from: IDBFactory,
  read: (db: IDBDatabase) => Promise<T>,
): Promise<T> {
  const request = from.open(databaseName);
  request.onupgradeneeded = () => request.transaction?.abort();
  const db = await got(request);
  db.onversionchange = () => db.close();
  return read(db).finally(() => db.close());
}

/** Which of a user's reviews are read; `now` in epoch milliseconds. */
type Choose = (rows: IDBObjectStore, user: string, now: number) => Promise<Review[]>;

/** The current user and their reviews of this 年度, or of all years where there is none. */
export async function look(
  db: IDBDatabase,
  now: number,
  choose: Choose = ofThisYearOrAll,
): Promise<Seen> {
  const transaction = db.transaction(['heads', 'users', 'reviews']);
  const head: Head | undefined = await got(transaction.objectStore('heads').get('head'));
  const seq = head?.seq ?? 0;
  const user: User | undefined =
    head?.user && (await got(transaction.objectStore('users').get(head.user)));
  if (!user) return { seq, user: null, reviews: [] };
  return { seq, user, reviews: await choose(transaction.objectStore('reviews'), user.id, now) };
}

async function ofThisYearOrAll(rows: IDBObjectStore, user: string, now: number): Promise<Review[]> {
  const thisYears = await ofThisYear(rows, user, now);
  return thisYears.length ? thisYears : ofAllYears(rows, user);
}

const ofThisYear = (rows: IDBObjectStore, user: string, now: number): Promise<Review[]> =>
  reviewsIn(rows.index('[user+fiscalYear]'), [user, fiscalYearOf(now)]);

export const ofAllYears = (rows: IDBObjectStore, user: string): Promise<Review[]> =>
  reviewsIn(rows.index('user'), user);

/** A user's reviews of this 年度. */
export const reviewsOfThisYear = (db: IDBDatabase, user: string, now: number): Promise<Review[]> =>
  ofThisYear(db.transaction('reviews').objectStore('reviews'), user, now);

async function reviewsIn(index: IDBIndex, key: IDBValidKey): Promise<Review[]> {
  const rows: ReviewRow[] = await got(index.getAll(key));
  return rows.map(({ review }) => review);
}

export const got = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
