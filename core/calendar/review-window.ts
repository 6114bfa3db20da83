import { firstDayOf, firstMonth, fiscalYearOfDay, lastDayOf } from './fiscal-year.ts';
import { dayNumber, dayOfNumber, type JapanDate, japanTime } from './japan-time.ts';

/** The days of the year in which a reminder shows. A day the month lacks means the month's last. */
export interface ReviewWindow {
  readonly from: MonthDay;
  /** The last day, included. Before `from` in the calendar: the window crosses the new year. */
  readonly to: MonthDay;
}

export interface MonthDay {
  readonly month: number;
  readonly day: number;
}

export const defaultReviewWindow: ReviewWindow = {
  from: { month: 12, day: 1 },
  to: { month: 1, day: 31 },
};

export interface WindowState {
  readonly state: 'before' | 'open' | 'after';
  /** The 年度 in which the window opens: the one to look back on. */
  readonly fiscalYear: number;
  readonly firstDay: JapanDate;
  readonly lastDay: JapanDate;
  /** Days that are left while it is open, today included (1 on the last day); else 0. */
  readonly daysLeft: number;
}

/**
 * Where a moment (epoch milliseconds) stands to the review window of its 年度. A window that runs
 * past 31 March still belongs to the 年度 in which it opened.
 */
export function windowStateAt(epochMs: number, window = defaultReviewWindow): WindowState {
  const now = japanTime(epochMs);
  const today = dayNumber(now);
  const fiscalYear = fiscalYearOfDay(now);
  const previous = daysOf(window, fiscalYear - 1);
  const [year, days] =
    today <= previous.last ? [fiscalYear - 1, previous] : [fiscalYear, daysOf(window, fiscalYear)];
  const { first, last } = days;
  const state = today < first ? 'before' : today > last ? 'after' : 'open';
  return {
    state,
    fiscalYear: year,
    firstDay: dayOfNumber(first),
    lastDay: dayOfNumber(last),
    daysLeft: state === 'open' ? last - today + 1 : 0,
  };
}

function daysOf({ from, to }: ReviewWindow, fiscalYear: number): { first: number; last: number } {
  const year = from.month >= firstMonth ? firstDayOf(fiscalYear).year : lastDayOf(fiscalYear).year;
  const first = numberOf(year, from);
  const last = numberOf(year, to);
  return { first, last: last < first ? numberOf(year + 1, to) : last };
}

function numberOf(year: number, { month, day }: MonthDay): number {
  const lastOfMonth = dayNumber({ year, month: month + 1, day: 0 });
  return Math.min(dayNumber({ year, month, day }), lastOfMonth);
}
