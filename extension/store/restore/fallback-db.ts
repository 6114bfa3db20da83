import { type Database, declareDatabase } from '../db/database.ts';
import type { Environment } from '../db/environment.ts';
import { write } from '../db/write-transaction.ts';

/**
 * Where the database lives after it was made anew in a browser that can no
 * longer open its ordinary place (F5). Asked for only when that place has
 * failed: should it heal, the second copy is ahead of what is in it, and so
 * what was written meanwhile is offered for restoring.
 */
const key = 'furikaeri.spare';

/** Where a fallback was made; null where none was. */
export async function madeFallback({ storage }: Environment): Promise<IDBFactory | null> {
  const made = await storage.extension.read(key).catch(() => null);
  return made === null ? null : storage.fallback.open();
}

/** Takes a user out of the fallback too, which may lie behind an ordinary one that has healed. */
export async function forgetInFallback(environment: Environment, user: string): Promise<void> {
  const indexedDB = await madeFallback(environment);
  if (!indexedDB) return;
  const fallback = declareDatabase(environment, { indexedDB });
  try {
    await fallback.open();
    await write(fallback, async (writing) => {
      await writing.deleteUser(user);
      writing.use(null);
    });
  } finally {
    fallback.close();
  }
}

/**
 * Deletes a database that can't be opened, and opens an empty one; one that can
 * be opened after all is left as it is. Rejects where the browser lets it be
 * neither deleted nor put elsewhere.
 */
export async function rebuildDatabase(environment: Environment): Promise<Database> {
  const { fallback, extension } = environment.storage;
  const db = declareDatabase(environment);
  try {
    await db.open().catch(() => db.delete().then(() => db.open()));
    return db;
  } catch (error) {
    await fallback.delete();
    const indexedDB = await fallback.open();
    if (!indexedDB) throw error;
    const elsewhere = declareDatabase(environment, { indexedDB });
    await elsewhere.open();
    await extension.write({ [key]: 'made' });
    return elsewhere;
  }
}
