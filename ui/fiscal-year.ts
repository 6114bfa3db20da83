import { eraYearOf } from '../core/calendar/era.ts';
import { t } from '../locales/t.ts';

/** 令和8年度（2026年度）; 元 for an era's first year. */
export function fiscalYearName(fiscalYear: number): string {
  const named = eraYearOf(fiscalYear);
  if (!named) return t('fiscalYear.plain', { year: fiscalYear });
  const eraYear = named.year === 1 ? t('fiscalYear.first') : named.year;
  return t('fiscalYear.full', { era: named.era.name, eraYear, year: fiscalYear });
}
