import type { ComponentType } from 'preact';
import { type KeyWith, t } from '../../locales/t.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { store } from '../page-store.ts';
import { reopenAndRetry, retry } from '../store/session/saving.ts';
import { Later } from './later.tsx';

/** What the browser or the core calls the cause, and how we word it. */
const causes: Readonly<Record<string, KeyWith<'cause'>>> = {
  QuotaExceededError: 'saveFailure.full',
  'review-completed': 'saveFailure.completed',
  missing: 'saveFailure.missing',
};

export const failureText = (cause: string): string =>
  t(causes[cause] ?? 'saveFailure.unknown', { cause });

async function loadTakeOut(): Promise<ComponentType> {
  const { TakeOut } = await import('../recovery/take-out.tsx');
  return () => <TakeOut />;
}

/** Saving failed: what was typed stays on the page, and can be tried again or taken out as a file (F6). */
export function SaveFailure({ cause }: { cause: string }) {
  return (
    <Notice
      kind="error"
      live="alert"
      heading={t('saveFailure.heading')}
      actions={
        <>
          <Again cause={cause} />
          <Later load={loadTakeOut} />
        </>
      }
    >
      <p>{failureText(cause)}</p>
      <p>{t('saveFailure.kept')}</p>
    </Notice>
  );
}

/** The way to have it saved after all; of a person who was deleted there is none. */
function Again({ cause }: { cause: string }) {
  if (cause === 'missing') return null;
  return cause === 'review-completed' ? (
    <Button kind="primary" onClick={() => void reopenAndRetry(store)}>
      {t('saveFailure.reopen')}
    </Button>
  ) : (
    <Button kind="primary" onClick={() => void retry(store)}>
      {t('saveFailure.retry')}
    </Button>
  );
}
