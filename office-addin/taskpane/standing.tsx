import { fiscalYearOf } from '../../core/calendar/fiscal-year.ts';
import { findingsOf } from '../../core/sheet/fill/findings.ts';
import type { Places } from '../../core/sheet/form/places.ts';
import { t } from '../../locales/t.ts';
import { Notice } from '../../ui/notice.tsx';
import { Findings } from '../../ui/sheet/findings.tsx';
import { places, workbook } from './current-worksheet.ts';
import { draftYear } from './draft.ts';

/** What stands in the way of writing, told when the form is opened; fetched behind the first view. */

export function Standing({ found }: { found: Places }) {
  const findings = findingsOf(found, {
    open: workbook.value,
    fiscalYear: draftYear(),
    thisYear: fiscalYearOf(Date.now()),
  });
  // A protection that leaves the cells open is told above (`Protected`).
  return <Findings findings={findings.filter(({ code }) => code !== 'protected')} />;
}

export const Protected = () => (
  <Notice kind="warning" heading={t('pane.protected')}>
    <p>{t(hasLocked() ? 'pane.protectedHelp' : 'pane.protectedOpen')}</p>
  </Notice>
);

/** Whether a protected worksheet locks what would be written. */
const hasLocked = (): boolean =>
  !places.value || findingsOf(places.value, {}).some(({ code }) => code === 'locked-cells');
