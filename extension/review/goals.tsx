import { useState } from 'preact/hooks';
import { builtInCatalog } from '../../core/catalog/built-in.ts';
import type { Standard } from '../../core/catalog/catalog.ts';
import { standardById } from '../../core/catalog/lookup.ts';
import { setGoals } from '../../core/review/goals.ts';
import { type Goal, goalLimit, type Review } from '../../core/review/review.ts';
import { t } from '../../locales/t.ts';
import { Button, Buttons } from '../../ui/button.tsx';
import { TextArea } from '../../ui/field.tsx';
import { commit } from '../store/saving.ts';

const save = (goals: readonly Goal[]) =>
  commit({ act: (review, moment) => setGoals(review, goals, moment) });

const goal = (text: string, standard: string | null): Goal => ({
  text,
  standard,
  outcome: null,
  outcomeNote: null,
});

/** Takes a standard as a further goal, to be put into one's own words. */
export function addGoal({ goals }: Review, { id, text }: Standard): void {
  void save([...goals, goal(text, id)]);
  focusGoal(goals.length);
}

const focusGoal = (index: number) =>
  requestAnimationFrame(() => document.getElementById(`goal-${index}`)?.focus());

const isWritten = ({ text }: Goal): boolean => text.trim() !== '';

const same = (a: readonly Goal[], b: readonly Goal[]): boolean =>
  a.length === b.length &&
  a.every(({ text, standard }, i) => text === b[i]?.text && standard === b[i]?.standard);

/** Up to three personal goals (002 §3), from an item or free, saved as they are typed. */
export function Goals({ current, settled }: { current: Review; settled: boolean }) {
  // An empty field is no goal and is not saved, so the fields are more than the review's goals.
  const [typed, setTyped] = useState(current.goals);
  const fields = same(typed.filter(isWritten), current.goals) ? typed : current.goals;
  const change = (next: readonly Goal[]) => {
    setTyped(next);
    void save(next);
  };
  const add = () => {
    setTyped([...fields, goal('', null)]);
    focusGoal(fields.length);
  };
  const remove = (index: number) => {
    change(fields.toSpliced(index, 1));
    document.getElementById('goals')?.focus();
  };

  if (settled && current.goals.length === 0) return null;
  return (
    <section>
      <h2 id="goals" tabIndex={-1}>
        {t('goals.heading')}
      </h2>
      {!settled && <p class="f-screen">{t('goals.lead', { limit: goalLimit })}</p>}
      {!settled && (
        <div class="r-goals f-screen">
          {fields.map((each, index) => (
            <div key={index}>
              <TextArea
                id={`goal-${index}`}
                label={t('goals.label', { number: index + 1 })}
                support={from(each)}
                maxLength={400}
                value={each.text}
                onInput={(text) => change(fields.with(index, { ...each, text }))}
              />
              <Button kind="text" onClick={() => remove(index)}>
                {t('goals.remove', { number: index + 1 })}
              </Button>
            </div>
          ))}
          {fields.length < goalLimit && (
            <Buttons>
              <Button onClick={add}>{t('goals.add')}</Button>
            </Buttons>
          )}
        </div>
      )}
      <ol class={settled ? undefined : 'r-paper'}>
        {current.goals.map(({ text }) => (
          <li key={text}>{text}</li>
        ))}
      </ol>
    </section>
  );
}

/** Which standard a goal grew out of, while it is no longer told by the goal's own words. */
function from({ text, standard }: Goal): string | null {
  const origin = standard && standardById(builtInCatalog, standard);
  return origin && origin.text !== text ? t('goals.from', { text: origin.text }) : null;
}
