import { describe, expect, test } from 'vitest';
import { located } from '../../../core/sheet/form/recognize.ts';
import type { Grid } from '../../../core/xlsx/grid.ts';
import { drawn } from './grids.ts';

/** `sure`, or the problems' codes. */
const said = (grid: Grid): string => {
  const found = located([grid]);
  return found.ok ? 'sure' : found.problems.map(({ code }) => code).join();
};

const table = (title: string, headings: string, name = '様式') =>
  drawn(`${title} | - | - | - | -\n番号 | ${headings}\n1 | | | |\n2 | | | |`, { name });

/** Each cell with lines around. */
function boxed(grid: Grid, ...addresses: string[]): Grid {
  const cells = new Map(grid.cells);
  for (const at of addresses) {
    const cell = cells.get(at);
    if (cell) cells.set(at, { ...cell, look: { ...cell.look, edges: 4 } });
  }
  return { ...grid, cells };
}

describe('a word of another paper makes none of ours', () => {
  const cards = `
サービス向上カード | -
課名 | 介護課
昨年度の来庁者アンケート結果 |
目標1 |
目標1の結果 |
目標2 |
目標2の結果 |
`;
  test('in the label of a box over the cards', () => {
    const all = [3, 4, 5, 6, 7].flatMap((row) => [`A${row}`, `B${row}`]);
    expect(said(boxed(drawn(cards), ...all))).toBe('sure');
  });

  test('but in a title', () => {
    expect(said(drawn(cards.replace('サービス向上カード', '来庁者アンケート結果')))).toBe(
      'other-paper',
    );
  });

  test.each([
    ['a column beside target and result', 'サービス目標', '目標 | 結果 | アンケート結果', 'sure'],
    ['a column of figures', 'サービス目標', '目標 | 結果 | 参加人数', 'sure'],
    ['two such columns', 'サービス目標', '目標 | 結果 | 講師 | 参加人数', 'other-paper'],
    ['a title that says nothing', '目標一覧', '目標 | 結果 | 参加人数', 'other-paper'],
    ['a row for each person', 'サービス目標', '職員名 | 目標 | 結果', 'other-paper'],
    ['the 研修 as the target', 'サービス目標', '研修目標 | 結果', 'other-paper'],
    ['somebody’s appraisal', 'サービス目標', '目標 | 結果 | 一次評価', 'other-paper'],
  ])('%s', (_, title, headings, is) => {
    expect(said(table(title, headings))).toBe(is);
  });

  test.each([
    ['台帳', 'sure'],
    ['目標台帳', 'sure'],
    ['苦情台帳', 'other-paper'],
    ['名簿', 'other-paper'],
  ])('the tab %s: %s', (name, is) => {
    expect(said(table('サービス目標', '目標 | 結果', name))).toBe(is);
  });
});
