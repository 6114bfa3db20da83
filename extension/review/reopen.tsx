import { reopen } from '../../core/review/completion.ts';
import type { Review } from '../../core/review/review.ts';
import { t } from '../../locales/t.ts';
import { Button, Buttons } from '../../ui/button.tsx';
import { go } from '../shell/route.ts';
import { commit, saving } from '../store/saving.ts';

/** Taking a finished review up again as its next revision, and what that means. */
export function Reopen({ revision }: Review) {
  const start = async () => {
    await commit({ act: reopen });
    if (saving.peek().state !== 'failed') go('#/');
  };
  return (
    <section class="f-screen">
      <h2>{t('closed.reopen')}</h2>
      <p>{t('result.reopen', { next: revision + 1 })}</p>
      <Buttons>
        <Button onClick={() => void start()}>{t('closed.reopen')}</Button>
      </Buttons>
    </section>
  );
}
