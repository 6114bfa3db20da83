import { useRef, useState } from 'preact/hooks';
import { t } from '../../locales/t.ts';
import { Notice } from '../../ui/notice.tsx';
import { store } from '../page-store.ts';
import { failureOf } from '../store/db/cause.ts';
import { failureText } from './save-failure.tsx';

/**
 * For a button that writes: `write` carries the act out, a second click meanwhile does nothing, and
 * `failure` tells, for `WriteFailure`, what kept it from the disk.
 */
export function useWrite() {
  const [failure, setFailure] = useState<string | null>(null);
  const isWriting = useRef(false);
  const write = async (act: () => Promise<void>): Promise<void> => {
    if (isWriting.current) return;
    isWriting.current = true;
    setFailure(null);
    await act().catch(async (error: unknown) => setFailure(await failureOf(store, error)));
    isWriting.current = false;
  };
  return { failure, write };
}

export function WriteFailure({ cause }: { cause: string | null }) {
  return (
    cause !== null && (
      <Notice kind="error" live="alert" heading={t('saveFailure.heading')}>
        <p>{failureText(cause)}</p>
      </Notice>
    )
  );
}
