import { useRef, useState } from 'preact/hooks';
import type { Standard, StandardId } from '../../core/catalog/catalog.ts';
import { ratingOf } from '../../core/review/answering.ts';
import type { Rating } from '../../core/review/review.ts';
import { t } from '../../locales/t.ts';
import { store } from '../page-store.ts';
import { answerItem } from '../store/session/saving.ts';

/**
 * For a scene that is not one's work, or of which only a part is: one click answers its open items
 * with 担当していない, one more takes that back.
 */
export function NotMine({ standards }: { standards: readonly Standard[] }) {
  const [marked, setMarked] = useState<readonly StandardId[]>([]);
  const place = useRef<HTMLParagraphElement>(null);
  const { value: current } = store.review;
  if (current?.state !== 'open') return null;
  const is = (id: StandardId, rating: Rating | null) => ratingOf(current, id) === rating;
  const open = standards.map(({ id }) => id).filter((id) => is(id, null));
  const isDone = marked.length > 0 && marked.every((id) => is(id, 'not-applicable'));
  const give = (ids: readonly StandardId[], rating: Rating | null) => {
    setMarked(rating === null ? [] : ids);
    for (const id of ids) void answerItem(store, id, { rating });
    // The button goes: the focus must not go with it.
    place.current?.focus({ preventScroll: true });
  };
  // Each has its room for as long as the scene is shown: nothing may move when an answer is given.
  const isAll = open.length === standards.length;
  const offers = [
    { isShown: isAll, words: t('notMine.offer') },
    { isShown: !isAll && open.length > 0, words: t('notMine.rest') },
  ];
  return (
    <p class="r-not-mine f-screen" ref={place} tabIndex={-1}>
      {offers.map(({ isShown, words }) => (
        <span key={words} data-hidden={!isShown}>
          <button type="button" class="f-link" onClick={() => give(open, 'not-applicable')}>
            {words}
          </button>
        </span>
      ))}
      {/* The room that the outcome will take. */}
      <span data-hidden aria-hidden>
        {t('notMine.done', { count: standards.length })}{' '}
        <button type="button" class="f-link" tabIndex={-1}>
          {t('ui.restore')}
        </button>
      </span>
      <span data-hidden={!isDone || open.length > 0} role="status">
        {isDone && t('notMine.done', { count: marked.length })}{' '}
        <button type="button" class="f-link" onClick={() => give(marked, null)}>
          {t('ui.restore')}
        </button>
      </span>
    </p>
  );
}
