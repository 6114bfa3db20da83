import { mapRows } from '../../core/xlsx/row-map.ts';
import { type FromExcel, inExcel } from './in-excel.ts';
import { read } from './read-sheet.ts';
import type { Reading } from './reading.ts';
import { queueRestore, type Snapshot } from './snapshot.ts';

/** What came of taking a write back. */
export type Undone =
  | { readonly kind: 'undone'; readonly reading: Reading }
  /** Cells hold something else by now; nothing was done. */
  | { readonly kind: 'changed'; readonly cells: readonly string[] }
  /** It was put back, and does not read as it did before. */
  | { readonly kind: 'not-as-before'; readonly cells: readonly string[] };

/**
 * Takes a write back in three round trips: one looks whether what was written still stands, one puts
 * back, one looks again. With `force` later changes of the same cells go too; never where rows were
 * put in, for then others may have moved.
 */
export const undoWrite = (snapshot: Snapshot, force = false): Promise<FromExcel<Undone>> =>
  inExcel(async (context): Promise<Undone> => {
    const sheet = context.workbook.worksheets.getItem(snapshot.sheet.id);
    const now = await read(context, sheet);
    const changed = Object.entries(snapshot.written)
      .filter(([address, text]) => (now.grid.cells.get(address)?.text ?? '') !== text)
      .map(([address]) => address);
    if (changed.length > 0 && (!force || snapshot.insertions.length > 0)) {
      return { kind: 'changed', cells: changed };
    }
    context.application.suspendScreenUpdatingUntilNextSync();
    queueRestore(sheet, snapshot);
    await context.sync();
    const after = await read(context, sheet);
    const wrong = notAsBefore(snapshot, after);
    return wrong.length > 0
      ? { kind: 'not-as-before', cells: wrong }
      : { kind: 'undone', reading: after };
  });

function notAsBefore({ cells, insertions }: Snapshot, { held }: Reading): string[] {
  const rows = mapRows(insertions);
  const origin = (row: string) => (rows.ok ? String(rows.value.origin(Number(row)).row) : row);
  return cells
    .map(({ address, value }) => ({ address: address.replace(/\d+$/, origin), value }))
    .filter(({ address, value }) => (held.get(address)?.value ?? '') !== value)
    .map(({ address }) => address);
}
