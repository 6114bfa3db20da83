import { fiscalYearOf } from '../../../core/calendar/fiscal-year.ts';
import { startReview } from '../../../core/review/answering.ts';
import { lastChange } from '../../../core/review/comparison.ts';
import type { Review } from '../../../core/review/review.ts';
import type { User } from './user.ts';

/**
 * The review a page works on: of those given, this 年度's; without one, the latest that is still
 * open, since what was begun in March is finished in April; else a new one.
 */
export function reviewAtHand(owner: User, reviews: readonly Review[], now: number): Review {
  const fiscalYear = fiscalYearOf(now);
  return (
    latest(reviews.filter((review) => review.fiscalYear === fiscalYear)) ??
    latest(reviews.filter(({ state }) => state === 'open')) ??
    unbegun(owner, now)
  );
}

const latest = (reviews: readonly Review[]): Review | undefined =>
  [...reviews].sort((a, b) => lastChange(a) - lastChange(b)).at(-1);

/** This 年度's review before its first answer; its id is empty. */
export function unbegun({ settings: { unit, role } }: User, now: number): Review {
  const fiscalYear = fiscalYearOf(now);
  return startReview({ id: '', fiscalYear, catalog: [], unit, role }, { seq: 0, at: '' });
}
