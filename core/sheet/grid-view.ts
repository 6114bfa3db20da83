import { address, parseAddress } from '../xlsx/address.ts';
import type { Area, Grid, GridCell } from '../xlsx/grid.ts';

/** A cell as one sees it: a merged block is one cell, whose text stands in its first. */
export interface Place {
  readonly area: Area;
  /** Of the block's first cell, where it is written. */
  readonly address: string;
  readonly text: string;
  readonly cell: GridCell | undefined;
}

/** Look-ups in a grid. Rows and columns count from 1. */
export interface GridView {
  readonly grid: Grid;
  /** The rows that have a cell, in order. A file can name a million rows; only these are walked. */
  readonly rows: readonly number[];
  readonly columns: (row: number) => readonly number[];
  readonly at: (row: number, column: number) => Place;
}

/** Merges taller than this are looked for one by one. */
const tall = 500;

export function viewOf(grid: Grid): GridView {
  const columnsOf = new Map<number, number[]>();
  for (const key of grid.cells.keys()) {
    const place = parseAddress(key);
    if (!place) continue;
    const { row, column } = place;
    const columns = columnsOf.get(row);
    if (columns) columns.push(column);
    else columnsOf.set(row, [column]);
  }
  for (const columns of columnsOf.values()) columns.sort((a, b) => a - b);
  const rows = [...columnsOf.keys()].sort((a, b) => a - b);

  const mergesOf = new Map<number, Area[]>();
  const tallMerges: Area[] = [];
  for (const area of grid.merges) {
    if (area.bottom - area.top >= tall) tallMerges.push(area);
    else
      for (let row = area.top; row <= area.bottom; row++) {
        const merges = mergesOf.get(row);
        if (merges) merges.push(area);
        else mergesOf.set(row, [area]);
      }
  }
  const at = (row: number, column: number): Place => {
    const over = (area: Area) =>
      area.top <= row && row <= area.bottom && area.left <= column && column <= area.right;
    const area = mergesOf.get(row)?.find(over) ??
      tallMerges.find(over) ?? { top: row, left: column, bottom: row, right: column };
    const first = address(area.top, area.left);
    const cell = grid.cells.get(first);
    return { area, address: first, text: cell?.text ?? '', cell };
  };
  return { grid, rows, columns: (row) => columnsOf.get(row) ?? [], at };
}
