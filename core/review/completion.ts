import { failure, inValue, type Result, success } from '../result.ts';
import type { Moment, Review, Role, Unit } from './review.ts';

/** Finishes a review; items may be left unanswered. Problem: `review-completed`. */
export function complete(review: Review, { seq, at }: Moment): Result<Review> {
  if (review.state === 'completed') return failure('review-completed');
  return success({ ...review, state: 'completed', completedAt: at, seq });
}

/** When the latest of them was finished; those taken up again don't count. */
export const latestCompletion = (reviews: readonly Review[]): string | null =>
  reviews
    .flatMap(({ state, completedAt }) => (state === 'completed' && completedAt) || [])
    .sort()
    .at(-1) ?? null;

/** Takes a finished review up again as its next revision. Problem: `review-open`. */
export function reopen(review: Review, { seq }: Moment): Result<Review> {
  if (review.state === 'open') return failure('review-open');
  const revision = review.revision + 1;
  return success({ ...review, state: 'open', completedAt: null, revision, seq });
}

/** Says for which unit and in which role the review is made. Problem: `review-completed`. */
export function assign(
  review: Review,
  unit: Unit,
  role: Role | null,
  { seq }: Moment,
): Result<Review> {
  if (review.state === 'completed') return failure('review-completed', inValue('unit'));
  return success({ ...review, unit, role, seq });
}

/** Puts right for which unit and in which role a review was made, finished or not; its answers and its revision stay. */
export const correctUnit = (
  review: Review,
  unit: Unit,
  role: Role | null,
  { seq }: Moment,
): Review => ({
  ...review,
  unit,
  role,
  seq,
});
