import { areaText } from '../../core/xlsx/formula/reference.ts';
import { mapRows, repeatedMerges } from '../../core/xlsx/formula/row-map.ts';
import type { Area } from '../../core/xlsx/grid.ts';
import type { WritePlan } from '../../core/xlsx/write-plan.ts';
import { cellInput, textFormat } from './cell-input.ts';
import type { Reading } from './reading.ts';

/** A plan without what the worksheet's protection does not let anyone do; texts of unlocked cells stay. */
export const permitted = ({ may }: Pick<Reading, 'may'>, plan: WritePlan): WritePlan => ({
  ...plan,
  heights: may.formatRows ? plan.heights : [],
  wraps: may.formatCells ? (plan.wraps ?? []) : [],
});

/** Queues all that a plan asks for; done by the next `sync`. */
export function queuePlan(
  sheet: Excel.Worksheet,
  { grid, held, may }: Reading,
  plan: WritePlan,
): void {
  const rows = mapRows(plan.insertions);
  if (rows.ok) {
    // From below, so that the numbers above stay. New rows look like the one above them: Excel sees to it.
    for (const { after, count } of rows.value.insertions.toReversed()) {
      sheet.getRange(`${after + 1}:${after + count}`).insert('Down');
      for (const row of newRows(after, count)) {
        const points = grid.rowHeights.get(after) ?? grid.rowHeight;
        sheet.getRange(`${row}:${row}`).format.rowHeight = points;
      }
    }
    // Excel lets a block grow only where a row is put into its midst.
    const ends = (area: Area) => plan.insertions.some(({ after }) => after === area.bottom);
    const grown = grid.merges
      .filter((area) => area.bottom > area.top && ends(area))
      .map(rows.value.grown);
    for (const area of [...grown, ...repeatedMerges(grid.merges, rows.value)]) {
      sheet.getRange(areaText(area)).merge();
    }
  }
  for (const { address, text } of plan.writes) {
    const cell = sheet.getRange(address);
    const origin = rows.ok ? originOf(address, rows.value.origin) : address;
    const input = cellInput(text ?? '', held.get(origin)?.numberFormat ?? 'General', may);
    if (input.asText) cell.numberFormat = [[textFormat]];
    cell.values = [[input.value]];
  }
  for (const address of plan.wraps ?? []) sheet.getRange(address).format.wrapText = true;
  for (const { row, points } of plan.heights) {
    sheet.getRange(`${row}:${row}`).format.rowHeight = points;
  }
}

const newRows = (after: number, count: number): number[] =>
  Array.from({ length: count }, (_, index) => after + 1 + index);

/** The cell that a new one looks like; another's own. */
const originOf = (address: string, origin: (row: number) => { readonly row: number }): string =>
  address.replace(/\d+$/, (row) => String(origin(Number(row)).row));
