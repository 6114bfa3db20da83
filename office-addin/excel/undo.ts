import { mapRows } from '../../core/xlsx/formula/row-map.ts';
import { nothingAttached } from './attached.ts';
import { type FromExcel, inExcel } from './in-excel.ts';
import { readKnown } from './read-sheet.ts';
import type { Reading } from './reading.ts';
import { queueRestore, type SheetSnapshot, type Snapshot } from './snapshot.ts';

/** What came of taking a write back. */
export type Undone =
  | { readonly kind: 'undone'; readonly readings: readonly Reading[] }
  /** Cells hold something else by now; nothing was done. */
  | { readonly kind: 'changed'; readonly cells: readonly string[] }
  /** It was put back, and does not read as it did before. */
  | { readonly kind: 'not-as-before'; readonly cells: readonly string[] };

/**
 * Takes a write back in three round trips: one looks whether what was written still stands, one puts
 * back, one looks again. With `force` later changes of the same cells go too; never where rows were
 * put in, for then others may have moved. Of several worksheets cells are named with theirs.
 */
export const undoWrite = (snapshot: Snapshot, force = false): Promise<FromExcel<Undone>> =>
  inExcel(async (context): Promise<Undone> => {
    const { sheets } = snapshot;
    const wanted = sheets.map(({ sheet }) => ({
      sheet: context.workbook.worksheets.getItem(sheet.id),
      known: nothingAttached,
    }));
    const named = ({ sheet }: SheetSnapshot, cell: string) =>
      sheets.length > 1 ? `${sheet.name}!${cell}` : cell;
    const now = await readKnown(context, wanted);
    const changed = sheets.flatMap((one, index) =>
      Object.entries(one.written)
        .filter(([address, text]) => (now[index]?.grid.cells.get(address)?.text ?? '') !== text)
        .map(([address]) => named(one, address)),
    );
    const inserted = sheets.some(({ insertions }) => insertions.length > 0);
    if (changed.length > 0 && (!force || inserted)) return { kind: 'changed', cells: changed };
    context.application.suspendScreenUpdatingUntilNextSync();
    for (const one of sheets) {
      queueRestore(context.workbook.worksheets.getItem(one.sheet.id), one);
    }
    await context.sync();
    const after = await readKnown(context, wanted);
    const wrong = sheets.flatMap((one, index) =>
      notAsBefore(one, after[index]).map((address) => named(one, address)),
    );
    return wrong.length > 0
      ? { kind: 'not-as-before', cells: wrong }
      : { kind: 'undone', readings: after };
  });

function notAsBefore(
  { cells, wraps, insertions }: SheetSnapshot,
  now: Reading | undefined,
): string[] {
  const rows = mapRows(insertions);
  const origin = (row: string) => (rows.ok ? String(rows.value.origin(Number(row)).row) : row);
  const before = (address: string) => address.replace(/\d+$/, origin);
  return [
    ...cells
      .map(({ address, value }) => ({ address: before(address), value }))
      .filter(({ address, value }) => (now?.held.get(address)?.value ?? '') !== value)
      .map(({ address }) => address),
    ...wraps.map(before).filter((address) => now?.grid.cells.get(address)?.look.wraps),
  ];
}
