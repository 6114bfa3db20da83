import type { MonthDay } from '../../core/calendar/review-window.ts';
import { t } from '../../locales/t.ts';
import type { TypedMonthDay } from '../../ui/month-day.tsx';

/** 29 February is a day, though not in each year: the window then ends on the 28th. */
const lengths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** A day of the year as typed, full-width digits too; or what is wrong with it, in words. */
export function readMonthDay(typed: TypedMonthDay): MonthDay | { readonly problem: string } {
  const month = wholeNumber(typed.month);
  const day = wholeNumber(typed.day);
  const length = month === null ? undefined : lengths[month - 1];
  if (month === null || length === undefined) return { problem: t('window.monthWrong') };
  if (day === null || day < 1) return { problem: t('window.dayWrong') };
  if (day > length) return { problem: t('window.dayTooLate', { month, length }) };
  return { month, day };
}

function wholeNumber(text: string): number | null {
  const digits = text.normalize('NFKC').trim();
  return /^\d{1,2}$/.test(digits) ? Number(digits) : null;
}
