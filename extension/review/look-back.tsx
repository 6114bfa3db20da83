import { useEffect, useState } from 'preact/hooks';
import { success } from '../../core/result.ts';
import { earlierReview } from '../../core/review/comparison.ts';
import { lookBack } from '../../core/review/goals.ts';
import { type Goal, type Outcome, outcomes, type Review } from '../../core/review/review.ts';
import { t } from '../../locales/t.ts';
import { Choice } from '../../ui/choice.tsx';
import { TextField } from '../../ui/field.tsx';
import { fiscalYearName } from '../../ui/fiscal-year.ts';
import { commit } from '../store/session/saving.ts';
import { typeLookBack } from '../store/session/typed-goals.ts';
import { useHistory } from './use-history.ts';
import './result.css';
import { store } from '../page-store.ts';

/** What became of the goals of the nearest earlier 年度 (002 §3). Nothing where there were none. */
export function LookBack() {
  const { value: current } = store.review;
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
  const [typed, setTyped] = useState<string | null>(null);
  const choose = (outcome: Outcome) =>
    void commit(store, {
      of: id,
      act: (earlier, moment) => success(lookBack(earlier, index, { outcome }, moment)),
    });
  const note = goal.outcomeNote ?? '';
  // Once it is on the disk, what another page makes of it is shown here too; not while more is being typed.
  useEffect(() => setTyped((now) => (now === note ? null : now)), [note]);
  return (
    <div>
      <Choice
        id={`outcome-${index}`}
        label={goal.text}
        options={outcomes.map((value) => ({ value, label: t(`outcome.${value}`) }))}
        value={goal.outcome}
        onChange={(value) => choose(value as Outcome)}
      />
      <TextField
        id={`outcome-note-${index}`}
        label={t('lookBack.note', { number: index + 1 })}
        mark="optional"
        limit={400}
        value={typed ?? note}
        onInput={(text) => {
          setTyped(text);
          typeLookBack(store, id, index, text);
        }}
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
