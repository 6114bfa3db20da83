import { expect, test } from 'vitest';
import { planFill } from '../../../core/sheet/fill/fill.ts';
import { readSheet } from '../../../core/sheet/fill/read-sheet.ts';
import { located } from '../../../core/sheet/form/recognize.ts';
import type { Grid } from '../../../core/xlsx/grid.ts';
import { applied, drawn } from './grids.ts';

const table = '部署名 | 番号 | 目標 | 実施結果\n総務課 | 1 | |\n | 2 | |';
const found = (...grids: Grid[]) => {
  const places = located(grids);
  if (!places.ok) throw new Error(JSON.stringify(places.problems));
  return places.value;
};
/** `B2 ①`: the slots, with the mark or line that stays. */
const slots = (...grids: Grid[]): string =>
  found(...grids)
    .policies.map(({ sheet, cell, mark, line }) =>
      [sheet === '様式' ? cell : `${sheet}!${cell}`, mark, line]
        .filter((each) => each !== null && each !== '')
        .join(' '),
    )
    .join(', ');

test.each<[where: string, picture: string, slots: string]>([
  ['marks in the cells themselves', `① あいさつ\n②\n③\n${table}`, 'A1 ①, A2 ②, A3 ③'],
  ['marks in cells of their own', `①|\n②|\n③|\n${table}`, 'B1, B2, B3'],
  ['all in one cell', `①あいさつ⏎②清潔⏎③\n${table}`, 'A1 ① 0, A1 ② 1, A1 ③ 2'],
  [
    'plain numbers below a line that speaks of 方針',
    `区役所サービス向上方針\n1|\n2|\n${table}`,
    'B2, B3',
  ],
  ['方針１ and 方針２', `区役所サービス向上方針\n方針１|\n方針２|\n${table}`, 'B2, B3'],
  ['beside the heading', `サービス向上方針|あいさつ\n${table}`, 'B1'],
  ['none', `令和8年度 目標・結果シート\n${table}`, ''],
  // A number alone is no policy.
  ['numbers that nothing explains', `令和8年度\n1|\n2|\n${table}`, ''],
])('%s', (_, picture, is) => {
  expect(slots(drawn(picture, { merges: picture.startsWith('区役所') ? 'B2:D2 B3:D3' : '' }))).toBe(
    is,
  );
});

test('below the table', () => {
  expect(slots(drawn(`${table}\n- | - | - | -\n区役所サービス向上方針\n① あいさつ\n②`))).toBe(
    'A6 ①, A7 ②',
  );
});

test('on another worksheet', () => {
  const policies = drawn('区役所サービス向上方針\n①|\n②|', { name: '方針' });
  expect(slots(drawn(table), policies)).toBe('方針!B2, 方針!B3');
});

test('where a name of ours says', () => {
  const grid = drawn(`x|\nx|\n${table}`, { names: { furikaeri_policies: 'B1:B2' } });
  expect(slots(grid)).toBe('B1, B2');
});

const sheet = (...policies: (string | null)[]) => ({
  fiscalYear: null,
  ward: null,
  policies,
  sections: [],
});

/** The texts of column A or B after filling, and what is read from them again. */
function filled(grid: Grid, ...policies: (string | null)[]) {
  const plan = planFill(found(grid), sheet(...policies));
  if (!plan.ok) return plan.problems.map(({ code }) => code).join();
  const [one] = plan.value.plans;
  const after = one ? applied(grid, one) : grid;
  const read = readSheet(found(after));
  return {
    told: plan.value.notices.map(({ code }) => code),
    texts: ['A1', 'B1', 'A2', 'B2'].map((cell) => after.cells.get(cell)?.text ?? '').join('|'),
    read: read.ok ? read.value.policies : read.problems,
  };
}

test('marks stay, and what is written is read again', () => {
  expect(filled(drawn(`①\n②\n${table}`), '笑顔', 'ていねい')).toEqual({
    told: [],
    texts: '① 笑顔||② ていねい|',
    read: ['笑顔', 'ていねい'],
  });
  expect(filled(drawn(`①|\n②|\n${table}`), '笑顔', null)).toEqual({
    told: [],
    texts: '①|笑顔|②|',
    read: ['笑顔', null],
  });
  expect(filled(drawn(`①⏎②\n${table}`), '笑顔', 'ていねい')).toMatchObject({
    texts: expect.stringMatching(/^① 笑顔\n② ていねい\|/),
    read: ['笑顔', 'ていねい'],
  });
});

test('what has no slot is told, and the rest is written', () => {
  expect(filled(drawn(`①\n②\n${table}`), 'い', 'ろ', 'は')).toMatchObject({
    told: ['not-in-form'],
    read: ['い', 'ろ'],
  });
  expect(filled(drawn(`令和8年度\n${table}`), 'い')).toMatchObject({ told: ['not-in-form'] });
});

test('another policy there is not written over', () => {
  expect(filled(drawn(`① あいさつ\n②\n${table}`), '笑顔')).toBe('cell-not-empty');
  expect(filled(drawn(`① 笑顔\n②\n${table}`), '笑顔')).toMatchObject({ read: ['笑顔', null] });
});
