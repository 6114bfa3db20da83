import { store } from '../../extension/page-store.ts';
import { declareDatabase } from '../../extension/store/db/database.ts';
import { type Schema, schemas } from '../../extension/store/db/schemas.ts';

/** Opens the store as a further version of the extension would, and goes wrong where it is told to. */

const ends = ['before', 'between', 'after', 'throws', 'done'] as const;
export type End = (typeof ends)[number];

/** Keeps the upgrade's transaction busy until the browser is killed. */
async function hang(read: () => PromiseLike<unknown>): Promise<void> {
  document.title = 'hanging';
  for (;;) await read();
}

const upgraded = (end: End): Schema => ({
  version: Math.max(...schemas.map(({ version }) => version)) + 1,
  stores: { reviews: 'id, user' },
  async upgrade(transaction) {
    const reviews = transaction.table('reviews');
    const stop = () => hang(() => reviews.count());
    if (end === 'before') await stop();
    const [first, ...rest] = await reviews.toArray();
    await reviews.put({ ...first, fiscalYear: 0 });
    if (end === 'between') await stop();
    for (const row of rest) await reviews.delete(row.id);
    if (end === 'after') await stop();
    if (end === 'throws') throw new Error('the upgrade failed');
  },
});

Object.assign(globalThis, {
  openNext: async (end: End) => {
    const db = declareDatabase(store, { schemas: [...schemas, upgraded(end)] });
    try {
      await db.open();
      db.close();
      return 'open';
    } catch (error) {
      return (error as Error).name;
    }
  },
});
