import { builtInCatalog } from '../../../core/catalog/built-in.ts';
import type { Result } from '../../../core/result.ts';
import { answer, startReview } from '../../../core/review/answering.ts';
import type { Moment, Rating, Review } from '../../../core/review/review.ts';

/** Reviews to test with. */

export const at = (seq: number): Moment => ({ seq, at: '2026-12-01T10:00:00+09:00' });

export const blank = (fiscalYear = 2026): Review =>
  startReview(
    {
      id: `00000000-0000-4000-8000-00000000${fiscalYear}`,
      fiscalYear,
      catalog: [],
      unit: { ward: '多摩区', division: null, section: '区民課' },
      role: 'staff',
    },
    at(1),
  );

/** The value of a result that must be there. */
export function got<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}

/** A review with these ratings. */
export const rated = (
  ratings: Readonly<Record<string, Rating | null>>,
  fiscalYear = 2026,
): Review =>
  Object.entries(ratings).reduce(
    (review, [standard, rating], index) => got(answer(review, standard, { rating }, at(index + 2))),
    blank(fiscalYear),
  );

export const standards = builtInCatalog.standards.map(({ id }) => id);
