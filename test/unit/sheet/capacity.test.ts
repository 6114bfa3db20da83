import fc from 'fast-check';
import { expect, test } from 'vitest';
import { capacityOf, tallestRow } from '../../../core/sheet/fill/capacity.ts';
import { textHeight } from '../../../core/sheet/fill/row-height.ts';
import { viewOf } from '../../../core/sheet/form/grid-view.ts';
import type { CellFormat, Grid } from '../../../core/xlsx/grid.ts';
import { drawn } from './grids.ts';

const cell = { sheet: '様式', cell: 'A1' };
const room = (grid: Grid) => capacityOf({ views: new Map([['様式', viewOf(grid)]]) }, cell);
function grid(extras: Parameters<typeof drawn>[1], look: Partial<CellFormat> = {}): Grid {
  const made = drawn('\n\n', extras);
  const cells = new Map(made.cells);
  const first = cells.get('A1');
  if (first) cells.set('A1', { ...first, look: { ...first.look, ...look } });
  return { ...made, cells };
}

test('letters a line, lines as high as the row', () => {
  // 226 points less 6 at the sides and a letter kept free, by 10: 21 letters; 49 points take 3 lines of 15.
  const rows = { columnWidth: 226, rowHeights: new Map([[1, 49]]) };
  expect(room(grid(rows, { fontSize: 10 }))).toEqual({ now: 63, most: 21 * 27 });
});

test('one line where the cell does not wrap', () => {
  const rows = { columnWidth: 226, rowHeights: new Map([[1, 200]]) };
  expect(room(grid(rows, { fontSize: 10, wraps: false }))).toEqual({ now: 21, most: 21 });
});

test('a block is as wide as its columns and as high as its rows, hidden ones aside', () => {
  const one = room(grid({ columnWidth: 100, rowHeight: 40 }, { fontSize: 10 }));
  const block = room(grid({ columnWidth: 100, rowHeight: 40, merges: 'A1:B2' }, { fontSize: 10 }));
  expect(block?.now).toBeGreaterThan((one?.now ?? 0) * 4);
  const hidden = room(
    grid(
      {
        columnWidth: 100,
        rowHeight: 40,
        merges: 'A1:B2',
        hiddenRows: new Set([2]),
        hiddenColumns: new Set([2]),
      },
      { fontSize: 10 },
    ),
  );
  expect(hidden).toEqual(one);
});

test('never none, and null where nobody knows the cell', () => {
  expect(room(grid({ columnWidth: 1, rowHeight: 1 }))?.now).toBe(1);
  expect(capacityOf({ views: new Map() }, cell)).toBeNull();
  expect(
    capacityOf({ views: new Map([['様式', viewOf(grid({}))]]) }, { ...cell, cell: '?' }),
  ).toBeNull();
});

test('a text of so many letters fits, by the measure of the plan itself', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 40, max: 600 }),
      fc.integer({ min: 20, max: 400 }),
      fc.integer({ min: 8, max: 16 }),
      fc.constantFrom(13.5, 15, 18.75),
      (columnWidth, height, fontSize, rowHeight) => {
        const one = grid(
          { columnWidth, rowHeight, rowHeights: new Map([[1, height]]) },
          { fontSize },
        );
        const { now, most } = room(one) ?? { now: 0, most: 0 };
        const place = viewOf(one).at(1, 1);
        const needs = (letters: number) => textHeight(viewOf(one), place, 'あ'.repeat(letters));
        const least = fontSize * 1.3;
        expect(needs(now)).toBeLessThanOrEqual(Math.max(height, least));
        expect(needs(most)).toBeLessThanOrEqual(tallestRow);
      },
    ),
    { numRuns: 500 },
  );
});
