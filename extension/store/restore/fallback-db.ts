import { readShelf, writeShelf } from '../../platform/shelf.ts';
import { deleteSpareStorage, spareStorage } from '../../platform/spare-storage.ts';
import { type Database, declareDatabase } from '../db/database.ts';
import { write } from '../db/write-transaction.ts';

/**
 * Where the database lives after it was made anew in a browser that can no
 * longer open its ordinary place (F5). Asked for only when that place has
 * failed: should it heal, the second copy is ahead of what is in it, and so
 * what was written meanwhile is offered for restoring.
 */
const key = 'furikaeri.spare';

/** The spare place; null where none was made. */
export async function madeSpare(): Promise<IDBFactory | null> {
  const made = await readShelf(key).catch(() => null);
  return made === null ? null : spareStorage();
}

/** Takes a user out of the spare place too, which may lie behind an ordinary one that has healed. */
export async function forgetInSpare(user: string): Promise<void> {
  const storage = await madeSpare();
  if (!storage) return;
  const spare = declareDatabase(undefined, storage);
  try {
    await spare.open();
    await write(spare, async (writing) => {
      await writing.deleteUser(user);
      writing.use(null);
    });
  } finally {
    spare.close();
  }
}

/**
 * Deletes a database that can't be opened, and opens an empty one; one that can
 * be opened after all is left as it is. Rejects where the browser lets it be
 * neither deleted nor put elsewhere.
 */
export async function rebuildDatabase(): Promise<Database> {
  const db = declareDatabase();
  try {
    await db.open().catch(() => db.delete().then(() => db.open()));
    return db;
  } catch (error) {
    await deleteSpareStorage();
    const storage = await spareStorage();
    if (!storage) throw error;
    const spare = declareDatabase(undefined, storage);
    await spare.open();
    await writeShelf({ [key]: 'made' });
    return spare;
  }
}
