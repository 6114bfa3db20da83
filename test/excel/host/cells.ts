import { address, parseAddress } from '../../../core/xlsx/address.ts';
import { overlap } from '../../../core/xlsx/formula/reference.ts';
import type { Area } from '../../../core/xlsx/grid.ts';
import { cellArea } from './areas.ts';
import { plainFormat } from './format.ts';
import type { Cell, Sheet } from './workbook.ts';

export const emptyCell: Cell = { value: '', formula: null, format: plainFormat };

export const cellAt = (sheet: Sheet, row: number, column: number): Cell =>
  sheet.cells.get(address(row, column)) ?? emptyCell;

/** The sheet's cells that lie in the area, each with its place. */
export function* cellsIn(sheet: Sheet, area: Area): Generator<readonly [number, number, Cell]> {
  for (const [place, cell] of sheet.cells) {
    const at = parseAddress(place);
    if (at && overlap(area, cellArea(at.row, at.column))) yield [at.row, at.column, cell];
  }
}

/** The merge that a cell belongs to. */
export const mergeAt = ({ merges }: Sheet, row: number, column: number): Area | undefined =>
  merges.find((merge) => overlap(merge, cellArea(row, column)));

/** Points; a hidden row has none. */
export function rowHeight({ rows, standardHeight }: Sheet, row: number): number {
  const own = rows.get(row);
  return own?.hidden ? 0 : (own?.height ?? standardHeight);
}

export function columnWidth({ columns, standardWidth }: Sheet, column: number): number {
  const own = columns.get(column);
  return own?.hidden ? 0 : (own?.width ?? standardWidth);
}
