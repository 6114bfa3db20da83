import { useState } from 'preact/hooks';
import type { Standard } from '../../core/catalog/catalog.ts';
import { ratingOf } from '../../core/review/answering.ts';
import type { Rating } from '../../core/review/review.ts';
import { t } from '../../locales/t.ts';
import { answerItem } from '../store/saving.ts';
import { review } from '../store/session.ts';

/**
 * For a scene that is not one's work: one click answers its open items with 担当していない, one more takes
 * that back. Offered only while nothing of the scene is answered.
 */
export function NotMine({ standards }: { standards: readonly Standard[] }) {
  const [marked, setMarked] = useState(false);
  const { value: current } = review;
  if (current?.state !== 'open') return null;
  const is = (rating: Rating | null) =>
    standards.every(({ id }) => ratingOf(current, id) === rating);
  const give = (rating: Rating | null) => {
    setMarked(rating !== null);
    for (const { id } of standards) void answerItem(id, { rating });
  };
  if (marked && is('not-applicable')) {
    return (
      <p class="f-reminder" role="status">
        {t('notMine.done', { count: standards.length })}{' '}
        <button type="button" class="f-link" onClick={() => give(null)}>
          {t('ui.restore')}
        </button>
      </p>
    );
  }
  return is(null) ? (
    <p>
      <button type="button" class="f-link" onClick={() => give('not-applicable')}>
        {t('notMine.offer')}
      </button>
    </p>
  ) : null;
}
