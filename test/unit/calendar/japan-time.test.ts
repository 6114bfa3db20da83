import { expect, test } from 'vitest';
import {
  dayNumber,
  dayOfNumber,
  japanTime,
  japanTimestamp,
} from '../../../core/calendar/japan-time.ts';

test.each([
  [0, '1970-01-01T09:00:00+09:00'],
  [Date.UTC(2026, 11, 1, 1), '2026-12-01T10:00:00+09:00'],
  [Date.UTC(2027, 2, 31, 14, 59, 59, 999), '2027-03-31T23:59:59+09:00'],
  [Date.UTC(2027, 2, 31, 15), '2027-04-01T00:00:00+09:00'],
  [Date.UTC(2028, 1, 28, 15), '2028-02-29T00:00:00+09:00'],
  [Date.UTC(1999, 11, 31, 15), '2000-01-01T00:00:00+09:00'],
])('%d ms is %s', (epochMs, timestamp) => {
  expect(japanTimestamp(epochMs)).toBe(timestamp);
  expect(Date.parse(timestamp)).toBe(Math.floor(epochMs / 1000) * 1000);
});

test('the parts count from 1', () => {
  expect(japanTime(Date.UTC(2026, 0, 1, 3, 4, 5))).toEqual({
    year: 2026,
    month: 1,
    day: 1,
    hour: 12,
    minute: 4,
    second: 5,
  });
});

test.each([
  [{ year: 1970, month: 1, day: 1 }, 0],
  [{ year: 1970, month: 1, day: 2 }, 1],
  [{ year: 2027, month: 4, day: 1 }, 20_909],
  [{ year: 1969, month: 12, day: 31 }, -1],
])('%o is day %d', (date, number) => {
  expect(dayNumber(date)).toBe(number);
  expect(dayOfNumber(number)).toEqual(date);
});
