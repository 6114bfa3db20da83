import { parseAddress } from '../../core/xlsx/address.ts';
import { mapRows } from '../../core/xlsx/formula/row-map.ts';
import type { RowHeight, RowInsertion, WritePlan } from '../../core/xlsx/write-plan.ts';
import { cellInput, textFormat } from './cell-input.ts';
import type { Allowed, Held, Reading } from './reading.ts';

/** What a write changes, as it was before: enough to take it back, whatever has become of Excel's own undo. */
export interface Snapshot {
  readonly sheets: readonly SheetSnapshot[];
}

export interface SheetSnapshot {
  readonly sheet: { readonly id: string; readonly name: string };
  /** Cells that were there before, by their addresses after all insertions. */
  readonly cells: readonly (Held & { readonly address: string })[];
  /** What was written, by address: what differs now was changed by someone else. */
  readonly written: Readonly<Record<string, string>>;
  readonly heights: readonly RowHeight[];
  /** Cells that did not wrap their text, by their addresses after all insertions. */
  readonly wraps: readonly string[];
  readonly may: Allowed;
  /** Row numbers are those before. */
  readonly insertions: readonly RowInsertion[];
}

const empty: Held = { value: '', numberFormat: 'General' };

/** What a plan will change of what was read. */
export function snapshotOf({ id, grid, held, may }: Reading, plan: WritePlan): SheetSnapshot {
  const rows = mapRows(plan.insertions);
  const origin = (row: number) => (rows.ok ? rows.value.origin(row) : { row, isNew: false });
  const cells = plan.writes.flatMap(({ address }) => {
    const place = parseAddress(address);
    const from = place && origin(place.row);
    if (!from || from.isNew) return [];
    const before = held.get(address.replace(/\d+$/, String(from.row))) ?? empty;
    return [{ address, ...before }];
  });
  const heights = plan.heights.flatMap(({ row }) => {
    const from = origin(row);
    return from.isNew ? [] : [{ row, points: grid.rowHeights.get(from.row) ?? grid.rowHeight }];
  });
  return {
    sheet: { id, name: grid.name },
    cells,
    written: Object.fromEntries(plan.writes.map(({ address, text }) => [address, text ?? ''])),
    heights,
    wraps: (plan.wraps ?? []).filter((address) => {
      const row = Number(/\d+$/.exec(address)?.[0] ?? 0);
      const from = origin(row);
      const was = address.replace(/\d+$/, String(from.row));
      return !from.isNew && !grid.cells.get(was)?.look.wraps;
    }),
    may,
    insertions: plan.insertions,
  };
}

/** Queues what puts everything back; done by the next `sync`. */
export function queueRestore(sheet: Excel.Worksheet, snapshot: SheetSnapshot): void {
  const { may } = snapshot;
  for (const { address, value, numberFormat } of snapshot.cells) {
    const cell = sheet.getRange(address);
    const input = typeof value === 'string' ? cellInput(value, numberFormat, may) : null;
    if (may.formatCells) cell.numberFormat = [[input?.asText ? textFormat : numberFormat]];
    cell.values = [[input?.value ?? value]];
    // A text stays one when its cell is no text cell any more.
    if (input?.asText) cell.numberFormat = [[numberFormat]];
  }
  for (const address of snapshot.wraps) sheet.getRange(address).format.wrapText = false;
  for (const { row, points } of snapshot.heights) {
    sheet.getRange(`${row}:${row}`).format.rowHeight = points;
  }
  const rows = mapRows(snapshot.insertions);
  if (!rows.ok) return;
  // From below, so that the numbers above stay.
  for (const { after, count } of rows.value.insertions.toReversed()) {
    const first = rows.value.moved(after) + 1;
    sheet.getRange(`${first}:${first + count - 1}`).delete('Up');
  }
}
