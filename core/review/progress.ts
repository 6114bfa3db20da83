import type { Standard, StandardId } from '../catalog/catalog.ts';
import { ratingOf } from './answering.ts';
import type { Review } from './review.ts';

export interface Progress {
  readonly answered: number;
  readonly total: number;
}

/** How many of these standards have a rating. */
export function progress(review: Review, standards: readonly Standard[]): Progress {
  const answered = standards.filter(({ id }) => ratingOf(review, id) !== null).length;
  return { answered, total: standards.length };
}

/**
 * The first unanswered standard after `from` in the given order, going round to
 * the beginning; null when all are answered. Without `from`, the first of all.
 */
export function nextUnanswered(
  review: Review,
  standards: readonly Standard[],
  from: StandardId | null = null,
): StandardId | null {
  const start = standards.findIndex(({ id }) => id === from) + 1;
  const inTurn = [...standards.slice(start), ...standards.slice(0, start)];
  return inTurn.find(({ id }) => ratingOf(review, id) === null)?.id ?? null;
}
