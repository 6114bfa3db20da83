import { expect, test } from 'vitest';
import { firstDayOf, fiscalYearOf, lastDayOf } from '../../../core/calendar/fiscal-year.ts';

test.each([
  ['2027-03-31T23:59:59+09:00', 2026],
  ['2027-04-01T00:00:00+09:00', 2027],
  ['2027-01-01T00:00:00+09:00', 2026],
  ['2026-12-31T23:59:59+09:00', 2026],
  ['2028-02-29T12:00:00+09:00', 2027],
])('%s lies in %d年度', (moment, fiscalYear) => {
  expect(fiscalYearOf(Date.parse(moment))).toBe(fiscalYear);
});

test('a 年度 runs from 1 April to 31 March', () => {
  expect(firstDayOf(2026)).toEqual({ year: 2026, month: 4, day: 1 });
  expect(lastDayOf(2026)).toEqual({ year: 2027, month: 3, day: 31 });
});
