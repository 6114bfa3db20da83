import { expect, test } from 'vitest';
import { builtInEras } from '../../../core/calendar/era.ts';
import { viewOf } from '../../../core/sheet/form/grid-view.ts';
import { fiscalYearIn, fiscalYearTitle, titleOf, wardIn } from '../../../core/sheet/form/title.ts';
import { drawn } from './grids.ts';

test.each([
  ['令和８年度', 2026],
  ['令和8年度 目標・結果シート', 2026],
  ['令 和 ８ 年 度', 2026],
  ['令和元年度', 2019],
  ['令和1年度', 2019],
  ['平成31年度', 2019],
  ['H31年度', 2019],
  ['Ｒ８年度', 2026],
  ['平成２１年度以降', 2009],
  ['2026年度', 2026],
  ['２０２６年度', 2026],
  ['令和8（2026）年度', 2026],
  ['令和８年(2026年)度', null],
  ['2026（令和8）年度', 2026],
  ['2026年（令和8年）年度', 2026],
  ['令和元（2019）年度', 2019],
  ['令和八年度', 2026],
  ['令和十年度', 2028],
  ['令和十二年度', 2030],
  ['令和二十一年度', 2039],
  ['川崎市多摩区　令和8年度', 2026],
  ['年度', null],
  ['令和　　年度', null],
  ['8年度', null],
  ['次年度', null],
  ['令和8年4月', null],
  ['', null],
])('the 年度 in %j is %s', (text, year) => {
  expect(fiscalYearIn(text)).toBe(year);
});

test('the next era is data', () => {
  const eras = [...builtInEras, { name: '次代', initial: 'J', from: '2040-05-01' }];
  expect(fiscalYearIn('次代元年度', eras as typeof builtInEras)).toBe(2040);
  expect(fiscalYearIn('次代三年度', eras as typeof builtInEras)).toBe(2042);
  expect(fiscalYearIn('J2（2041）年度', eras as typeof builtInEras)).toBe(2041);
  expect(fiscalYearIn('令和22年度', eras as typeof builtInEras)).toBe(2040);
  expect(fiscalYearIn('次代3年度')).toBeNull();
});

test('a year as a title has it is read again', () => {
  for (const year of [1989, 2018, 2019, 2020, 2026, 2040]) {
    expect(fiscalYearIn(fiscalYearTitle(year))).toBe(year);
  }
  expect(fiscalYearTitle(2019)).toBe('令和元年度');
  expect(fiscalYearTitle(2026)).toBe('令和8年度');
});

test.each([
  ['多摩区役所', '多摩区'],
  ['川崎市多摩区役所', '多摩区'],
  ['令和8年度 高津区役所サービス向上目標', '高津区'],
  ['目標・結果シート（宮前区）', '宮前区'],
  ['多摩区', '多摩区'],
  ['多　摩　区', '多摩区'],
  ['区役所サービス向上目標', null],
  ['各区役所', null],
  ['関係する区役所サービス基準', null],
  ['令和７年度　若宮区役所　区役所サービス向上目標', '若宮区'],
  ['全区', null],
  ['本区', null],
  ['区', null],
  ['地区', '地区'],
  ['', null],
])('the ward in %j is %s', (text, ward) => {
  expect(wardIn(text)).toBe(ward);
});

const told = (picture: string, extras: Parameters<typeof drawn>[1] = {}, below = 5) => {
  const { fiscalYear, ward, yearCells, wardCells } = titleOf(viewOf(drawn(picture, extras)), below);
  const cells = (list: typeof yearCells) => list.map(({ cell }) => cell).join(' ');
  return [fiscalYear, ward, cells(yearCells), cells(wardCells)];
};

test('the first year and ward above the table', () => {
  expect(told('令和8年度　多摩区役所　目標・結果シート')).toEqual([2026, '多摩区', '', '']);
  expect(told('-\n-\n-\n-\n令和8年度　多摩区役所')).toEqual([null, null, '', '']);
  expect(told('令和8年度', { hiddenRows: new Set([1]) })).toEqual([null, null, '', '']);
});

test('a cell beside 年度 that waits for it', () => {
  expect(told('年度|')).toEqual([null, null, 'B1', '']);
  expect(told('年　度|令和　　年度')).toEqual([null, null, 'B1', '']);
  expect(told('年度|令和8年度')).toEqual([2026, null, '', '']);
  expect(told('年度|', { formulas: 'B1' })).toEqual([null, null, '', '']);
});

test('cells that have a name of ours', () => {
  const names = { furikaeri_year: 'B1', furikaeri_ward: 'B2' };
  expect(told('x|\nx|', { names })).toEqual([null, null, 'B1', 'B2']);
  expect(told('x|令和9年度\nx|幸区', { names })).toEqual([2027, '幸区', '', '']);
  // The named cell comes before any other text.
  expect(told('令和8年度|令和9年度\nx|', { names })).toEqual([2027, null, '', 'B2']);
});
