import { failure, type Result, success } from '../result.ts';
import type { Moment, Review, Role, Unit } from './review.ts';

/** Finishes a review; items may be left unanswered. Problem: `review-completed`. */
export function complete(review: Review, { seq, at }: Moment): Result<Review> {
  if (review.state === 'completed') return failure('review-completed');
  return success({ ...review, state: 'completed', completedAt: at, seq });
}

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
  if (review.state === 'completed') return failure('review-completed', 'unit');
  return success({ ...review, unit, role, seq });
}
