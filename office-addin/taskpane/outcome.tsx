import { t } from '../../locales/t.ts';
import { Notice } from '../../ui/notice.tsx';
import { SheetProblems } from '../../ui/sheet/problems.tsx';
import { hostErrorKey } from '../excel/host-error.ts';
import { outcome } from './write.ts';

/** What came of the last write. */
export function Outcome() {
  const { value: told } = outcome;
  switch (told?.kind) {
    case undefined:
      return null;
    case 'written':
      return (
        <Notice kind="success" live="status" focused heading={t('pane.written')}>
          <p>{t('pane.writtenHelp')}</p>
          {told.notices.length > 0 && <SheetProblems problems={told.notices} />}
        </Notice>
      );
    case 'nothing':
      return <Notice kind="info" live="status" focused heading={t('pane.nothing')} />;
    case 'clash':
      return <Notice kind="warning" live="alert" focused heading={t('pane.clashes')} />;
    case 'gone':
      return (
        <Notice kind="error" live="alert" focused heading={t('sheet.cannotWrite')}>
          <p>{t('pane.sectionGone')}</p>
        </Notice>
      );
    case 'problems':
      return (
        <Notice kind="error" live="alert" focused heading={t('sheet.cannotWrite')}>
          <SheetProblems problems={told.problems} />
        </Notice>
      );
    case 'refused':
      return (
        <Notice kind="error" live="alert" focused heading={t('pane.notWritten')}>
          <p>{t(hostErrorKey(told.error))}</p>
        </Notice>
      );
    case 'restored':
      return (
        <Notice kind="error" live="alert" focused heading={t('pane.restored')}>
          {told.error && <p>{t(hostErrorKey(told.error))}</p>}
          <p>{t('pane.restoredHelp')}</p>
        </Notice>
      );
    case 'broken':
      return (
        <Notice kind="error" live="alert" focused heading={t('pane.broken')}>
          {told.error && <p>{t(hostErrorKey(told.error))}</p>}
          <p>{t('pane.brokenHelp')}</p>
        </Notice>
      );
  }
}
