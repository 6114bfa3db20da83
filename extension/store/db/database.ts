import Dexie, { type EntityTable } from 'dexie';
import type { User } from '../session/user.ts';
import type { Environment } from './environment.ts';
import { type Home, homeIn } from './home.ts';
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
  readonly home: Home;
};

interface Declared {
  readonly schemas?: readonly Schema[];
  /** Where it lives, if not in the ordinary place. */
  readonly indexedDB?: IDBFactory;
}

/** Declares the database; nothing is opened yet. Commits are strict: they end when the data is on the disk. */
export function declareDatabase(environment: Environment, declared: Declared = {}): Database {
  const { indexedDB = environment.indexedDB } = declared;
  const dexie = new Dexie(databaseName, {
    autoOpen: false,
    chromeTransactionDurability: 'strict',
    indexedDB,
    IDBKeyRange: environment.keyRange,
  });
  for (const { version, stores, upgrade } of declared.schemas ?? schemas) {
    const step = dexie.version(version).stores(stores);
    if (upgrade) step.upgrade(upgrade);
  }
  return Object.assign(dexie, { home: homeIn(environment, indexedDB) }) as Database;
}
