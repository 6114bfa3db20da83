import { useState } from 'preact/hooks';
import { builtInCatalog } from '../../core/catalog/built-in.ts';
import type { Standard } from '../../core/catalog/catalog.ts';
import { standardById } from '../../core/catalog/lookup.ts';
import { asGoal } from '../../core/review/goal-wording.ts';
import { type Goal, goalLimit, type Review } from '../../core/review/review.ts';
import { t } from '../../locales/t.ts';
import { Button, Buttons } from '../../ui/button.tsx';
import { TextArea } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Later } from '../app/later.tsx';
import { store } from '../page-store.ts';
import { typeGoals } from '../store/session/typed-goals.ts';
import { goal, goalsOf, isWritten } from './goal-acts.ts';

/** Takes a standard as a further goal, worded as one. */
export function addGoal(current: Review, { id, text }: Standard): void {
  const goals = goalsOf(current);
  typeGoals(store, [...goals, goal(asGoal(text), id)], true);
  focusGoal(goals.length);
}

const focusGoal = (index: number) =>
  requestAnimationFrame(() => document.getElementById(`goal-${index}`)?.focus());

export const toGoals = () => document.getElementById('goals')?.focus();

const same = (a: readonly Goal[], b: readonly Goal[]): boolean =>
  a.length === b.length &&
  a.every(({ text, standard }, i) => text === b[i]?.text && standard === b[i]?.standard);

/** Up to three personal goals (002 §3), from an item or free, saved as they are typed. */
export function Goals({ current, settled }: { current: Review; settled: boolean }) {
  // An empty field is no goal and is not saved, so the fields are more than the review's goals.
  const [typed, setTyped] = useState(current.goals);
  const [fromSection, takeFromSection] = useState(false);
  const [removed, setRemoved] = useState<{ goal: Goal; index: number } | null>(null);
  const onPage = store.typedGoals.value?.goals ?? current.goals;
  const fields = same(typed.filter(isWritten), onPage.filter(isWritten)) ? typed : onPage;
  const change = (next: readonly Goal[], atOnce = false) => {
    setTyped(next);
    typeGoals(store, next, atOnce);
  };
  const add = () => {
    setTyped([...fields, goal('', null)]);
    focusGoal(fields.length);
  };
  const remove = (index: number) => {
    const gone = fields[index];
    change(fields.toSpliced(index, 1), true);
    setRemoved(gone && isWritten(gone) ? { goal: gone, index } : null);
    toGoals();
  };
  const putBack = ({ goal, index }: { goal: Goal; index: number }) => {
    change(fields.toSpliced(index, 0, goal), true);
    setRemoved(null);
    focusGoal(Math.min(index, fields.length));
  };

  const stopFromSection = () => {
    takeFromSection(false);
    // Its button is back only where there is room for a goal.
    requestAnimationFrame(() =>
      (document.getElementById('from-section') ?? document.getElementById('goals'))?.focus(),
    );
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
                limit={400}
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
              {!fromSection && (
                <Button id="from-section" onClick={() => takeFromSection(true)}>
                  {t('goals.fromSection')}
                </Button>
              )}
            </Buttons>
          )}
          {fromSection && (
            <>
              <Later load={async () => (await import('./section-targets.tsx')).FromSection} />
              <Button kind="text" onClick={stopFromSection}>
                {t('goals.stopFromSection')}
              </Button>
            </>
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

/** Which standard a goal grew out of. */
function from({ standard }: Goal): string | null {
  const origin = standard && standardById(builtInCatalog, standard);
  return origin ? t('goals.from', { text: origin.text }) : null;
}
