import { t } from '../../locales/t.ts';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { LanguageChoice } from './language.tsx';

/** Why the pane can't work here. */
export type Outside = 'browser' | 'too-old' | 'no-office';

/** Outside of Excel, in one that is too old, or where Microsoft's part can't be fetched (F42): what this is, and where the same is done. */
export function OutsidePage({ why }: { why: Outside }) {
  return (
    <Page narrow title={t('pane.title')} route={why} aside={<LanguageChoice />}>
      <Notice kind={why === 'browser' ? 'info' : 'warning'} heading={t(`pane.outside-${why}`)}>
        <p>{t(`pane.outsideHelp-${why}`)}</p>
      </Notice>
      <h2>{t('pane.insteadTitle')}</h2>
      <p>{t('pane.instead')}</p>
      <p>
        <a href="pages/sheet.html" target="_blank" rel="noreferrer">
          {t('pane.toSheetPage')}
        </a>
      </p>
    </Page>
  );
}
