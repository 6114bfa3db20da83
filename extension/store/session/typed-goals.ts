import { success } from '../../../core/result.ts';
import { lookBack, mergeGoals, setGoals } from '../../../core/review/goals.ts';
import type { Goal, Review } from '../../../core/review/review.ts';
import { type KeptText, keepText } from '../../../ui/kept-text.ts';
import type { Store } from '../store.ts';
import type { Change, TypedGoals } from './pending.ts';
import { commit, commitUntilSaved } from './saving.ts';
import { type Field, keeperOf, secondPlace, type TakeUp } from './second-place.ts';

/** Goals, and what is written on last year's, as they are typed. */

const keepTyped = <T>(
  store: Store,
  field: Field,
  save: (value: T) => Promise<boolean>,
): KeptText<T> =>
  keeperOf(store, field, () => keepText<T>({ second: secondPlace(store, field), save }));

const goalsChange = ({ base, goals }: TypedGoals): Change => ({
  act: (review, moment) => setGoals(review, mergeGoals(base, goals, review.goals), moment),
});

/** Takes the goals as they are typed; with `atOnce` they are saved without waiting for a pause. */
export function typeGoals(store: Store, goals: readonly Goal[], atOnce = false): void {
  const owner = store.user.peek()?.id;
  const review = store.stored.peek();
  if (owner === undefined || !review) return;
  const typed = { base: store.typedGoals.peek()?.base ?? review.goals, goals };
  store.typedGoals.value = typed;
  const keeper = keepTyped<TypedGoals>(
    store,
    ['goals', owner, String(review.fiscalYear)],
    async (value) => {
      const begun = store.typedGoals.peek();
      if (begun) store.typedGoals.value = { ...begun, base: [...begun.base, ...value.goals] };
      await commitUntilSaved(store, goalsChange(value));
      const now = store.typedGoals.peek();
      // Typed on meanwhile, and begun on what is on the disk now.
      if (now?.goals === value.goals) store.typedGoals.value = null;
      else if (now) store.typedGoals.value = { base: value.goals, goals: now.goals };
      return true;
    },
  );
  keeper.type(typed);
  if (atOnce) void keeper.flush();
}

/** Saves goals that a page has left behind. */
export const takeUpGoals: TakeUp = async (store, value, [owner, year]) => {
  const review = store.stored.peek();
  if (owner !== store.user.peek()?.id || year !== String(review?.fiscalYear)) return false;
  const { base, goals } = (value ?? {}) as Partial<TypedGoals>;
  return base && goals ? commit(store, goalsChange({ base, goals })) : true;
};

/** Takes what is typed on a goal of an earlier year. */
export function typeLookBack(store: Store, of: Review['id'], index: number, note: string): void {
  const owner = store.user.peek()?.id;
  if (owner === undefined) return;
  keepTyped<string>(store, ['look-back', owner, of, String(index)], (text) =>
    commitUntilSaved(store, lookBackChange(of, index, text)),
  ).type(note);
}

const lookBackChange = (of: Review['id'], index: number, outcomeNote: string): Change => ({
  of,
  act: (review, moment) => success(lookBack(review, index, { outcomeNote }, moment)),
});

/** Saves what a page has left behind of it; the years are read before. */
export const takeUpLookBack: TakeUp = async (store, value, [owner, of = '', index]) => {
  if (owner !== store.user.peek()?.id) return false;
  if (typeof value !== 'string') return true;
  const known = store.storedOthers.peek()?.find(({ id }) => id === of)?.goals[Number(index)];
  if (known && (known.outcomeNote ?? '') === value) return true;
  return commit(store, lookBackChange(of, Number(index), value));
};
