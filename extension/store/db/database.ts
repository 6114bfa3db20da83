import Dexie, { type EntityTable } from 'dexie';
import type { User } from '../session/user.ts';
import type { Environment } from './environment.ts';
import {
  type CourseRow,
  type DraftRow,
  databaseName,
  type FolderRow,
  type FormRow,
  type Head,
  type PlaceRow,
  type ReviewRow,
  type TallyRow,
  type VisitRow,
  type WorkbookRow,
} from './schema.ts';
import { type Schema, schemas } from './schemas.ts';

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

/** What a page knows of a database beside its rows. */
interface Home {
  readonly environment: Environment;
  /** Where the database lives: the ordinary place or the fallback. */
  readonly indexedDB: IDBFactory;
  /** The highest number of the store's order that this page has seen on the disk. */
  seq: number;
  /** Another version has taken it over: it is not opened again. */
  isLeft: boolean;
  /** Puts back what the database has lost; rejects where it can't. */
  heal: (db: Database, seq: number) => Promise<void>;
  /** It has been compared with its second copy: from here on it may replace it. */
  isTrusted: boolean;
  /** Until the second copy is renewed. */
  copyTimer: ReturnType<typeof setTimeout> | undefined;
  /** What this page has seen of the second copy, for the head: a later opening misses what was there. */
  seenCopy: { copied?: number | undefined };
}

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

const homeIn = (environment: Environment, indexedDB: IDBFactory): Home => ({
  environment,
  indexedDB,
  seq: 0,
  isLeft: false,
  heal: async () => {},
  isTrusted: false,
  copyTimer: undefined,
  seenCopy: {},
});
