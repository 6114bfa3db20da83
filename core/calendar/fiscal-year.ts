import { type JapanDate, japanTime } from './japan-time.ts';

/** The 年度: 1 April to 31 March in Japan, named by the year in which it begins. */
export const firstMonth = 4;

/** The 年度 a day belongs to. */
export function fiscalYearOfDay({ year, month }: JapanDate): number {
  return month >= firstMonth ? year : year - 1;
}

/** The 年度 of a moment in epoch milliseconds, by Japan's clock (F18). */
export function fiscalYearOf(epochMs: number): number {
  return fiscalYearOfDay(japanTime(epochMs));
}

/** 1 April, the first day of a 年度. */
export function firstDayOf(fiscalYear: number): JapanDate {
  return { year: fiscalYear, month: firstMonth, day: 1 };
}

/** 31 March, the last day of a 年度. */
export function lastDayOf(fiscalYear: number): JapanDate {
  return { year: fiscalYear + 1, month: firstMonth - 1, day: 31 };
}
