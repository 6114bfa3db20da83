import { t } from '../../locales/t.ts';
import { Notice } from '../../ui/notice.tsx';
import { store } from '../page-store.ts';
import { ReopenButton } from './reopen-button.tsx';

/** Over the items of a finished review: it has to be taken up again before an answer can change. */
export function ClosedReview() {
  const { value: current } = store.review;
  if (current?.state !== 'completed') return null;
  return (
    <div class="f-screen">
      <Notice
        kind="info"
        heading={t('closed.heading')}
        actions={<ReopenButton revision={current.revision} />}
      >
        <p>{t('closed.help')}</p>
      </Notice>
    </div>
  );
}
