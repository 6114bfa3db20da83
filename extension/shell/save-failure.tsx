import { type Key, t } from '../../locales/t.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { retry } from '../store/saving.ts';
import { rescue } from './rescue.ts';

/** What the browser or the core calls the cause, and how we word it. */
const causes: Readonly<Record<string, Key>> = {
  QuotaExceededError: 'saveFailure.full',
  'review-completed': 'saveFailure.completed',
};

/** Saving failed: what was typed stays on the page, and can be tried again or taken out as a file (F6). */
export function SaveFailure({ cause }: { cause: string }) {
  return (
    <Notice
      kind="error"
      live="alert"
      heading={t('saveFailure.heading')}
      actions={
        <>
          <Button kind="primary" onClick={() => void retry()}>
            {t('saveFailure.retry')}
          </Button>
          <Button onClick={() => void rescue()}>{t('saveFailure.rescue')}</Button>
        </>
      }
    >
      <p>{t(causes[cause] ?? 'saveFailure.unknown', { cause })}</p>
      <p>{t('saveFailure.kept')}</p>
    </Notice>
  );
}
