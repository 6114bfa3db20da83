import { causeOf } from '../db/cause.ts';
import { got, withStoreAsItIs } from '../db/peek.ts';
import { openedStore } from '../session/session.ts';
import type { Store } from '../store.ts';

/**
 * Reading the tables that no user owns, without opening the store for writing: a training session
 * needs it only once there is something to keep, and is held without it where it can't be used.
 */

type Table = 'courses' | 'tallies' | 'visits' | 'forms';

/** In no order; none where there is no store yet or it can't be read. */
export const rowsOf = <T>(store: Store, table: Table): Promise<T[]> =>
  read<T[]>(store, table, (rows) => rows.getAll(), []);

export const rowOf = <T>(store: Store, table: Table, id: string): Promise<T | undefined> =>
  read<T | undefined>(store, table, (rows) => rows.get(id), undefined);

async function read<T>(
  store: Store,
  table: Table,
  ask: (rows: IDBObjectStore) => IDBRequest,
  none: T,
): Promise<T> {
  const from = (db: IDBDatabase): Promise<T> => got(ask(db.transaction(table).objectStore(table)));
  try {
    return await withStoreAsItIs(store.indexedDB, from);
  } catch (error) {
    if (causeOf(error) === 'AbortError') return none; // no store yet
    // Opening knows where else it may be.
    const opened = openedStore(store).then((db) => from(db.backendDB()));
    return opened.catch(() => none);
  }
}
