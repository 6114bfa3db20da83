import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { viewOf } from '../../../core/sheet/form/grid-view.ts';
import { columnName } from '../../../core/xlsx/address.ts';
import { gridsOf } from '../../../core/xlsx/read/read-grids.ts';
import { openWorkbook } from '../../../core/xlsx/read/workbook.ts';
import { layOut } from '../../../extension/sheet/drawn-layout.ts';

const viewIn = (file: string) => {
  const workbook = openWorkbook(readFileSync(file));
  const [grid] = workbook.ok ? gridsOf(workbook.value) : [];
  if (!grid) throw new Error(file);
  return viewOf(grid);
};
const form = (name: string) => viewIn(`test/fixtures/forms/${name}.xlsx`);

test.each([
  ['01-ward-as-published', ['A', 'B', 'C', 'D']],
  ['20-improvement-card', ['A', 'B', 'C', 'D', 'E', 'F', 'G']],
])('the columns of %s', (name, expected) => {
  const view = form(name);
  const { columns } = layOut(view, view.rows);
  expect(columns.map(({ first }) => columnName(first))).toEqual(expected);
});

test('narrow columns between which nothing stands are drawn as one, and blocks keep their shape', () => {
  const view = form('15-cards-graph-paper');
  const { columns, rows } = layOut(view, view.rows);
  expect(columns.length).toBeLessThan(15);
  expect(columns.reduce((sum, { points }) => sum + points, 0)).toBeGreaterThan(300);
  const target = rows
    .find(({ row }) => row === 11)
    ?.cells.find(({ place }) => place.address === 'O11');
  const { area } = target?.place ?? {};
  expect(area && [columnName(area.left), columnName(area.right)]).toEqual(['O', 'BH']);
  expect(target).toMatchObject({ rows: (area?.bottom ?? 0) - (area?.top ?? 0) + 1 });
  expect(target?.columns).toBe(columns.filter(({ first }) => first >= (area?.left ?? 0)).length);
});

test.each([
  '01-ward-as-published',
  '15-cards-graph-paper',
  '17-cards-side-by-side',
  '20-improvement-card',
])('no place of %s is drawn twice, and each row is whole', (name) => {
  const view = form(name);
  const { columns, rows } = layOut(view, view.rows);
  const drawn = rows.flatMap(({ cells }) => cells.map(({ place }) => place.address));
  expect(new Set(drawn).size).toBe(drawn.length);
  const filled = rows.map(() => 0);
  rows.forEach(({ cells }, index) => {
    for (const cell of cells) {
      for (let down = 0; down < cell.rows; down++) {
        filled[index + down] = (filled[index + down] ?? 0) + cell.columns;
      }
    }
  });
  expect(filled).toEqual(rows.map(() => columns.length));
});

test('what is hidden is not drawn', () => {
  const view = viewIn('test/fixtures/templates/ward-merged.xlsx');
  const [first = 0, second = 0] = view.rows;
  const grid = { ...view.grid, hiddenRows: new Set([first]), hiddenColumns: new Set([1]) };
  const { columns, rows } = layOut(viewOf(grid), [first, second]);
  expect(rows.map(({ row }) => row)).toEqual([second]);
  expect(columns.every(({ first: column }) => column !== 1)).toBe(true);
});
