import type { CatalogRef, StandardId } from '../catalog/catalog.ts';
import { failure, inValue, type Result, success } from '../result.ts';
import type { Answer, Moment, Rating, Review, Role, Unit } from './review.ts';

/** What a new review is started with; the id is a UUID made by the caller. */
export interface Start {
  readonly id: string;
  readonly fiscalYear: number;
  readonly catalog: readonly CatalogRef[];
  readonly unit: Unit;
  readonly role: Role | null;
}

/** A review without answers. Its 年度 and its catalog never change afterwards (001 §4: a look back at least once a year). */
export function startReview(start: Start, { seq }: Moment): Review {
  return {
    ...start,
    revision: 1,
    state: 'open',
    completedAt: null,
    answers: {},
    goals: [],
    seq,
  };
}

/** The part of an answer that changes; a rating of null clears it. */
export interface AnswerChange {
  readonly rating?: Rating | null;
  readonly note?: string | null;
}

/**
 * The review with one item answered, noted or cleared. The others keep their
 * identity, so that a page redraws one item only.
 * Problem: `review-completed` (it has to be reopened first).
 */
export function answer(
  review: Review,
  standard: StandardId,
  change: AnswerChange,
  moment: Moment,
): Result<Review> {
  if (review.state === 'completed')
    return failure('review-completed', inValue(`answers.${standard}`));
  const before = review.answers[standard];
  const after: Answer = {
    rating: change.rating === undefined ? (before?.rating ?? null) : change.rating,
    note: change.note === undefined ? (before?.note ?? null) : change.note || null,
    seq: moment.seq,
    at: moment.at,
  };
  return success({ ...review, answers: { ...review.answers, [standard]: after } });
}

/** The rating given to a standard, or null. */
export function ratingOf(review: Review, standard: StandardId): Rating | null {
  return review.answers[standard]?.rating ?? null;
}
