import Dexie, { type EntityTable, type Transaction } from 'dexie';
import type { StandardId } from '../../core/catalog/catalog.ts';
import type { Review } from '../../core/review/review.ts';
import type { User } from './user.ts';

/** A review and whose it is. */
export interface ReviewRow {
  readonly id: string;
  readonly user: string;
  readonly fiscalYear: number;
  readonly review: Review;
}

/** The item a user looked at last in a review: a convenience, not part of anyone's answers. */
export interface PlaceRow {
  readonly review: string;
  readonly standard: StandardId;
}

/** The folder a user has chosen for hand-over files. */
export interface FolderRow {
  readonly user: string;
  readonly handle: FileSystemDirectoryHandle;
}

/** The store's head: its counter, who uses it now, and the sentinel over all rows. */
export interface Head {
  readonly key: 'head';
  /** Goes up by one at each write, never down; decides which of two answers is the later. */
  readonly seq: number;
  readonly user: string | null;
  /** A hash for each row of `users` and `reviews`; a missing or altered row shows against it. */
  readonly hashes: Readonly<Record<string, string>>;
}

export type Database = Dexie & {
  users: EntityTable<User, 'id'>;
  reviews: EntityTable<ReviewRow, 'id'>;
  places: EntityTable<PlaceRow, 'review'>;
  folders: EntityTable<FolderRow, 'user'>;
  heads: EntityTable<Head, 'key'>;
};

export interface Schema {
  readonly version: number;
  readonly stores: Readonly<Record<string, string>>;
  readonly upgrade?: (transaction: Transaction) => PromiseLike<unknown>;
}

/** Every schema ever released, oldest first. A released one is frozen: changes come as a further entry. */
export const schemas: readonly Schema[] = [
  {
    version: 1,
    stores: {
      users: 'id',
      reviews: 'id, user, [user+fiscalYear]',
      places: 'review',
      folders: 'user',
      heads: 'key',
    },
  },
];

export const databaseName = 'furikaeri';

/** Declares the database; nothing is opened yet. Commits are strict: they end when the data is on the disk. */
export function declareDatabase(
  declared: readonly Schema[] = schemas,
  indexedDB: IDBFactory = globalThis.indexedDB,
): Database {
  const db = new Dexie(databaseName, {
    autoOpen: false,
    chromeTransactionDurability: 'strict',
    indexedDB,
  }) as Database;
  for (const { version, stores, upgrade } of declared) {
    const step = db.version(version).stores(stores);
    if (upgrade) step.upgrade(upgrade);
  }
  return db;
}

/**
 * True where a newer extension has already changed the database. To be asked
 * before opening: Dexie opens a newer one too, and changes it back to the
 * schema it knows.
 */
export async function isNewer(indexedDB: IDBFactory): Promise<boolean> {
  // A store that can't be listed can't be opened either, and opening says why.
  const all = await indexedDB.databases().catch(() => []);
  const found = all.find(({ name }) => name === databaseName)?.version ?? 0;
  // Dexie keeps version 1 as 10.
  return found > Math.max(...schemas.map(({ version }) => version)) * 10;
}
