import { causeOf } from '../db/cause.ts';
import { type Database, declareDatabase } from '../db/database.ts';
import type { Environment } from '../db/environment.ts';
import { isNewer, leave } from '../db/reopen.ts';
import type { Head } from '../db/schema.ts';
import { type FoundCount, readCount } from '../integrity/answer-count.ts';
import { judge } from '../integrity/judge.ts';
import { isWhole } from '../integrity/row-hashes.ts';
import { type CopyHead, findCopy } from '../mirror/mirror.ts';
import { madeFallback } from '../restore/fallback-db.ts';

/** How opening the store ended. Only `ready` may write. */
export type Opening =
  | { readonly state: 'opening' }
  /** Another tab holds an older version open (F7). */
  | { readonly state: 'blocked' }
  | { readonly state: 'ready'; readonly db: Database; readonly head: Head | null }
  /** A newer extension has changed the database (F9). */
  | { readonly state: 'newer' }
  /** It can't be opened at all (F5). */
  | { readonly state: 'unreadable'; readonly cause: string }
  /** It opened, but has lost something (F3, F4), or may have (F49). */
  | ({ readonly state: 'damaged'; readonly db: Database } & Damage)
  /** A newer version has taken over in another tab. */
  | { readonly state: 'superseded' };

/** What is wrong with a database that opens, and what the two other places know. */
export interface Damage {
  readonly verdict: 'lost' | 'unproven';
  /** Null where there is none that could be read; its texts may be there all the same. */
  readonly copy: CopyHead | null;
  readonly count: FoundCount;
}

const patience = 2500;

/**
 * Opens the database and reports each change of state: `blocked` at the latest
 * after 2.5 s of waiting, and the end of it when the other tab has closed.
 */
export async function openStore(
  environment: Environment,
  report: (opening: Opening) => void,
): Promise<void> {
  const waiting = setTimeout(() => report({ state: 'blocked' }), patience);
  const open = async (place: IDBFactory) => {
    if (await isNewer(place)) return null;
    const db = declareDatabase(environment, { indexedDB: place });
    db.on('blocked', () => report({ state: 'blocked' }));
    db.on('versionchange', () => {
      leave(db);
      report({ state: 'superseded' });
    });
    await db.open();
    return db;
  };
  try {
    const db = await open(environment.indexedDB).catch(async (error: unknown) => {
      const fallback = await madeFallback(environment);
      if (fallback) return open(fallback);
      throw error;
    });
    if (!db) {
      report({ state: 'newer' });
      return;
    }
    const head = (await db.heads.get('head')) ?? null;
    // Before anyone is asked for their name: an empty database may be one that was recreated (F4).
    const damage = head ? null : await findDamage(db);
    report(damage ? { state: 'damaged', db, ...damage } : { state: 'ready', db, head });
  } catch (error) {
    report({ state: 'unreadable', cause: causeOf(error) });
  } finally {
    clearTimeout(waiting);
  }
}

/**
 * After the page stands: compares every row with the sentinel, and the database with the two other
 * places. Null when all is well.
 */
export async function findDamage(db: Database): Promise<Damage | null> {
  // A second look: between the places another page may have written.
  return (await look(db)) && look(db);
}

async function look(db: Database): Promise<Damage | null> {
  const { environment } = db.home;
  // The others first: a write in between makes the database newer, never them.
  const count = readCount(environment);
  const copy = await findCopy(environment);
  const [head = null, whole, people] = await Promise.all([
    db.heads.get('head'),
    isWhole(db).catch(() => false), // rows that can't even be read
    db.users.count(),
  ]);
  const verdict = judge({ head, whole, copy, count: isOfNothing(count) && !head ? null : count });
  if (verdict === 'sound' || (verdict === 'unproven' && people === 0)) return null;
  return { verdict, copy: copy === 'hurt' ? null : copy, count };
}

/** After the last person was deleted. */
const isOfNothing = (count: FoundCount): boolean =>
  count !== null && count !== 'hurt' && Object.keys(count.held).length === 0;
