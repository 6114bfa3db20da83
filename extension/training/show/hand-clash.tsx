import type { Deck } from '../../../core/training/deck.ts';
import { t } from '../../../locales/t.ts';
import { ratingName } from '../../app/words.ts';
import { handClashes, settleHands } from './showing.ts';

/** Hands that another page has counted differently for the same session: both numbers, and which stays. */
export function HandClash({ deck }: { deck: Deck }) {
  const [clash] = handClashes.value;
  if (!clash) return null;
  const { standard, rating, mine, theirs } = clash;
  const slide = deck.slides.find((one) => one.kind === 'standard' && one.standard.id === standard);
  const item = slide?.kind === 'standard' ? slide.standard.text : standard;
  return (
    <p class="t-blocked" role="alert">
      {t('slides.clash', { item, rating: ratingName(rating), mine, theirs })}{' '}
      <button type="button" onClick={() => settleHands(clash, mine)}>
        {t('slides.keepMine', { mine })}
      </button>{' '}
      <button type="button" onClick={() => settleHands(clash, theirs)}>
        {t('slides.takeTheirs', { theirs })}
      </button>
    </p>
  );
}
