import { japanTimestamp } from '../../core/calendar/japan-time.ts';
import type { Moment } from '../../core/review/review.ts';
import type { Database } from './database.ts';
import type { DraftRow, Head, ReviewRow } from './schema.ts';
import { rowHash } from './sentinel.ts';
import type { User } from './user.ts';

/** What an act may do inside its transaction. */
export interface Writing {
  readonly moment: Moment;
  getUser(id: string): Promise<User | undefined>;
  getReview(id: string): Promise<ReviewRow | undefined>;
  findReview(user: string, fiscalYear: number): Promise<ReviewRow | undefined>;
  putUser(user: User): Promise<unknown>;
  putReview(row: ReviewRow): Promise<unknown>;
  getDraft(id: string): Promise<DraftRow | undefined>;
  putDraft(row: DraftRow): Promise<unknown>;
  /** Deletes a draft with its workbook. */
  deleteDraft(id: string): Promise<unknown>;
  /** Deletes a user with all reviews and drafts. */
  deleteUser(id: string): Promise<void>;
  use(user: string | null): void;
  /** Lifts the counter, so that what comes after is later than anything read from a file. */
  countFrom(seq: number): void;
  /** Takes all rows as they stand for whole: after damage, and before anything else is put. */
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
  return db.transaction('rw', db.tables, async () => {
    const head = (await db.heads.get('head')) ?? emptyHead;
    let hashes: Record<string, string> = { ...head.hashes };
    let { user } = head;
    let seq = head.seq + 1;
    const result = await act({
      moment: { seq, at: japanTimestamp(Date.now()) },
      getUser: (id) => db.users.get(id),
      getReview: (id) => db.reviews.get(id),
      findReview: (owner, fiscalYear) => db.reviews.where({ user: owner, fiscalYear }).first(),
      putUser(row) {
        hashes[row.id] = rowHash(row);
        return db.users.put(row);
      },
      putReview(row) {
        hashes[row.id] = rowHash(row);
        return db.reviews.put(row);
      },
      getDraft: (id) => db.drafts.get(id),
      putDraft(row) {
        hashes[row.id] = rowHash(row);
        return db.drafts.put(row);
      },
      deleteDraft(id) {
        delete hashes[id];
        return Promise.all([db.drafts.delete(id), db.workbooks.delete(id)]);
      },
      async deleteUser(id) {
        const [reviews, own] = await Promise.all([
          db.reviews.where({ user: id }).primaryKeys(),
          db.drafts.where({ user: id }).primaryKeys(),
        ]);
        for (const key of [id, ...reviews, ...own]) delete hashes[key];
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
      },
    });
    await db.heads.put({ key: 'head', seq, user, hashes });
    return result;
  });
}
