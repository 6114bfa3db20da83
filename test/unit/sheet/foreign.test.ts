import { describe, expect, test } from 'vitest';
import { foreignRows, isForeign } from '../../../core/sheet/form/foreign.ts';
import { viewOf } from '../../../core/sheet/form/grid-view.ts';
import { isOtherYear, yearMeant } from '../../../core/sheet/form/years.ts';
import { drawn } from './grids.ts';

test.each([
  ['令和７年度の結果', 2026, true],
  ['令和８年度の結果', 2026, false],
  ['R7実績', 2026, true],
  ['R7実績', null, false],
  ['令和７年度の結果と令和８年度の目標', 2026, false],
  ['昨年度の振り返り', null, true],
  ['前年度実績', 2026, true],
  ['次年度の目標', 2026, true],
  ['前年度比', 2026, false],
  ['前年度を踏まえた今年度の目標', 2026, false],
  ['年間の結果', 2026, false],
])('%s in %s is of another year: %s', (text, year, is) => {
  expect(isOtherYear(text, year)).toBe(is);
});

test.each([
  ['部長記入欄', true],
  ['事務局使用欄（記入しないでください）', true],
  ['区長講評', true],
  ['部長', true],
  ['記入例', true],
  ['（例）', true],
  ['昨年度', true],
  ['課記入欄', false],
  ['記入欄', false],
  ['企画課', false],
  ['条例改正', false],
  ['部長表彰', false],
])('%s is a part that the section does not fill in: %s', (text, is) => {
  expect(isForeign(text, 2026)).toBe(is);
});

test.each<[string, string[], string[], number | null, number | null]>([
  ['the one asked for, where it is there', ['R7結果', 'R8結果'], ['令和7年度'], 2026, 2026],
  ['the only one of the titles', ['R7結果', 'R8結果'], ['令和7年度'], null, 2025],
  ['none where the titles name two', ['R7結果', 'R8結果'], ['R7とR8'], null, null],
  ['the only one there', ['R7結果'], [], null, 2025],
  ['what is asked for, where only another is there', ['R9目標'], [], 2026, 2026],
])('which year is meant: %s', (_, labels, titles, asked, year) => {
  expect(yearMeant(labels, titles, asked)).toBe(year);
});

describe('rows under a caption', () => {
  const view = viewOf(
    drawn('令和８年度目標\n１ 前年度の振り返り\n目標|結果\n|\n２ 今年度の目標\n目標|結果\n|'),
  );
  test('of another year, as far as the next', () => {
    const isForeignRow = foreignRows(view, null);
    expect([1, 2, 3, 4, 5, 6, 7].filter(isForeignRow)).toEqual([2, 3, 4]);
  });

  test('a remark is no caption', () => {
    const other = viewOf(drawn('令和８年度目標\n※前年度の結果をふまえてください\n目標|結果\n|'));
    expect(foreignRows(other, null)(3)).toBe(false);
  });
});
