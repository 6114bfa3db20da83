import { asGoal } from '../../core/review/goal-wording.ts';
import type { Goal, Review } from '../../core/review/review.ts';
import { store } from '../page-store.ts';
import { typeGoals } from '../store/session/typed-goals.ts';

export const goal = (text: string, standard: string | null): Goal => ({
  text,
  standard,
  outcome: null,
  outcomeNote: null,
});

/** The goals as the page shows them: what is still being typed too. */
export const goalsOf = ({ goals }: Review): readonly Goal[] =>
  store.typedGoals.value?.goals.filter(isWritten) ?? goals;

/** Takes a target of the section as a further goal. */
export function addGoalText(current: Review, text: string): void {
  typeGoals(store, [...goalsOf(current), goal(asGoal(text), null)], true);
}

export const isWritten = ({ text }: Goal): boolean => text.trim() !== '';
