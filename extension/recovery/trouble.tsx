import { t } from '../../locales/t.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { store } from '../page-store.ts';
import { DamagedStore } from './damaged-store.tsx';
import { ReadOnlyCopy } from './read-only-copy.tsx';

/** What stands in the page's place while the store can't be written to: cause, and what to do next. */
export function Trouble() {
  const { value: opening } = store.opening;
  switch (opening.state) {
    case 'blocked':
    case 'superseded':
      return (
        <Page title={t(`trouble.${opening.state}`)} route={opening.state} invalid home="home.html">
          <p>{t(`trouble.${opening.state}Help`)}</p>
          <Button kind="primary" onClick={() => location.reload()}>
            {t('trouble.reload')}
          </Button>
        </Page>
      );
    case 'newer':
      return (
        <Page title={t('trouble.newer')} route="newer" invalid home="home.html">
          <p>{t('trouble.newerHelp')}</p>
          <ReadOnlyCopy />
        </Page>
      );
    case 'unreadable': {
      // Making it anew would need the room that is missing.
      const full = opening.cause === 'QuotaExceededError';
      return (
        <Page title={t('trouble.unreadable')} route="unreadable" invalid home="home.html">
          <Notice kind="error" heading={t('trouble.unreadableWhat')}>
            <p>
              {t(full ? 'trouble.unreadableFull' : 'trouble.unreadableHelp', {
                cause: opening.cause,
              })}
            </p>
          </Notice>
          <ReadOnlyCopy rebuild={!full} />
        </Page>
      );
    }
    case 'damaged':
      return <DamagedStore {...opening} />;
    default:
      return null;
  }
}
