import { useEffect, useState } from 'preact/hooks';
import { type Rating, ratings } from '../../core/review/review.ts';
import { type Counts, mostHands } from '../../core/training/hand-tally.ts';
import { t } from '../../locales/t.ts';
import { isComposing } from '../../ui/composing.ts';
import { ratingName } from '../app/words.ts';
import { ratingKeys } from './keys.ts';

interface BallotProps {
  counts: Counts;
  /** Hands are being counted: each number is a field. */
  counting: boolean;
  /** Whether there are numbers to show; else only what one can answer. */
  shown: boolean;
  onHands: (rating: Rating, hands: number) => void;
}

const digitOf = new Map(ratingKeys.map(([digit, rating]) => [rating, digit]));

/** The five ratings with the hands for each, as bars with their numbers. */
export function Ballot({ counts, counting, shown, onHands }: BallotProps) {
  const [wrong, setWrong] = useState<Rating | null>(null);
  useEffect(() => setWrong(null), [counts, counting]);
  const most = Math.max(...ratings.map((rating) => counts[rating]), 1);
  return (
    <ul class="t-ballot" data-shown={shown}>
      {ratings.map((rating) => (
        <li key={rating}>
          <span class="t-rating">
            {counting && <kbd>{digitOf.get(rating)}</kbd>}
            {ratingName(rating)}
          </span>
          {shown &&
            (rating === wrong ? (
              <span class="t-wrong" role="alert">
                {t('slide.handsWrong')}
              </span>
            ) : (
              <svg class="t-bar" aria-hidden="true">
                <rect width={`${(counts[rating] / most) * 100}%`} height="100%" />
              </svg>
            ))}
          {counting ? (
            <HandsField
              rating={rating}
              hands={counts[rating]}
              onHands={(typed) => {
                setWrong(typed === null ? rating : null);
                if (typed !== null) onHands(rating, typed);
              }}
            />
          ) : (
            shown && <span class="t-hands">{t('slide.hands', { count: counts[rating] })}</span>
          )}
        </li>
      ))}
    </ul>
  );
}

interface HandsFieldProps {
  rating: Rating;
  hands: number;
  /** Null for what is no number: the field has its old number again. */
  onHands: (hands: number | null) => void;
}

/** A number that is typed, in whatever width the keyboard writes it; a field left empty is nobody. */
function HandsField({ rating, hands, onHands }: HandsFieldProps) {
  const type = (event: Event) => {
    const field = event.currentTarget as HTMLInputElement;
    const [, digits] = /^(\d*)人?$/.exec(field.value.normalize('NFKC').trim()) ?? [];
    const typed = digits === undefined ? null : Math.min(Number(digits), mostHands);
    field.value = String(typed ?? hands);
    onHands(typed);
  };
  return (
    <input
      class="t-hands"
      inputMode="numeric"
      autocomplete="off"
      aria-label={t('slide.handsOf', { rating: ratingName(rating) })}
      value={String(hands)}
      onChange={type}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !isComposing(event)) event.currentTarget.blur();
      }}
      onFocus={(event) => event.currentTarget.select()}
    />
  );
}
