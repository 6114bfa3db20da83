import { useState } from 'preact/hooks';
import { builtInCatalog } from '../../core/catalog/built-in.ts';
import type { Standard } from '../../core/catalog/catalog.ts';
import { standardById } from '../../core/catalog/lookup.ts';
import { setGoals } from '../../core/review/goals.ts';
import { type Goal, goalLimit, type Review } from '../../core/review/review.ts';
import { t } from '../../locales/t.ts';
import { Button, Buttons } from '../../ui/button.tsx';
import { TextArea } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
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

export const toGoals = () => document.getElementById('goals')?.focus();

const isWritten = ({ text }: Goal): boolean => text.trim() !== '';

const same = (a: readonly Goal[], b: readonly Goal[]): boolean =>
  a.length === b.length &&
  a.every(({ text, standard }, i) => text === b[i]?.text && standard === b[i]?.standard);

/** Up to three personal goals (002 §3), from an item or free, saved as they are typed. */
export function Goals({ current, settled }: { current: Review; settled: boolean }) {
  // An empty field is no goal and is not saved, so the fields are more than the review's goals.
  const [typed, setTyped] = useState(current.goals);
  const [removed, setRemoved] = useState<{ goal: Goal; index: number } | null>(null);
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
    const gone = fields[index];
    change(fields.toSpliced(index, 1));
    setRemoved(gone && isWritten(gone) ? { goal: gone, index } : null);
    toGoals();
  };
  const putBack = ({ goal, index }: { goal: Goal; index: number }) => {
    change(fields.toSpliced(index, 0, goal));
    setRemoved(null);
    focusGoal(Math.min(index, fields.length));
  };

  if (settled && current.goals.length === 0) return null;
  return (
    <section class={current.goals.length === 0 ? 'f-screen' : undefined}>
      <h2 id="goals" tabIndex={-1}>
        {t('goals.heading')}
      </h2>
      {!settled && <p class="f-screen">{t('goals.lead', { limit: goalLimit })}</p>}
      {!settled && (
        <div class="r-goals f-screen">
          {removed && fields.length < goalLimit && (
            <Notice
              kind="info"
              live="status"
              level={3}
              heading={t('goals.removed', { number: removed.index + 1 })}
              actions={<Button onClick={() => putBack(removed)}>{t('goals.putBack')}</Button>}
            >
              <p>{removed.goal.text}</p>
            </Notice>
          )}
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

/** Which standard a goal grew out of; while it still has that one's words, how to make it a goal. */
function from({ text, standard }: Goal): string | null {
  const origin = standard && standardById(builtInCatalog, standard);
  if (!origin) return null;
  return origin.text === text ? t('goals.reword') : t('goals.from', { text: origin.text });
}
