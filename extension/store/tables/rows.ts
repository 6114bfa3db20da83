import { causeOf } from '../db/cause.ts';
import { got, withStoreAsItIs } from '../db/peek.ts';
import { openedStore } from '../session/session.ts';

/**
 * Reading the tables that no user owns, without opening the store for writing: a training session
 * needs it only once there is something to keep, and is held without it where it can't be used.
 */

type Table = 'courses' | 'tallies' | 'visits' | 'forms';

/** In no order; none where there is no store yet or it can't be read. */
export const rowsOf = <T>(table: Table): Promise<T[]> =>
  read<T[]>(table, (rows) => rows.getAll(), []);

export const rowOf = <T>(table: Table, id: string): Promise<T | undefined> =>
  read<T | undefined>(table, (rows) => rows.get(id), undefined);

async function read<T>(
  table: Table,
  ask: (rows: IDBObjectStore) => IDBRequest,
  none: T,
): Promise<T> {
  const from = (db: IDBDatabase): Promise<T> => got(ask(db.transaction(table).objectStore(table)));
  try {
    return await withStoreAsItIs(from);
  } catch (error) {
    if (causeOf(error) === 'AbortError') return none; // no store yet
    // Opening knows where else it may be.
    const opened = openedStore().then((db) => from(db.backendDB()));
    return opened.catch(() => none);
  }
}
