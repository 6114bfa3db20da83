import { expect, test } from 'vitest';
import { joinMeasures } from '../../../core/sheet/fill/join-measures.ts';
import { located } from '../../../core/sheet/form/recognize.ts';
import type { Sheet, Target } from '../../../core/sheet/model/sheet.ts';
import { drawn } from './grids.ts';

const sheetOf = (target: Target): Sheet => ({
  fiscalYear: 2026,
  ward: null,
  policies: [],
  sections: [{ division: null, section: '総務課', targets: [target] }],
});

/** What the target says by then, in a form with these columns. */
function joined(columns: string, target: Omit<Target, 'no'>): Target | undefined {
  const cells = '| '.repeat(columns.split('|').length);
  const places = located([
    drawn(`
令和8年度 目標・結果シート
部署名 | 番号 | ${columns} | 実施結果
総務課 | 1 ${cells}|
 | 2 ${cells}|
`),
  ]);
  if (!places.ok) throw new Error(JSON.stringify(places.problems));
  return joinMeasures(sheetOf({ no: 1, ...target }), places.value).sections[0]?.targets[0];
}

const one = '目標と具体的な取組';

test.each<[string, Omit<Target, 'no'>, Omit<Target, 'no'>]>([
  ['both', { target: '甲', measures: '乙\n丙' }, { target: '甲\n乙\n丙' }],
  ['measures alone', { target: null, measures: '乙' }, { target: '乙' }],
  ['what the cell holds already', { target: '甲\n乙', measures: '乙' }, { target: '甲\n乙' }],
  ['the same in both', { target: '乙', measures: '乙' }, { target: '乙' }],
  ['a word that only ends alike', { target: '甲乙', measures: '乙' }, { target: '甲乙\n乙' }],
  ['no measures', { target: '甲', measures: null }, { target: '甲' }],
  ['not spoken of', { target: '甲', result: '済' }, { target: '甲', result: '済' }],
])('in a form with one column: %s', (_, target, expected) => {
  expect(joined(one, target)).toEqual({ no: 1, ...expected });
});

test('what has a column of its own stays apart', () => {
  const apart = { no: 1, target: '甲', measures: '乙' };
  expect(joined('目標 | 具体的な取組', { target: '甲', measures: '乙' })).toEqual(apart);
});

test('beside a column that nobody understands it stays apart, until that is settled', () => {
  const apart = { no: 1, target: '甲', measures: '乙' };
  expect(joined('目標 | うさぎ', { target: '甲', measures: '乙' })).toEqual(apart);
});
