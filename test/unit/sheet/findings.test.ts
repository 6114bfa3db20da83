import { expect, test } from 'vitest';
import { type FindingOptions, findingsOf } from '../../../core/sheet/fill/findings.ts';
import { located } from '../../../core/sheet/form/recognize.ts';
import type { CellFormat, Grid } from '../../../core/xlsx/grid.ts';
import { areaOf, drawn } from './grids.ts';

const picture = `
令和8年度 目標・結果シート
部署名 | 番号 | 目標 | 実施結果 | 達成度
総務課 | 1 | | |
 | 2 | | |
`;
type Extras = Parameters<typeof drawn>[1];

/** The grid with the look of some cells changed. */
function looking(grid: Grid, cells: string, look: Partial<CellFormat>): Grid {
  const changed = new Map(grid.cells);
  for (const cell of cells.split(' ')) {
    const old = changed.get(cell);
    if (old) changed.set(cell, { ...old, look: { ...old.look, ...look } });
  }
  return { ...grid, cells: changed };
}

/** `code C3 D3 max=10`: what is told at opening. */
function told(grid: Grid, options: FindingOptions = {}): string[] {
  const places = located([grid]);
  if (!places.ok) throw new Error(JSON.stringify(places.problems));
  return findingsOf(places.value, options).map(({ code, cells, params }) =>
    [
      code,
      ...cells.map(({ cell }) => cell),
      ...Object.entries(params).map(([key, value]) => `${key}=${value}`),
    ].join(' '),
  );
}
const form = (extras: Extras = {}) => drawn(picture, extras);

test('a form in which nothing stands in the way', () => {
  expect(told(form(), { fiscalYear: 2026, traits: { macros: false, signed: false } })).toEqual([]);
});

test('a form with no place for results', () => {
  const goals = drawn('令和8年度 サービス向上目標\n部署名 | 番号 | 目標\n総務課 | 1 |\n | 2 |\n');
  expect(told(goals)).toEqual(['no-result']);
});

test('locked cells of a protected worksheet, and only of such', () => {
  const locked = looking(form(), 'C3 D3 E3 C4 D4 E4', { locked: true });
  expect(told(locked)).toEqual([]);
  expect(told({ ...locked, protected: true })).toEqual(['locked-cells C3 D3 E3 C4 D4 E4']);
  const open = looking({ ...locked, protected: true }, 'C3 D3 E3 C4', { locked: false });
  expect(told(open)).toEqual(['locked-cells D4 E4']);
  const all = looking({ ...locked, protected: true }, 'C3 D3 E3 C4 D4 E4', { locked: false });
  expect(told(all)).toEqual(['protected']);
});

test('formulas, those of numbers aside', () => {
  expect(told(form({ formulas: 'B3 B4 D3' }))).toEqual(['formula-cells D3']);
});

test('texts in cells that show one line only, vertical ones aside', () => {
  expect(told(looking(form(), 'C3 D4 E3', { wraps: false }))).toEqual(['one-line-cells C3 D4']);
  expect(told(looking(form(), 'C3', { wraps: false, vertical: true }))).toEqual([]);
});

test('cells with a rule of their own', () => {
  const list = { kind: 'list', areas: [areaOf('E3:E4')], words: ['◎', '○', '△', '×'] } as const;
  const length = {
    kind: 'length',
    areas: [areaOf('C3:C3'), areaOf('A1')],
    min: null,
    max: 10,
  } as const;
  const least = { kind: 'length', areas: [areaOf('D3:D4')], min: 3, max: null } as const;
  const computed = { kind: 'list', areas: [areaOf('D4')], words: null } as const;
  expect(told(form({ validations: [list, length, least] }))).toEqual([
    'short-cells C3 max=10',
    'list-cells E3 E4 words=◎、○、△、×',
  ]);
  expect(told(form({ validations: [computed] }))).toEqual(['list-cells D4 words=']);
});

test('a table’s header and a pivot table', () => {
  const tables = [{ area: areaOf('A3:E4'), headerRows: 1 }];
  expect(told(form({ tables }))).toEqual(['table-header C3 D3 E3']);
  expect(told(form({ tables: [{ area: areaOf('A2:E4'), headerRows: 1 }] }))).toEqual([]);
  expect(told(form({ pivots: [areaOf('D4:F9')] }))).toEqual(['pivot D4 E4']);
});

test('another 年度 than the draft’s', () => {
  expect(told(form(), { fiscalYear: 2027 })).toEqual(['other-year year=2027 found=2026']);
  expect(told(form(), { fiscalYear: null })).toEqual([]);
  expect(told(drawn(picture.replace('令和8年度', '')), { fiscalYear: 2027 })).toEqual([]);
});

test('macros, and a signature that filling breaks', () => {
  expect(told(form(), { traits: { macros: true, signed: true } })).toEqual(['macros', 'signed']);
});

test('a form of another year than today’s, said of the draft first', () => {
  expect(told(form(), { thisYear: 2026 })).toEqual([]);
  expect(told(form(), { thisYear: 2028 })).toEqual(['not-this-year year=2028 found=2026']);
  expect(told(form(), { thisYear: 2028, fiscalYear: 2026 })).toEqual([
    'not-this-year year=2028 found=2026',
  ]);
  expect(told(form(), { thisYear: 2028, fiscalYear: 2027 })).toEqual([
    'other-year year=2027 found=2026',
  ]);
});
