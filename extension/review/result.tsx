import { t } from '../../locales/t.ts';
import { Frame } from '../shell/frame.tsx';

/** What the answers say, for looking back and for paper. */
export function ResultRoom() {
  return (
    <Frame title={t('result.title')} route="result">
      <p>{t('result.lead')}</p>
    </Frame>
  );
}
