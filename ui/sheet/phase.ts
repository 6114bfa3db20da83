import { firstDayOf, fiscalYearOf } from '../../core/calendar/fiscal-year.ts';
import { japanTime } from '../../core/calendar/japan-time.ts';
import { type Phase, phaseOf } from '../../core/sheet/coach.ts';
import type { Sheet } from '../../core/sheet/sheet.ts';

const lastQuarter = [1, 2, 3];

/** Results are told from January on, and wherever one is there already; before that, and where no target is set yet, targets are. */
export function phaseNow(sheet: Sheet, now: number): Phase {
  const isSet = sheet.sections.some(({ targets }) => targets.some(({ target }) => target));
  if (phaseOf(sheet) === 'end' || !isSet || sheet.fiscalYear === null) return phaseOf(sheet);
  const year = fiscalYearOf(now);
  const isLate = lastQuarter.includes(japanTime(now).month);
  return year > firstDayOf(sheet.fiscalYear).year || (year === sheet.fiscalYear && isLate)
    ? 'end'
    : 'start';
}
