import { address } from '../../../core/xlsx/address.ts';
import type { Area } from '../../../core/xlsx/grid.ts';
import { cellAt, cellsIn, emptyCell, mergeAt } from './cells.ts';
import { HostError } from './errors.ts';
import { fitRow, highestRow, untouchedRow } from './fit-row.ts';
import { type Format, plainFormat } from './format.ts';
import { typed } from './typing.ts';
import type { allowances, Cell, Sheet } from './workbook.ts';

/** Excel's greatest column width, in points. */
const widestColumn = 1790;

/** Throws `AccessDenied` where the sheet's protection does not allow it. */
export function demand(sheet: Sheet, allowance: (typeof allowances)[number]): void {
  if (sheet.protection && !sheet.protection.allowed.has(allowance)) {
    throw new HostError('AccessDenied');
  }
}

/** Whether a cell is hidden under a merge: it holds nothing and takes nothing. */
export function isCovered(sheet: Sheet, row: number, column: number): boolean {
  const merge = mergeAt(sheet, row, column);
  return merge !== undefined && (merge.top !== row || merge.left !== column);
}

export function putCell(sheet: Sheet, row: number, column: number, cell: Cell): void {
  const place = address(row, column);
  if (cell.value === '' && cell.formula === null && cell.format === plainFormat) {
    sheet.cells.delete(place);
  } else sheet.cells.set(place, cell);
}

/**
 * Puts an input into a cell as if typed; `''` empties it. A locked cell of a protected sheet throws
 * `AccessDenied`, an input that Excel refuses `InvalidArgument`.
 */
export function enter(sheet: Sheet, row: number, column: number, input: unknown): void {
  const cell = cellAt(sheet, row, column);
  if (sheet.protection && cell.format.locked) throw new HostError('AccessDenied');
  const { value, formula, numberFormat } = typed(input, cell.format.numberFormat);
  if (isCovered(sheet, row, column)) return;
  const format =
    numberFormat && cell.format.numberFormat === 'General'
      ? { ...cell.format, numberFormat }
      : cell.format;
  putCell(sheet, row, column, { value, formula, format });
  if (format.wrapText) fitRow(sheet, row);
}

/** Changes the format of every cell of the area; of whole rows and columns, only of cells that are there. */
export function reformat(sheet: Sheet, area: Area, change: (format: Format) => Format): void {
  demand(sheet, 'allowFormatCells');
  const whole = area.bottom - area.top > 100_000 || area.right - area.left > 10_000;
  if (whole) {
    for (const [row, column, cell] of [...cellsIn(sheet, area)]) {
      putCell(sheet, row, column, { ...cell, format: change(cell.format) });
    }
    return;
  }
  for (let row = area.top; row <= area.bottom; row++) {
    for (let column = area.left; column <= area.right; column++) {
      const cell = cellAt(sheet, row, column);
      sheet.cells.set(address(row, column), { ...cell, format: change(cell.format) });
    }
  }
}

/** Empties the area's cells of what they hold, of their formats, or of both. */
export function clear(sheet: Sheet, area: Area, what: 'All' | 'Contents' | 'Formats'): void {
  for (const [row, column, cell] of [...cellsIn(sheet, area)]) {
    if (sheet.protection && cell.format.locked) throw new HostError('AccessDenied');
    const { value, formula } = what === 'Formats' ? cell : emptyCell;
    const format = what === 'Contents' ? cell.format : plainFormat;
    putCell(sheet, row, column, { value, formula, format });
  }
}

/** Points of whole pixels, of which there are 96 to an inch. */
const inPixels = (points: number): number => Math.round(points / 0.75) * 0.75;

export function setRows(
  sheet: Sheet,
  { top, bottom }: Area,
  { height, hidden }: { readonly height?: number; readonly hidden?: boolean },
): void {
  demand(sheet, 'allowFormatRows');
  if (height !== undefined && !(height >= 0 && height <= highestRow)) {
    throw new HostError('InvalidArgument');
  }
  for (let row = top; row <= bottom; row++) {
    const before = sheet.rows.get(row) ?? untouchedRow(sheet);
    // No height hides a row, and any other shows it.
    const size = height
      ? { height: inPixels(height), hidden: false, custom: true }
      : { hidden: height === 0 || before.hidden };
    sheet.rows.set(row, { ...before, ...size, ...(hidden !== undefined && { hidden }) });
  }
}

export function setColumns(
  sheet: Sheet,
  { left, right }: Area,
  { width, hidden }: { readonly width?: number; readonly hidden?: boolean },
): void {
  demand(sheet, 'allowFormatColumns');
  if (width !== undefined && !(width >= 0 && width <= widestColumn)) {
    throw new HostError('InvalidArgument');
  }
  for (let column = left; column <= right; column++) {
    const before = sheet.columns.get(column) ?? { width: sheet.standardWidth, hidden: false };
    const size = width
      ? { width: inPixels(width), hidden: false }
      : { hidden: width === 0 || before.hidden };
    sheet.columns.set(column, { ...before, ...size, ...(hidden !== undefined && { hidden }) });
  }
}
