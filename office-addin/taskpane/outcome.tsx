import { whole } from '../../core/result.ts';
import { t } from '../../locales/t.ts';
import { Notice } from '../../ui/notice.tsx';
import { SheetProblems } from '../../ui/sheet/problems.tsx';
import { hostErrorKey } from '../excel/host-error.ts';
import { NextActs } from './next-acts.tsx';
import { outcome } from './write-outcome.ts';

/** What came of the last write. */
export function WriteOutcome() {
  const { value: written } = outcome;
  switch (written?.kind) {
    case undefined:
      return null;
    case 'written':
      return (
        <Notice kind="success" live="status" focused heading={t('pane.written')}>
          <p>{t('pane.writtenHelp')}</p>
          {written.notices.length > 0 && (
            <>
              <SheetProblems problems={written.notices} />
              <NextActs problems={written.notices} except={['write']} />
            </>
          )}
        </Notice>
      );
    case 'nothing':
      return <Notice kind="info" live="status" focused heading={t('pane.nothing')} />;
    case 'conflict':
      return <Notice kind="warning" live="alert" focused heading={t('pane.conflicts')} />;
    case 'gone':
      return (
        <Notice kind="error" live="alert" focused heading={t('sheet.cannotWrite')}>
          <p>{t('pane.sectionGone')}</p>
          <NextActs problems={[{ code: 'no-section', at: whole }]} />
        </Notice>
      );
    case 'problems':
      return (
        <Notice kind="error" live="alert" focused heading={t('sheet.cannotWrite')}>
          <SheetProblems problems={written.problems} />
          <NextActs problems={written.problems} except={['write']} />
        </Notice>
      );
    case 'refused':
      return (
        <Notice kind="error" live="alert" focused heading={t('pane.notWritten')}>
          <p>{t(hostErrorKey(written.error))}</p>
        </Notice>
      );
    case 'restored':
      return (
        <Notice kind="error" live="alert" focused heading={t('pane.restored')}>
          {written.error && <p>{t(hostErrorKey(written.error))}</p>}
          <p>{t('pane.restoredHelp')}</p>
        </Notice>
      );
    case 'broken':
      return (
        <Notice kind="error" live="alert" focused heading={t('pane.broken')}>
          {written.error && <p>{t(hostErrorKey(written.error))}</p>}
          <p>{t('pane.brokenHelp')}</p>
        </Notice>
      );
  }
}
