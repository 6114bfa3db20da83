import { t } from '../../locales/t.ts';

/** What the answers say, for looking back and for paper. */
export function ResultRoom() {
  return <p>{t('result.lead')}</p>;
}
