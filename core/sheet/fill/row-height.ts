import type { Area, Grid, GridCell } from '../../xlsx/grid.ts';
import type { GridView, Place } from '../form/grid-view.ts';

/** How high a text stands in its cell, a little generously: nothing may be clipped in Excel or LibreOffice. */

/** Points, as Excel's cells have them left and right of a text, and above and below it. */
const sides = 6;
const edges = 4;

/**
 * The height of a line to that of its letters. A worksheet whose own rows are 18 points or more is
 * set in a font with tall lines (Yu Gothic: 18.75 for 11 points; MS Gothic: 13.5).
 */
export const lineFactor = ({ rowHeight }: Grid): number => (rowHeight >= 18 ? 1.75 : 1.5);

/**
 * Points that a cell's text needs, its block's width given by the worksheet's columns; `wraps` where
 * the cell is to wrap though it does not yet.
 */
export function textHeight(
  { grid }: GridView,
  { area, cell }: Place,
  text: string,
  wraps = cell?.look.wraps ?? false,
): number {
  const size = cell?.look.fontSize ?? 11;
  const line = size * lineFactor(grid);
  if (cell?.look.vertical) {
    return Math.max(...text.split('\n').map((letters) => [...letters].length)) * line + edges;
  }
  if (!wraps) return oneLineOf(size);
  const lines = lineCount(text, widthOf(grid, area), size);
  return lines > 1 ? lines * line + edges : oneLineOf(size);
}

/** Whether a text needs several lines in a cell that has but one: it is not set to wrap. */
export const isCutOff = ({ grid }: GridView, { area, cell }: Place, text: string): boolean =>
  !cell?.look.wraps &&
  !cell?.look.vertical &&
  lineCount(text, widthOf(grid, area), cell?.look.fontSize ?? 11) > 1;

/** Points that a text may take in a block's columns. */
export function widthOf(grid: Grid, { left, right }: Area): number {
  let width = -sides;
  for (let column = left; column <= right; column++) {
    if (!grid.hiddenColumns.has(column)) width += grid.columnWidths.get(column) ?? grid.columnWidth;
  }
  return width;
}

/** A line alone needs no more than its letters do. */
const oneLineOf = (size: number): number => size * 1.3;

/**
 * The lines that paragraphs break into. A letter is as wide as it is high, a half-width one half as
 * wide; Latin words stay whole. One letter a line is kept free: 。 and 、 take one down with them.
 */
function lineCount(text: string, width: number, size: number): number {
  const room = Math.max(width - size, size);
  const half = halfWidth * size;
  let lines = 1;
  let filled = 0;
  let word = 0;
  for (let at = 0; at <= text.length; at++) {
    const code = at < text.length ? text.charCodeAt(at) : lineFeed;
    if (code > 0x20 && code < 0x7f) {
      word += half;
      continue;
    }
    if (word > 0) {
      if (filled > 0 && filled + word > room) {
        lines += 1;
        filled = 0;
      }
      // A word longer than a line is broken.
      for (; word > room; word -= room) lines += 1;
      filled += word;
      word = 0;
    }
    if (code === lineFeed) {
      if (at < text.length) lines += 1;
      filled = 0;
      continue;
    }
    // Of a pair of units, the second takes no room.
    if (code >= 0xdc00 && code < 0xe000) continue;
    const letter = code === 0x20 || (code >= 0xff61 && code <= 0xff9f) ? half : size;
    if (filled > 0 && filled + letter > room) {
      lines += 1;
      filled = 0;
    }
    filled += letter;
  }
  return lines;
}

const lineFeed = 0x0a;

/** Of proportional fonts, whose W is wider than half. */
const halfWidth = 0.6;

/** The height a row has now. */
export const heightOf = ({ rowHeights, rowHeight }: Grid, row: number): number =>
  rowHeights.get(row) ?? rowHeight;

/** What the texts of a row, those to be written among them, need; blocks over several rows aside. */
export function rowNeed(
  view: GridView,
  row: number,
  textAt: (address: string, cell: GridCell | undefined) => string,
): number {
  const needs = view.columns(row).map((column) => {
    const place = view.at(row, column);
    const { top, bottom, left } = place.area;
    if (top !== bottom || left !== column) return 0;
    const text = textAt(place.address, place.cell);
    return text ? textHeight(view, place, text) : 0;
  });
  return Math.max(0, ...needs);
}
