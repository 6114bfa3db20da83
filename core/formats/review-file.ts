import type { CatalogRef, StandardId } from '../catalog/catalog.ts';
import type { Format } from '../format.ts';
import { failure, type Result, success } from '../result.ts';
import type { Goal, Rating, Review, Role, Unit } from '../review/review.ts';
import { type Sha256, withChecksum } from './digest.ts';

/** The hand-over: one finished review as its writer lets others see it. Read by `read-review-file.ts`. */
export interface ReviewFile {
  readonly format: 'furikaeri.review/1';
  readonly id: string;
  readonly revision: number;
  readonly fiscalYear: number;
  readonly catalog: readonly CatalogRef[];
  readonly unit: Unit;
  readonly role: Role | null;
  readonly name: string | null;
  readonly completedAt: string;
  /** Unanswered items are absent. */
  readonly answers: Readonly<Record<StandardId, HandedAnswer>>;
  readonly goals: readonly Goal[];
  readonly checksum: string;
}

export interface HandedAnswer {
  readonly rating: Rating;
  readonly note: string | null;
}

export const reviewFormat: Format = { kind: 'furikaeri.review', migrations: [] };

/** What the writer has ticked: nothing of it goes out by itself. */
export interface Disclosure {
  /** The notes on answers and on the outcome of goals. */
  readonly notes: boolean;
  readonly name: string | null;
}

/**
 * A finished review to its hand-over. Only what `ReviewFile` names goes in, each key by name: what
 * else the review may carry stays at home. The text to write is `makeJson` of it.
 * Problem: `review-open`.
 */
export async function makeReviewFile(
  review: Review,
  { notes, name }: Disclosure,
  sha256: Sha256,
): Promise<Result<ReviewFile>> {
  const { completedAt } = review;
  if (review.state !== 'completed' || completedAt === null) return failure('review-open');
  const answers: Record<StandardId, HandedAnswer> = {};
  for (const [standard, { rating, note }] of Object.entries(review.answers)) {
    if (rating !== null) answers[standard] = { rating, note: notes ? note : null };
  }
  const { ward, division, section } = review.unit;
  return success(
    await withChecksum(
      {
        format: 'furikaeri.review/1' as const,
        id: review.id,
        revision: review.revision,
        fiscalYear: review.fiscalYear,
        catalog: review.catalog.map(({ id, edition, digest }) => ({ id, edition, digest })),
        unit: { ward, division, section },
        role: review.role,
        name,
        completedAt,
        answers,
        goals: review.goals.map(({ text, standard, outcome, outcomeNote }) => ({
          text,
          standard,
          outcome,
          outcomeNote: notes ? outcomeNote : null,
        })),
      },
      sha256,
    ),
  );
}
