import { reopen } from '../../core/review/completion.ts';
import { t } from '../../locales/t.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { commit } from '../store/saving.ts';
import { review } from '../store/session.ts';

/** Over the items of a finished review: it has to be taken up again before an answer can change. */
export function ClosedReview() {
  if (review.value?.state !== 'completed') return null;
  return (
    <Notice
      kind="info"
      heading={t('closed.heading')}
      actions={<Button onClick={() => void commit({ act: reopen })}>{t('closed.reopen')}</Button>}
    >
      <p>{t('closed.help')}</p>
    </Notice>
  );
}
