import { t } from '../../locales/t.ts';

/** The file for the section chief: what goes in, who will see it, and saving it. */
export function HandOverRoom() {
  return <p>{t('handOver.lead')}</p>;
}
