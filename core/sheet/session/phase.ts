import { fiscalYearOf } from '../../calendar/fiscal-year.ts';
import { japanTime } from '../../calendar/japan-time.ts';
import type { Sheet } from '../model/sheet.ts';

export const phases = ['start', 'end'] as const;
/** Targets are set at the start of the 年度; at its end they stand, and their results are told. */
export type Phase = (typeof phases)[number];

const lastQuarter = [1, 2, 3];

/**
 * The phase a sheet is in. The first result makes it the end. With the time `now` (ms), so does
 * January for a sheet whose targets are set; one whose targets are not set yet is at its start on any
 * day.
 */
export function phaseOf({ fiscalYear, sections }: Sheet, now?: number): Phase {
  const has = (field: 'target' | 'result') =>
    sections.some(({ targets }) => targets.some((target) => target[field]));
  if (has('result')) return 'end';
  if (now === undefined || fiscalYear === null || !has('target')) return 'start';
  const year = fiscalYearOf(now);
  const isLate = lastQuarter.includes(japanTime(now).month);
  return year > fiscalYear || (year === fiscalYear && isLate) ? 'end' : 'start';
}
