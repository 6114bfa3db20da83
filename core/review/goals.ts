import { failure, inValue, type Result, success } from '../result.ts';
import { type Goal, goalLimit, type Moment, type Outcome, type Review } from './review.ts';

/**
 * Sets the personal goals for the coming year (002 §3); blank ones are dropped.
 * Allowed on a finished review too: goals grow out of its result.
 * Problem: `goal-limit` (more than three).
 */
export function setGoals(review: Review, goals: readonly Goal[], { seq }: Moment): Result<Review> {
  const kept = goals.filter((goal) => goal.text.trim() !== '');
  if (kept.length > goalLimit) return failure('goal-limit', inValue('goals'), { limit: goalLimit });
  return success({ ...review, goals: kept, seq });
}

/**
 * The goals of two pages that were both begun on `base`: what this page made of them, and what the
 * other has added or put in other words meanwhile. Nothing of either is lost; they may be too many
 * for `setGoals` then, which says so.
 */
export function mergeGoals(
  base: readonly Goal[],
  mine: readonly Goal[],
  theirs: readonly Goal[],
): readonly Goal[] {
  const known = new Set([...base, ...mine].map(({ text }) => text));
  return [...mine, ...theirs.filter(({ text }) => !known.has(text))];
}

/** Looks back on one goal (by its place, from 0) of an earlier year's review; what is not given stays. */
export function lookBack(
  review: Review,
  index: number,
  given: { readonly outcome?: Outcome | null; readonly outcomeNote?: string | null },
  { seq }: Moment,
): Review {
  const goals = review.goals.map((goal, i) => {
    if (i !== index) return goal;
    const { outcome = goal.outcome, outcomeNote = goal.outcomeNote } = given;
    return { ...goal, outcome, outcomeNote: outcomeNote || null };
  });
  return { ...review, goals, seq };
}
