import { draftId, type Which } from '../db/draft-id.ts';
import type { WorkbookRow } from '../db/schema.ts';
import type { Store } from '../store.ts';

/** The workbooks of a user's drafts, so that a draft goes on with one click. A convenience: losing one loses no text. */

export type KeptWorkbook = Omit<WorkbookRow, 'id' | 'user'>;

/** A larger one is opened anew each time. */
const largest = 10 * 2 ** 20;

/** Keeps the workbook of a draft that is on the disk; one that is too large, or that the disk refuses, is not kept. */
export async function keepWorkbook(store: Store, which: Which, kept: KeptWorkbook): Promise<void> {
  const owner = store.user.peek()?.id;
  if (owner === undefined) return;
  const { drafts, workbooks } = await store.open.promise;
  const id = draftId(owner, which);
  await drafts.db
    .transaction('rw', drafts, workbooks, async () => {
      if (kept.bytes.length > largest || !(await drafts.get(id))) await workbooks.delete(id);
      else await workbooks.put({ id, user: owner, ...kept });
    })
    .catch(() => {});
}

/** Null where there is none. */
export async function keptWorkbook(store: Store, which: Which): Promise<KeptWorkbook | null> {
  const owner = store.user.peek()?.id;
  if (owner === undefined) return null;
  return (await (await store.open.promise).workbooks.get(draftId(owner, which))) ?? null;
}

/** Tells of a draft whether its workbook is kept. */
export async function findKept(store: Store): Promise<(which: Which) => boolean> {
  const owner = store.user.peek()?.id ?? '';
  const keys = await (await store.open.promise).workbooks.where({ user: owner }).primaryKeys();
  const kept = new Set<string>(keys);
  return (which) => kept.has(draftId(owner, which));
}
