import type { Review } from '../../core/review/review.ts';
import { t } from '../../locales/t.ts';
import { Buttons } from '../../ui/button.tsx';
import { go } from '../app/route.ts';
import { ReopenButton } from './reopen-button.tsx';

/** Taking a finished review up again as its next revision, and what that means. */
export function Reopen({ revision }: Review) {
  return (
    <section class="f-screen">
      <h2>{t('closed.reopen')}</h2>
      <p>{t('result.reopen', { next: revision + 1 })}</p>
      <Buttons>
        <ReopenButton revision={revision} onDone={() => go('#/')} />
      </Buttons>
    </section>
  );
}
