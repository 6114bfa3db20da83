import { expect, test } from 'vitest';
import { builtInEras, compactFiscalYear, eraYearOf } from '../../../core/calendar/era.ts';
import { fiscalYearName } from '../../../ui/fiscal-year.ts';

// As offices write them (F19).
test.each([
  [1926, '昭和元年度（1926年度）', 'S1'],
  [1987, '昭和62年度（1987年度）', 'S62'],
  [1988, '昭和63年度（1988年度）', 'S63'],
  [1989, '平成元年度（1989年度）', 'H1'],
  [2018, '平成30年度（2018年度）', 'H30'],
  [2019, '令和元年度（2019年度）', 'R1'],
  [2020, '令和2年度（2020年度）', 'R2'],
  [2026, '令和8年度（2026年度）', 'R8'],
  [1925, '1925年度', '1925'],
])('%d is %s, %s for short', (fiscalYear, name, compact) => {
  expect(fiscalYearName(fiscalYear)).toBe(name);
  expect(compactFiscalYear(fiscalYear)).toBe(compact);
});

// An era that begins in January, April, May and December; what counts is 31 December.
test.each([
  ['2040-01-08', 2039, '令和', 21],
  ['2040-01-08', 2040, '次代', 1],
  ['2040-04-01', 2040, '次代', 1],
  ['2040-05-01', 2040, '次代', 1],
  ['2040-12-31', 2040, '次代', 1],
  ['2040-05-01', 2041, '次代', 2],
])('with an era from %s, %d is %s %d', (from, fiscalYear, name, year) => {
  const next = { name: '次代', initial: 'X', from };
  const named = eraYearOf(fiscalYear, [...builtInEras, next]);
  expect([named?.era.name, named?.year]).toEqual([name, year]);
});
