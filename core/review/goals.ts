import { failure, type Result, success } from '../result.ts';
import { type Goal, goalLimit, type Moment, type Outcome, type Review } from './review.ts';

/**
 * Sets the personal goals for the coming year (002 §3); blank ones are dropped.
 * Allowed on a finished review too: goals grow out of its result.
 * Problem: `goal-limit` (more than three).
 */
export function setGoals(review: Review, goals: readonly Goal[], { seq }: Moment): Result<Review> {
  const kept = goals.filter((goal) => goal.text.trim() !== '');
  if (kept.length > goalLimit) return failure('goal-limit', 'goals', { limit: goalLimit });
  return success({ ...review, goals: kept, seq });
}

/** Looks back on one goal (by its place, from 0) of an earlier year's review. */
export function lookBack(
  review: Review,
  index: number,
  outcome: Outcome | null,
  outcomeNote: string | null,
  { seq }: Moment,
): Review {
  const goals = review.goals.map((goal, i) =>
    i === index ? { ...goal, outcome, outcomeNote: outcomeNote || null } : goal,
  );
  return { ...review, goals, seq };
}
