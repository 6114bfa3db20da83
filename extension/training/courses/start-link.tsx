import { t } from '../../../locales/t.ts';
import { endSession } from '../show/showing.ts';

/** Begins a course as a new session. */
export function StartLink({ courseKey, title }: { courseKey: string; title: string }) {
  return (
    <a
      class="f-button f-primary"
      href={`#/show/${courseKey}`}
      aria-label={t('trainer.startOf', { title })}
      onClick={endSession}
    >
      {t('trainer.start')}
    </a>
  );
}
