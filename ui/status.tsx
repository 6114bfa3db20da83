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
 * do screen readers hear it change. The words stay the same within a minute, so
 * they are not read out again after each answer; 「保存しています…」 is shown only
 * when it takes long, and never read out.
 */
export function Status({ state, time, savedAt = saved }: StatusProps) {
  return (
    <p class="f-status" data-state={state}>
      <span role="status">
        {state === 'saved' && time && savedAt(time)}
        {state === 'failed' && t('ui.saveFailed')}
      </span>
      {state === 'saving' && <span aria-hidden="true">{t('ui.saving')}</span>}
    </p>
  );
}

const saved = (time: string): string => t('ui.saved', { time });
