import { expect, test, vi } from 'vitest';
import { readSheet } from '../../../core/sheet/fill/read-sheet.ts';
import { located } from '../../../core/sheet/form/recognize.ts';
import { address } from '../../../core/xlsx/address.ts';
import { type Area, type Grid, type GridCell, plainFormat } from '../../../core/xlsx/grid.ts';
import { drawn } from './grids.ts';

vi.setConfig({ testTimeout: 60_000 });

/** Worksheets made to keep a program busy (F23): each is answered, whatever the answer. */

const headings = ['部署名', '番号', '場面', '目標', '結果'];

function large(
  rows: number,
  text: (row: number, column: number) => string,
  merges: Area[] = [],
): Grid {
  const look = { formula: false, look: { ...plainFormat, wraps: true } };
  const cells = new Map<string, GridCell>();
  for (let row = 1; row <= rows; row++) {
    for (let column = 1; column <= headings.length; column++) {
      cells.set(address(row, column), { ...look, text: text(row, column) });
    }
  }
  return { ...drawn(''), cells, merges };
}

const below = (own: (row: number, column: number) => string) => (row: number, column: number) =>
  row === 1 ? (headings[column - 1] ?? '') : own(row, column);
const blocks = (height: number): Area[] =>
  Array.from({ length: 20_000 }, (_, index) => ({
    top: 2,
    left: 6 + index,
    bottom: 2 + height,
    right: 6 + index,
  }));

test.each<[string, Grid]>([
  ['headings everywhere', large(10_000, () => '目標')],
  ['nothing but headers', large(300, (_, column) => headings[column - 1] ?? '')],
  [
    'a section a row',
    large(
      10_000,
      below((row, column) => (column === 1 ? `第${row}課` : '1')),
    ),
  ],
  [
    'flat blocks over each other',
    large(
      500,
      below(() => '1'),
      blocks(40),
    ),
  ],
  [
    'tall blocks over each other',
    large(
      500,
      below(() => '1'),
      blocks(400),
    ),
  ],
  ['policies without end', large(10_000, () => '①')],
  [
    'blanks without end',
    large(
      100,
      below(() => `①${'　'.repeat(30_000)}い`),
    ),
  ],
  [
    'lines without end',
    large(
      100,
      below(() => `${'\n　'.repeat(15_000)}い`),
    ),
  ],
])('%s', (_, grid) => {
  const found = located([grid]);
  const told = found.ok ? readSheet(found.value) : found;
  expect(told.ok || told.problems.length > 0).toBe(true);
});
