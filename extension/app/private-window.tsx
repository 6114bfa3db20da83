import { t } from '../../locales/t.ts';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';

/**
 * All that a page shows in a private window (F15): what is written there the browser throws away,
 * so nobody is let to begin. See docs/decisions.md.
 */
export function PrivateWindow({ narrow }: { narrow: boolean }) {
  return (
    <Page title={t('private.title')} route="private" narrow={narrow} home="home.html">
      <Notice kind="warning" heading={t('private.heading')}>
        <p>{t('private.why')}</p>
        <p>{t('private.next')}</p>
      </Notice>
      <p>{t('private.kept')}</p>
    </Page>
  );
}
