import type { Database } from './database.ts';
import type { Environment } from './environment.ts';

/** What a page knows of a database beside its rows. */
export interface Home {
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

export const homeIn = (environment: Environment, indexedDB: IDBFactory): Home => ({
  environment,
  indexedDB,
  seq: 0,
  isLeft: false,
  heal: async () => {},
  isTrusted: false,
  copyTimer: undefined,
  seenCopy: {},
});
