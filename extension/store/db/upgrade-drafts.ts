import type { Transaction } from 'dexie';
import { rowHash } from '../integrity/row-hash.ts';
import { draftId } from './draft-id.ts';
import type { DraftRow, Head, WorkbookRow } from './schema.ts';

/**
 * To version 3: the id of a draft tells its workbook too, so that a section may have several in a
 * 年度. Nothing but ids changes; a row that was damaged stays known as damaged.
 */
export async function nameDraftsByWorkbook(transaction: Transaction): Promise<void> {
  const drafts = transaction.table<DraftRow, string>('drafts');
  const workbooks = transaction.table<WorkbookRow, string>('workbooks');
  const heads = transaction.table<Head, string>('heads');
  const head = await heads.get('head');
  const hashes = { ...head?.hashes };
  const held = { ...head?.held };
  for (const row of await drafts.toArray()) {
    const id = draftId(row.user, row.draft);
    if (id === row.id) continue;
    const named = { ...row, id };
    await drafts.delete(row.id);
    await drafts.put(named);
    const workbook = await workbooks.get(row.id);
    if (workbook) {
      await workbooks.delete(row.id);
      await workbooks.put({ ...workbook, id });
    }
    const hash = hashes[row.id];
    if (hash !== undefined) hashes[id] = hash === rowHash(row) ? rowHash(named) : hash;
    delete hashes[row.id];
    const one = held[row.id];
    if (one) held[id] = one;
    delete held[row.id];
  }
  if (head) await heads.put({ ...head, hashes, ...(head.held && { held }) });
}
