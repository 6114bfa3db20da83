import { success } from '../../core/result.ts';
import { earlierReview } from '../../core/review/comparison.ts';
import { lookBack } from '../../core/review/goals.ts';
import { type Goal, type Outcome, outcomes, type Review } from '../../core/review/review.ts';
import { t } from '../../locales/t.ts';
import { Choice } from '../../ui/choice.tsx';
import { TextField } from '../../ui/field.tsx';
import { fiscalYearName } from '../../ui/fiscal-year.ts';
import { commit } from '../store/saving.ts';
import { review } from '../store/session.ts';
import { useHistory } from './use-history.ts';
import './result.css';

/** What became of the goals of the nearest earlier 年度 (002 §3). Nothing where there were none. */
export function LookBack() {
  const { value: current } = review;
  const past = useHistory();
  const earlier = current && past && earlierReview(past, current);
  if (!earlier || earlier.goals.length === 0) return null;
  return (
    <section>
      <h2>{t('lookBack.heading', { year: fiscalYearName(earlier.fiscalYear) })}</h2>
      <p class="f-screen">{t('lookBack.lead')}</p>
      <div class="r-goals f-screen">
        {earlier.goals.map((goal, index) => (
          <OneGoal key={index} of={earlier} goal={goal} index={index} />
        ))}
      </div>
      <ul class="r-paper">
        {earlier.goals.map((goal) => (
          <li key={goal.text}>{inWords(goal)}</li>
        ))}
      </ul>
    </section>
  );
}

function OneGoal({ of: { id }, goal, index }: { of: Review; goal: Goal; index: number }) {
  const save = (outcome: Outcome | null, note: string | null) =>
    void commit({
      of: id,
      act: (earlier, moment) => success(lookBack(earlier, index, outcome, note, moment)),
    });
  return (
    <div>
      <Choice
        id={`outcome-${index}`}
        label={goal.text}
        options={outcomes.map((value) => ({ value, label: t(`outcome.${value}`) }))}
        value={goal.outcome}
        onChange={(value) => save(value as Outcome, goal.outcomeNote)}
      />
      <TextField
        id={`outcome-note-${index}`}
        label={t('lookBack.note', { number: index + 1 })}
        mark="optional"
        maxLength={400}
        value={goal.outcomeNote ?? ''}
        onInput={(note) => save(goal.outcome, note)}
      />
    </div>
  );
}

/** A goal with its outcome on one line. */
export function inWords({ text, outcome, outcomeNote }: Goal): string {
  const words = outcome ? t(`outcome.${outcome}`) : t('outcome.none');
  const parts = { goal: text, outcome: words, note: outcomeNote ?? '' };
  return t(outcomeNote ? 'lookBack.inWordsNote' : 'lookBack.inWords', parts);
}
