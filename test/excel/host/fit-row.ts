import { cellsIn, columnWidth, mergeAt } from './cells.ts';
import { shownText } from './shown-text.ts';
import { type Cell, type Row, type Sheet, wholeSheet } from './workbook.ts';

/** Excel's greatest row height, in points. */
export const highestRow = 409.5;

/** A line's height as a share of the font's size, and what a cell keeps clear at its sides, in points. */
const lineShare = 1.5;
const padding = 4;

export const untouchedRow = ({ standardHeight }: Sheet): Row => ({
  height: standardHeight,
  hidden: false,
  custom: false,
});

/**
 * Makes a row that nobody has given a height as high as its wrapped texts, roughly; Excel does so
 * whenever one changes, and leaves merged cells out of account.
 */
export function fitRow(sheet: Sheet, row: number): void {
  const before = sheet.rows.get(row) ?? untouchedRow(sheet);
  if (before.custom) return;
  const cells = [...cellsIn(sheet, { ...wholeSheet, top: row, bottom: row })];
  const needed = cells
    .filter(([, column, { format }]) => format.wrapText && !mergeAt(sheet, row, column))
    .map(([, column, cell]) => textHeight(cell, columnWidth(sheet, column) - padding));
  const height = Math.min(Math.max(sheet.standardHeight, ...needed), highestRow);
  if (height === sheet.standardHeight && !before.hidden) sheet.rows.delete(row);
  else sheet.rows.set(row, { ...before, height });
}

function textHeight({ value, format }: Cell, width: number): number {
  const { size } = format.font;
  const lines = shownText(value, format.numberFormat)
    .split('\n')
    .map((line) => {
      const length = [...line].reduce((sum, sign) => sum + (sign > '\u00ff' ? size : size / 2), 0);
      return Math.max(1, Math.ceil(length / Math.max(width, size)));
    });
  return Math.ceil(lines.reduce((sum, count) => sum + count, 0) * size * lineShare);
}
