import { useEffect, useState } from 'preact/hooks';
import { t } from '../locales/t.ts';

interface StatusProps {
  state: 'none' | 'saving' | 'saved' | 'failed';
  /** `10:32`; with `saved`. */
  time?: string | null;
  /** Words what is saved, where it is no answer. */
  savedAt?: ((time: string) => string) | undefined;
}

/**
 * Whether what was given is on disk. Keep it on the page from the start: only then
 * do screen readers hear it change. They hear 「保存済み」 once, and again after something could not
 * be saved (which a notice tells them); else each answer would bring two messages.
 * 「保存しています…」 is shown only when it takes long, and never read out.
 */
export function Status({ state, time, savedAt = saved }: StatusProps) {
  const [isTold, setTold] = useState(false);
  useEffect(() => {
    if (state === 'saved') setTold(true);
    if (state === 'failed') setTold(false);
  }, [state]);
  return (
    <p class="f-status" data-state={state}>
      <span role="status" aria-live={isTold || state === 'failed' ? 'off' : 'polite'}>
        {state === 'saved' && time && savedAt(time)}
        {state === 'failed' && t('ui.saveFailed')}
      </span>
      {state === 'saving' && <span aria-hidden="true">{t('ui.saving')}</span>}
    </p>
  );
}

const saved = (time: string): string => t('ui.saved', { time });
