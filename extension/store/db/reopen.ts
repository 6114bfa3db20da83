import { isDiskFull } from './cause.ts';
import type { Database } from './database.ts';
import { databaseName } from './schema.ts';
import { nativeVersion } from './schemas.ts';

/** Apart from `database.ts`: no page starts with the library that it brings. */

/** Closes a database for good: it belongs to a newer version now. */
export function leave(db: Database): void {
  db.home.isLeft = true;
  db.close();
}

/** Notes what is on the disk by now. */
export function sawOnDisk(db: Database, seq: number): void {
  db.home.seq = Math.max(db.home.seq, seq);
}

/**
 * Opens a database again that the browser has closed, as Chromium does when the disk is full (F46);
 * nothing where it is open, or was left. Not while the disk is still full. Chromium may find the
 * database damaged after that, and make it anew, empty: then what was lost is put back first.
 */
export async function reopen(db: Database): Promise<void> {
  const { home } = db;
  if (db.isOpen() || home.isLeft) return;
  if (await isDiskFull(home.environment)) throw new DOMException('', 'QuotaExceededError');
  if (await isNewer(home.indexedDB)) return;
  await db.open();
  try {
    const { seq = 0 } = (await db.heads.get('head')) ?? {};
    if (seq < home.seq) await home.heal(db, home.seq);
  } catch (error) {
    // The next try begins with it again: nothing may be written into what is not whole.
    db.close();
    throw error;
  }
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
