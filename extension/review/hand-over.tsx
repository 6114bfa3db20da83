import { t } from '../../locales/t.ts';
import { Frame } from '../shell/frame.tsx';

/** The file for the section chief: what goes in, who will see it, and saving it. */
export function HandOverRoom() {
  return (
    <Frame title={t('handOver.title')} route="handover">
      <p>{t('handOver.lead')}</p>
    </Frame>
  );
}
