import { overlap } from '../../../core/xlsx/formula/reference.ts';
import type { Area } from '../../../core/xlsx/grid.ts';
import { cellAt, cellsIn, emptyCell } from './cells.ts';
import { demand, putCell } from './edit.ts';
import type { Sheet } from './workbook.ts';

/** Makes one cell of an area, or of each of its rows. The first cell with content keeps it, at the top left. */
export function merge(sheet: Sheet, area: Area, across: boolean): void {
  demand(sheet, 'allowFormatCells');
  if (across && area.top < area.bottom) {
    for (let row = area.top; row <= area.bottom; row++) {
      merge(sheet, { ...area, top: row, bottom: row }, false);
    }
    return;
  }
  sheet.merges = sheet.merges.filter((other) => !overlap(other, area));
  if (area.top === area.bottom && area.left === area.right) return;
  const filled = [...cellsIn(sheet, area)]
    .filter(([, , cell]) => cell.value !== '' || cell.formula !== null)
    .sort(([row, column], [row2, column2]) => row - row2 || column - column2);
  const { value, formula } = filled[0]?.[2] ?? emptyCell;
  for (const [row, column, cell] of filled) {
    putCell(sheet, row, column, { ...cell, value: '', formula: null });
  }
  const { format } = cellAt(sheet, area.top, area.left);
  putCell(sheet, area.top, area.left, { value, formula, format });
  sheet.merges.push(area);
}

/** Parts every merge that the area touches. */
export function unmerge(sheet: Sheet, area: Area): void {
  demand(sheet, 'allowFormatCells');
  sheet.merges = sheet.merges.filter((merge) => !overlap(merge, area));
}
