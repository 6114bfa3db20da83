import { expect, test } from 'vitest';
import { defaultReviewWindow, windowStateAt } from '../../../core/calendar/review-window.ts';

const acrossMarch = { from: { month: 3, day: 15 }, to: { month: 4, day: 15 } };
const autumn = { from: { month: 9, day: 1 }, to: { month: 10, day: 31 } };
const oneDay = { from: { month: 2, day: 1 }, to: { month: 2, day: 1 } };
const leapDay = { from: { month: 2, day: 1 }, to: { month: 2, day: 29 } };
const shortMonth = { from: { month: 11, day: 1 }, to: { month: 11, day: 31 } };

test.each([
  [defaultReviewWindow, '2026-04-01T00:00', 'before', 2026, 0],
  [defaultReviewWindow, '2026-11-30T23:59', 'before', 2026, 0],
  [defaultReviewWindow, '2026-12-01T00:00', 'open', 2026, 62],
  [defaultReviewWindow, '2026-12-31T23:59', 'open', 2026, 32],
  [defaultReviewWindow, '2027-01-01T00:00', 'open', 2026, 31],
  [defaultReviewWindow, '2027-01-31T23:59', 'open', 2026, 1],
  [defaultReviewWindow, '2027-02-01T00:00', 'after', 2026, 0],
  [defaultReviewWindow, '2027-03-31T23:59', 'after', 2026, 0],
  [autumn, '2026-09-01T00:00', 'open', 2026, 61],
  [autumn, '2026-11-01T00:00', 'after', 2026, 0],
  [acrossMarch, '2027-03-14T23:59', 'before', 2026, 0],
  [acrossMarch, '2027-03-31T12:00', 'open', 2026, 16],
  [acrossMarch, '2027-04-01T00:00', 'open', 2026, 15],
  [acrossMarch, '2027-04-15T23:59', 'open', 2026, 1],
  [acrossMarch, '2027-04-16T00:00', 'before', 2027, 0],
  [oneDay, '2027-02-01T12:00', 'open', 2026, 1],
  [leapDay, '2027-02-28T12:00', 'open', 2026, 1],
  [leapDay, '2027-03-01T00:00', 'after', 2026, 0],
  [leapDay, '2028-02-29T12:00', 'open', 2027, 1],
  [shortMonth, '2026-11-30T12:00', 'open', 2026, 1],
  [shortMonth, '2026-12-01T00:00', 'after', 2026, 0],
] as const)(
  'window %o at %s: %s, %d年度, %d days left',
  (window, time, state, fiscalYear, left) => {
    const found = windowStateAt(Date.parse(`${time}:00+09:00`), window);
    expect([found.state, found.fiscalYear, found.daysLeft]).toEqual([state, fiscalYear, left]);
  },
);

test('the days of the window are told', () => {
  const { firstDay, lastDay } = windowStateAt(Date.parse('2026-06-01T00:00:00+09:00'));
  expect(firstDay).toEqual({ year: 2026, month: 12, day: 1 });
  expect(lastDay).toEqual({ year: 2027, month: 1, day: 31 });
});
