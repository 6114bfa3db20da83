import { signal } from '@preact/signals';
import { success } from '../../../core/result.ts';
import { lookBack, mergeGoals, setGoals } from '../../../core/review/goals.ts';
import type { Goal, Review } from '../../../core/review/review.ts';
import { type KeptText, keepText } from '../../../ui/kept-text.ts';
import { type Change, stored, storedOthers } from './pending.ts';
import { commit, commitUntilSaved } from './saving.ts';
import { secondPlace, type TakeUp } from './second-place.ts';
import { user } from './session.ts';

/** Goals, and what is written on last year's, as they are typed. */

interface Typed {
  /** The goals when the typing began, and those that this page has handed to the disk since. */
  readonly base: readonly Goal[];
  readonly goals: readonly Goal[];
}

const kept = new Map<string, KeptText<never>>();

function keeperOf<T>(field: readonly [string, ...string[]], save: (value: T) => Promise<boolean>) {
  const key = field.join('/');
  const known = kept.get(key) as KeptText<T> | undefined;
  if (known) return known;
  const made = keepText<T>({ second: secondPlace<T>(field), save });
  kept.set(key, made as unknown as KeptText<never>);
  return made;
}

/** What is being typed of the goals of the review at hand and is on its way to the disk; null once it is there. */
export const typedGoals = signal<Typed | null>(null);

const goalsChange = ({ base, goals }: Typed): Change => ({
  act: (review, moment) => setGoals(review, mergeGoals(base, goals, review.goals), moment),
});

/** Takes the goals as they are typed; with `atOnce` they are saved without waiting for a pause. */
export function typeGoals(goals: readonly Goal[], atOnce = false): void {
  const owner = user.peek()?.id;
  const review = stored.peek();
  if (owner === undefined || !review) return;
  const typed = { base: typedGoals.peek()?.base ?? review.goals, goals };
  typedGoals.value = typed;
  const keeper = keeperOf<Typed>(['goals', owner, String(review.fiscalYear)], async (value) => {
    const begun = typedGoals.peek();
    if (begun) typedGoals.value = { ...begun, base: [...begun.base, ...value.goals] };
    await commitUntilSaved(goalsChange(value));
    const now = typedGoals.peek();
    // Typed on meanwhile, and begun on what is on the disk now.
    if (now?.goals === value.goals) typedGoals.value = null;
    else if (now) typedGoals.value = { base: value.goals, goals: now.goals };
    return true;
  });
  keeper.type(typed);
  if (atOnce) void keeper.flush();
}

/** Saves goals that a page has left behind. */
export const takeUpGoals: TakeUp = async (value, [owner, year]) => {
  const review = stored.peek();
  if (owner !== user.peek()?.id || year !== String(review?.fiscalYear)) return false;
  const { base, goals } = (value ?? {}) as Partial<Typed>;
  return base && goals ? commit(goalsChange({ base, goals })) : true;
};

/** Takes what is typed on a goal of an earlier year. */
export function typeLookBack(of: Review['id'], index: number, note: string): void {
  const owner = user.peek()?.id;
  if (owner === undefined) return;
  keeperOf<string>(['look-back', owner, of, String(index)], (text) =>
    commitUntilSaved(lookBackChange(of, index, text)),
  ).type(note);
}

const lookBackChange = (of: Review['id'], index: number, outcomeNote: string): Change => ({
  of,
  act: (review, moment) => success(lookBack(review, index, { outcomeNote }, moment)),
});

/** Saves what a page has left behind of it; the years are read before. */
export const takeUpLookBack: TakeUp = async (value, [owner, of = '', index]) => {
  if (owner !== user.peek()?.id) return false;
  if (typeof value !== 'string') return true;
  const known = storedOthers.peek()?.find(({ id }) => id === of)?.goals[Number(index)];
  if (known && (known.outcomeNote ?? '') === value) return true;
  return commit(lookBackChange(of, Number(index), value));
};
