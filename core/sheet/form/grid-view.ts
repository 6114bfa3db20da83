import { address, parseAddress } from '../../xlsx/address.ts';
import type { Area, Grid, GridCell } from '../../xlsx/grid.ts';

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
  /** Whether places are drawn with lines; where there are none at all, every cell that is there may be one. */
  readonly hasLines: boolean;
}

/** Blocks are looked up by their rows or, where they are taller than this, by their columns. */
const tall = 50;
/** Wider ones than this are tall and wide: of such there is room for few. */
const wide = 500;
const mostHuge = 100;
/** More than a worksheet has. */
const columnsApart = 2 ** 15;

/** Made once for each grid: recognising, placing, filling and drawing look at the same. */
const views = new WeakMap<Grid, GridView>();

export function viewOf(grid: Grid): GridView {
  const known = views.get(grid) ?? makeView(grid);
  views.set(grid, known);
  return known;
}

function makeView(grid: Grid): GridView {
  const columnsOf = new Map<number, number[]>();
  /** Cells of a file stand in their order. */
  const jumbled = new Set<number[]>();
  for (const key of grid.cells.keys()) {
    const place = parseAddress(key);
    if (!place) continue;
    const { row, column } = place;
    const columns = columnsOf.get(row);
    if (!columns) columnsOf.set(row, [column]);
    else {
      if (column < (columns.at(-1) ?? 0)) jumbled.add(columns);
      columns.push(column);
    }
  }
  for (const columns of jumbled) columns.sort((a, b) => a - b);
  const rows = [...columnsOf.keys()].sort((a, b) => a - b);

  const mergesOf = new Map<number, Area[]>();
  const tallMergesOf = new Map<number, Area[]>();
  const huge: Area[] = [];
  for (const area of grid.merges) {
    if (area.bottom - area.top < tall) keep(mergesOf, area.top, area.bottom, area);
    else if (area.right - area.left < wide) keep(tallMergesOf, area.left, area.right, area);
    else if (huge.length < mostHuge) huge.push(area);
  }
  const placeAt = (row: number, column: number): Place => {
    const over = (area: Area) =>
      area.top <= row && row <= area.bottom && area.left <= column && column <= area.right;
    const area = mergesOf.get(row)?.find(over) ??
      tallMergesOf.get(column)?.find(over) ??
      huge.find(over) ?? { top: row, left: column, bottom: row, right: column };
    const first = address(area.top, area.left);
    const cell = grid.cells.get(first);
    return { area, address: first, text: cell?.text ?? '', cell };
  };
  // The same cells are looked at again and again.
  const known = new Map<number, Place>();
  const at = (row: number, column: number): Place => {
    const key = row * columnsApart + column;
    const place = known.get(key) ?? placeAt(row, column);
    known.set(key, place);
    return place;
  };
  let lines: boolean | undefined;
  return {
    grid,
    rows,
    columns: (row) => columnsOf.get(row) ?? [],
    at,
    get hasLines() {
      lines ??= [...grid.cells.values()].some(({ look }) => look.edges > 0);
      return lines;
    },
  };
}

function keep(merges: Map<number, Area[]>, from: number, to: number, area: Area): void {
  for (let at = from; at <= to; at++) {
    const others = merges.get(at);
    if (others) others.push(area);
    else merges.set(at, [area]);
  }
}
