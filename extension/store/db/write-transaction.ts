import { japanTimestamp } from '../../../core/calendar/japan-time.ts';
import type { Moment } from '../../../core/review/review.ts';
import { draftHeld, heldIn, heldOf, tellCount } from '../integrity/answer-count.ts';
import { rowHash } from '../integrity/row-hash.ts';
import type { User } from '../session/user.ts';
import type { Database } from './database.ts';
import { reopen, sawOnDisk } from './reopen.ts';
import type { DraftRow, Head, Held, HeldRows, ReviewRow } from './schema.ts';

/** What an act may do inside its transaction. */
export interface Writing {
  readonly moment: Moment;
  getUser(id: string): Promise<User | undefined>;
  getReview(id: string): Promise<ReviewRow | undefined>;
  findReview(user: string, fiscalYear: number): Promise<ReviewRow | undefined>;
  putUser(user: User): Promise<unknown>;
  putReview(row: ReviewRow): Promise<unknown>;
  getDraft(id: string): Promise<DraftRow | undefined>;
  draftsOf(user: string): Promise<DraftRow[]>;
  putDraft(row: DraftRow): Promise<unknown>;
  /** Deletes a draft with its workbook. */
  deleteDraft(id: string): Promise<unknown>;
  /** Deletes a user with all reviews and drafts. */
  deleteUser(id: string): Promise<void>;
  use(user: string | null): void;
  /** Lifts the counter, so that what comes after is later than anything read from a file. */
  countFrom(seq: number): void;
  /** Takes all rows as they stand for whole, and misses no copy: after damage, and before anything else is put. */
  acceptRows(): Promise<void>;
}

// A file may hold any number: one near the end of the whole numbers must not stop the counting.
const highestLift = 2 ** 52;

const emptyHead: Head = { key: 'head', seq: 0, user: null, hashes: {} };

/**
 * The one way anything is written: a strict transaction that gives the act the
 * next number of the store's order and keeps the sentinel in step with its rows.
 * Resolves once the data is on the disk; on any failure nothing is changed.
 */
export async function record<T>(db: Database, act: (writing: Writing) => Promise<T>): Promise<T> {
  // A full disk closes the database under the page (F46); there may be room by now.
  await reopen(db);
  const { result, head } = await write(db, act);
  sawOnDisk(db, head.seq);
  tellCount(db.home.environment, { seq: head.seq, held: head.held ?? {} });
  return result;
}

/** The same in a database beside the one in use: the third place doesn't hear of it. */
export function write<T>(
  db: Database,
  act: (writing: Writing) => Promise<T>,
): Promise<{ result: T; head: Head }> {
  const { home } = db;
  return db.transaction('rw', db.tables, async () => {
    const head = (await db.heads.get('head')) ?? emptyHead;
    let hashes: Record<string, string> = { ...head.hashes };
    let held: Record<string, Held> = { ...(head.held ?? (await heldNow(db))) };
    let { copied } = { ...head, ...home.seenCopy };
    let { user } = head;
    let seq = head.seq + 1;
    const result = await act({
      moment: { seq, at: japanTimestamp(home.environment.clock.now()) },
      getUser: (id) => db.users.get(id),
      getReview: (id) => db.reviews.get(id),
      findReview: (owner, fiscalYear) => db.reviews.where({ user: owner, fiscalYear }).first(),
      putUser(row) {
        hashes[row.id] = rowHash(row);
        return db.users.put(row);
      },
      putReview(row) {
        hashes[row.id] = rowHash(row);
        held[row.id] = heldIn(row);
        return db.reviews.put(row);
      },
      getDraft: (id) => db.drafts.get(id),
      draftsOf: (owner) => db.drafts.where({ user: owner }).toArray(),
      putDraft(row) {
        hashes[row.id] = rowHash(row);
        held[row.id] = draftHeld(row);
        return db.drafts.put(row);
      },
      deleteDraft(id) {
        delete hashes[id];
        delete held[id];
        return Promise.all([db.drafts.delete(id), db.workbooks.delete(id)]);
      },
      async deleteUser(id) {
        const [reviews, own] = await Promise.all([
          db.reviews.where({ user: id }).primaryKeys(),
          db.drafts.where({ user: id }).primaryKeys(),
        ]);
        for (const key of [id, ...reviews, ...own]) {
          delete hashes[key];
          delete held[key];
        }
        await Promise.all([
          db.users.delete(id),
          db.reviews.bulkDelete(reviews),
          db.drafts.bulkDelete(own),
          db.workbooks.where({ user: id }).delete(),
          db.places.bulkDelete(reviews),
          db.folders.delete(id),
        ]);
      },
      use(id) {
        user = id;
      },
      countFrom(least) {
        seq = Math.max(seq, Math.min(least, highestLift));
      },
      async acceptRows() {
        const tables = await Promise.all([
          db.users.toArray(),
          db.reviews.toArray(),
          db.drafts.toArray(),
        ]);
        hashes = Object.fromEntries(tables.flat().map((row) => [row.id, rowHash(row)]));
        held = { ...heldOf(tables[1], tables[2]) };
        // The copy begins anew with it, whatever has become of it.
        copied = undefined;
      },
    });
    const next: Head = { key: 'head', seq, user, hashes, held, copied };
    await db.heads.put(next);
    return { result, head: next };
  });
}

/** What the rows hold, whatever the head knows. */
export async function heldNow(db: Database): Promise<HeldRows> {
  const [reviews, drafts] = await Promise.all([db.reviews.toArray(), db.drafts.toArray()]);
  return heldOf(reviews, drafts);
}

/** Once the database is known to be whole: brings the third place up to date. */
export async function noteCount(db: Database): Promise<void> {
  const head = await db.heads.get('head');
  if (head)
    tellCount(db.home.environment, { seq: head.seq, held: head.held ?? (await heldNow(db)) });
}
