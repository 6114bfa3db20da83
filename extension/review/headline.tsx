import { builtInCatalog } from '../../core/catalog/built-in.ts';
import { type Review, ratings } from '../../core/review/review.ts';
import { summarize, type Tally } from '../../core/review/summary.ts';
import { type KeyWith, t } from '../../locales/t.ts';
import { fiscalYearName } from '../../ui/fiscal-year.ts';
import { percent } from '../../ui/percent.ts';
import { ratingName } from '../app/words.ts';

interface HeadlineProps {
  tally: Tally;
  /** The year before, to stand beside. */
  earlier: Review | null;
}

/** The whole in one sentence, the rate (遵守率, 001 §4), and how often each answer was given. */
export function Headline({ tally, earlier }: HeadlineProps) {
  const { counts, unanswered, rate } = tally;
  const kept = counts.kept + counts['mostly-kept'];
  const applicable = kept + counts['partly-kept'] + counts['not-kept'];
  const before = earlier && summarize(earlier, builtInCatalog).all.rate;
  return (
    <section class="r-headline">
      <p class="r-rate">
        {t('ui.rate')} <strong>{percent(rate)}</strong>
      </p>
      <div class="r-words">
        <p class="r-sentence">
          {rate === null ? t('result.noneApplies') : t(sentence(tally), { applicable, kept })}
        </p>
        <p>{t(rate === null ? 'result.noneAppliesHelp' : 'result.rateHelp')}</p>
        {earlier && before !== null && (
          <p>
            {t('result.before', {
              year: fiscalYearName(earlier.fiscalYear),
              rate: percent(before),
            })}
          </p>
        )}
      </div>
      <dl class="r-counts">
        {ratings.map((rating) => (
          <Count key={rating} label={ratingName(rating)} count={counts[rating]} />
        ))}
        {unanswered > 0 && <Count label={t('ui.unanswered')} count={unanswered} />}
      </dl>
    </section>
  );
}

/** Of unanswered items nobody knows whether they are in one's charge. */
function sentence({ counts, unanswered }: Tally): KeyWith<'applicable' | 'kept'> {
  if (unanswered === 0) return 'result.sentence';
  return counts['not-applicable'] === 0 ? 'result.sentenceAnswered' : 'result.sentenceSoFar';
}

const Count = ({ label, count }: { label: string; count: number }) => (
  <div>
    <dt>{label}</dt>
    <dd>{count}</dd>
  </div>
);
