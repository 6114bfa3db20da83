import Dexie, { type EntityTable } from 'dexie';
import {
  type CourseRow,
  type DraftRow,
  databaseName,
  type FolderRow,
  type Head,
  nativeVersion,
  type PlaceRow,
  type ReviewRow,
  type Schema,
  schemas,
  type TallyRow,
  type VisitRow,
  type WorkbookRow,
} from './schema.ts';
import type { User } from './user.ts';

export type Database = Dexie & {
  users: EntityTable<User, 'id'>;
  reviews: EntityTable<ReviewRow, 'id'>;
  drafts: EntityTable<DraftRow, 'id'>;
  workbooks: EntityTable<WorkbookRow, 'id'>;
  places: EntityTable<PlaceRow, 'review'>;
  folders: EntityTable<FolderRow, 'user'>;
  heads: EntityTable<Head, 'key'>;
  courses: EntityTable<CourseRow, 'id'>;
  tallies: EntityTable<TallyRow, 'id'>;
  visits: EntityTable<VisitRow, 'id'>;
};

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
  return found > nativeVersion;
}
