import Dexie, { type EntityTable } from 'dexie';
import type { User } from '../session/user.ts';
import { giveHome } from './reopen.ts';
import {
  type CourseRow,
  type DraftRow,
  databaseName,
  type FolderRow,
  type FormRow,
  type Head,
  type PlaceRow,
  type ReviewRow,
  type Schema,
  schemas,
  type TallyRow,
  type VisitRow,
  type WorkbookRow,
} from './schema.ts';

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
  forms: EntityTable<FormRow, 'id'>;
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
  giveHome(db, indexedDB);
  return db;
}
