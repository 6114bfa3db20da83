import type { Sheet } from '../../core/sheet/model/sheet.ts';
import { fiscalYearName } from '../../ui/fiscal-year.ts';

/** 令和8年度　区民課 */
export const draftName = ({ fiscalYear, sections: [first] }: Sheet): string =>
  [fiscalYear === null ? null : fiscalYearName(fiscalYear), first?.section]
    .filter(Boolean)
    .join('　');
