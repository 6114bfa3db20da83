import { language, t } from '../../locales/t.ts';

/** The ward's items are Japanese whatever the page's language: said before someone is surprised. */
export const InJapanese = () =>
  language() === 'ja' ? null : <p class="f-screen">{t('review.inJapanese')}</p>;
