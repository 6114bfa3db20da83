import { address, parseAddress } from '../../../core/xlsx/address.ts';
import { type Area, type Grid, type GridCell, plainFormat } from '../../../core/xlsx/grid.ts';
import type { WritePlan } from '../../../core/xlsx/write-plan.ts';

/** Grids drawn as text, and a small hand that applies a plan to one as `WritePlan` tells. */

const look = { formula: false, look: { ...plainFormat, wraps: true } };

export const areaOf = (range: string): Area => {
  const [first = '', last = first] = range.split(':');
  const from = parseAddress(first);
  const to = parseAddress(last);
  if (!from || !to) throw new Error(range);
  return { top: from.row, left: from.column, bottom: to.row, right: to.column };
};

interface Extras extends Partial<Omit<Grid, 'merges' | 'cells' | 'names'>> {
  readonly merges?: string;
  readonly names?: Readonly<Record<string, string | null>>;
  readonly formulas?: string;
}

/**
 * A row a line, its cells parted by `|`, the first in column A. A cell of blanks is there and empty;
 * `-` is no cell at all; ⏎ is a line break.
 */
export function drawn(picture: string, extras: Extras = {}): Grid {
  const { merges = '', names = {}, formulas = '', ...rest } = extras;
  const cells = new Map<string, GridCell>();
  picture
    .replace(/^\n|\n\s*$/g, '')
    .split('\n')
    .forEach((line, row) => {
      line.split('|').forEach((part, column) => {
        const text = part.trim().replaceAll('⏎', '\n');
        if (text !== '-') {
          const at = address(row + 1, column + 1);
          cells.set(at, { ...look, text, formula: formulas.split(' ').includes(at) });
        }
      });
    });
  return {
    name: '様式',
    hidden: false,
    protected: false,
    cells,
    merges: merges.split(' ').filter(Boolean).map(areaOf),
    names: Object.entries(names).map(([name, range]) => ({
      name,
      area: range === null ? null : areaOf(range),
    })),
    validations: [],
    tables: [],
    pivots: [],
    hiddenRows: new Set(),
    hiddenColumns: new Set(),
    rowHeights: new Map(),
    columnWidths: new Map(),
    rowHeight: 15,
    columnWidth: 200,
    ...rest,
  };
}

/** The grid after a plan: rows put in, merges grown or repeated, cells written. */
export function applied(grid: Grid, plan: WritePlan): Grid {
  const { insertions, writes, heights } = plan;
  const shift = (row: number) =>
    insertions.reduce((sum, { after, count }) => (after < row ? sum + count : sum), row);
  const cells = new Map<string, GridCell>();
  for (const [key, cell] of grid.cells) {
    const { row, column } = parseAddress(key) as { row: number; column: number };
    cells.set(address(shift(row), column), cell);
    const { count = 0 } = insertions.find(({ after }) => after === row) ?? {};
    for (let added = 1; added <= count; added++) {
      cells.set(address(shift(row) + added, column), { ...cell, text: '', formula: false });
    }
  }
  const merges = grid.merges.flatMap((area): Area[] => {
    const { count = 0 } = insertions.find(({ after }) => after === area.bottom) ?? {};
    const moved = { ...area, top: shift(area.top), bottom: shift(area.bottom) };
    if (count === 0) return [moved];
    if (area.bottom > area.top) return [{ ...moved, bottom: moved.bottom + count }];
    return Array.from({ length: count + 1 }, (_, index) => ({
      ...moved,
      top: moved.top + index,
      bottom: moved.bottom + index,
    }));
  });
  for (const { address: at, text } of writes) {
    cells.set(at, { ...(cells.get(at) ?? { ...look }), text: text ?? '' });
  }
  return {
    ...grid,
    cells,
    merges,
    hiddenRows: new Set([...grid.hiddenRows].map(shift)),
    rowHeights: new Map([
      ...[...grid.rowHeights].map(([row, points]) => [shift(row), points] as const),
      ...heights.map(({ row, points }) => [row, points] as const),
    ]),
  };
}
