import type { MonthDay } from '../../core/calendar/review-window.ts';
import { t } from '../../locales/t.ts';
import type { TypedMonthDay } from '../../ui/month-day.tsx';

/** 29 February is a day, though not in each year: the window then ends on the 28th. */
const lengths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

export interface Wrong {
  /** In words; of both fields where both are wrong. */
  readonly problem: string;
  /** The first field that is wrong. */
  readonly part: keyof TypedMonthDay;
}

/** A day of the year as typed, full-width digits too; or what is wrong with it. */
export function readMonthDay(typed: TypedMonthDay): MonthDay | Wrong {
  const month = numberUpTo(12, typed.month);
  const day = numberUpTo(31, typed.day);
  if (month === null) {
    return { problem: t(day === null ? 'window.bothWrong' : 'window.monthWrong'), part: 'month' };
  }
  if (day === null) return { problem: t('window.dayWrong'), part: 'day' };
  const length = lengths[month - 1] ?? 31;
  if (day > length) return { problem: t('window.dayTooLate', { month, length }), part: 'day' };
  return { month, day };
}

function numberUpTo(most: number, text: string): number | null {
  const digits = text.normalize('NFKC').trim();
  const value = /^\d{1,2}$/.test(digits) ? Number(digits) : 0;
  return value >= 1 && value <= most ? value : null;
}
