import { causeOf } from './cause.ts';
import { type Database, declareDatabase, isNewer } from './database.ts';
import { type Head, schemas } from './schema.ts';
import { type CopyHead, readCopyHead } from './second-copy.ts';
import { isWhole } from './sentinel.ts';
import { madeSpare } from './spare.ts';

/** How opening the store ended. Only `ready` may write. */
export type Opening =
  | { readonly state: 'opening' }
  /** Another tab holds an older version open (F7). */
  | { readonly state: 'blocked' }
  | { readonly state: 'ready'; readonly db: Database; readonly head: Head | null }
  /** A newer extension has changed the database (F9). */
  | { readonly state: 'newer' }
  /** It can't be opened at all (F5). */
  | { readonly state: 'unreadable'; readonly cause: string; readonly copy: CopyHead | null }
  /** It opened, but the second copy knows more (F3, F4). */
  | { readonly state: 'damaged'; readonly db: Database; readonly copy: CopyHead | null }
  /** A newer version has taken over in another tab. */
  | { readonly state: 'superseded' };

const patience = 2500;

/**
 * Opens the database and reports each change of state: `blocked` at the latest
 * after 2.5 s of waiting, and the end of it when the other tab has closed.
 */
export async function openStore(report: (opening: Opening) => void): Promise<void> {
  const waiting = setTimeout(() => report({ state: 'blocked' }), patience);
  const open = async (place: IDBFactory) => {
    if (await isNewer(place)) return null;
    const db = declareDatabase(schemas, place);
    db.on('blocked', () => report({ state: 'blocked' }));
    db.on('versionchange', () => {
      db.close();
      report({ state: 'superseded' });
    });
    await db.open();
    return db;
  };
  try {
    const db = await open(indexedDB).catch(async (error: unknown) => {
      const spare = await madeSpare();
      if (spare) return open(spare);
      throw error;
    });
    if (!db) {
      report({ state: 'newer' });
      return;
    }
    const head = (await db.heads.get('head')) ?? null;
    // Before anyone is asked for their name: an empty database may be one that was recreated (F4).
    const copy = head ? null : await readCopyHead();
    report(copy ? { state: 'damaged', db, copy } : { state: 'ready', db, head });
  } catch (error) {
    const cause = causeOf(error);
    report({ state: 'unreadable', cause, copy: await readCopyHead() });
  } finally {
    clearTimeout(waiting);
  }
}

/**
 * After the page stands: compares every row with the sentinel, and the database
 * with the second copy (`copy`, null where there is none). Null when all is well.
 */
export async function findDamage(db: Database): Promise<{ copy: CopyHead | null } | null> {
  // The copy first: a write in between makes the database newer, never the copy.
  const copy = await readCopyHead();
  const [head, whole] = await Promise.all([db.heads.get('head'), isWhole(db)]);
  return whole && (head?.seq ?? 0) >= (copy?.seq ?? 0) ? null : { copy };
}
