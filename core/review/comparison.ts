import type { Catalog } from '../catalog/catalog.ts';
import type { Review } from './review.ts';
import { type Summary, summarize } from './summary.ts';

/** A person's reviews, one a 年度, earliest first: of two in one 年度 the one that was changed last. */
export function oneEachYear(reviews: readonly Review[]): Review[] {
  const latest = new Map<number, Review>();
  for (const review of reviews) {
    const other = latest.get(review.fiscalYear);
    if (!other || lastChange(other) < lastChange(review)) latest.set(review.fiscalYear, review);
  }
  return [...latest.values()].sort((a, b) => a.fiscalYear - b.fiscalYear);
}

/** The store's counter at the last change of anything in a review. */
export function lastChange(review: Review): number {
  return Math.max(review.seq, ...Object.values(review.answers).map(({ seq }) => seq));
}

/** The review of the nearest earlier 年度, or null. */
export function earlierReview(reviews: readonly Review[], review: Review): Review | null {
  return (
    oneEachYear(reviews)
      .filter(({ fiscalYear }) => fiscalYear < review.fiscalYear)
      .at(-1) ?? null
  );
}

/** Each 年度's summary, earliest first, up to and with the given review. */
export function throughTheYears(
  reviews: readonly Review[],
  review: Review,
  catalog: Catalog,
): { fiscalYear: number; summary: Summary }[] {
  const earlier = oneEachYear(reviews).filter(({ fiscalYear }) => fiscalYear < review.fiscalYear);
  return [...earlier, review].map((each) => ({
    fiscalYear: each.fiscalYear,
    summary: summarize(each, catalog),
  }));
}
