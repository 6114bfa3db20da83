import type { Catalog, PhilosophyId, SceneId, Standard, StandardId } from '../catalog/catalog.ts';
import { standardsOfPhilosophy, standardsOfScene } from '../catalog/lookup.ts';
import { ratingOf } from './answering.ts';
import { type Rating, type Review, ratings } from './review.ts';

/** How often each rating was given among some standards. */
export interface Tally {
  readonly counts: Readonly<Record<Rating, number>>;
  readonly unanswered: number;
  /**
   * 遵守率, 0–1: kept and mostly kept among the items that apply; null when
   * nothing counts. An item not in one's charge stays in `counts` alone.
   */
  readonly rate: number | null;
}

export function tally(review: Review, standards: readonly Standard[]): Tally {
  const counts = Object.fromEntries(ratings.map((rating) => [rating, 0])) as Record<Rating, number>;
  let unanswered = 0;
  for (const { id } of standards) {
    const rating = ratingOf(review, id);
    if (rating === null) unanswered++;
    else counts[rating]++;
  }
  return { counts, unanswered, rate: complianceRate(counts) };
}

/** 遵守率, 0–1, as in `Tally`. */
export function complianceRate(counts: Tally['counts']): number | null {
  const complied = counts.kept + counts['mostly-kept'];
  const applicable = complied + counts['partly-kept'] + counts['not-kept'];
  return applicable === 0 ? null : complied / applicable;
}

export interface Summary {
  readonly all: Tally;
  readonly scenes: readonly { readonly id: SceneId; readonly tally: Tally }[];
  readonly philosophies: readonly { readonly id: PhilosophyId; readonly tally: Tally }[];
}

/** A review counted over everything, by scene and by philosophy item; computed when shown, never stored. */
export function summarize(review: Review, catalog: Catalog): Summary {
  return {
    all: tally(review, catalog.standards),
    scenes: catalog.scenes.map(({ id }) => ({
      id,
      tally: tally(review, standardsOfScene(catalog, id)),
    })),
    philosophies: catalog.philosophies.map(({ id }) => ({
      id,
      tally: tally(review, standardsOfPhilosophy(catalog, id)),
    })),
  };
}

/** 0 for not kept up to 3 for kept; null where there is nothing to compare. */
function grade(review: Review | null, standard: StandardId): number | null {
  const rating = review && ratingOf(review, standard);
  if (!rating || rating === 'not-applicable') return null;
  return 3 - ratings.indexOf(rating);
}

interface Graded {
  readonly standard: Standard;
  readonly grade: number;
  /** Steps up (or, negative, down) since the earlier review; 0 where it had no answer. */
  readonly change: number;
}

function graded(review: Review, { standards }: Catalog, earlier: Review | null): Graded[] {
  return standards.flatMap((standard) => {
    const now = grade(review, standard.id);
    if (now === null) return [];
    return [{ standard, grade: now, change: now - (grade(earlier, standard.id) ?? now) }];
  });
}

const highlightLimit = 3;

/**
 * Up to three standards that are kept: those that rose most since the earlier
 * review, then the first one of each other scene, the best kept scene first.
 */
export function strengths(review: Review, catalog: Catalog, earlier: Review | null): Standard[] {
  const kept = graded(review, catalog, earlier).filter((item) => item.grade === 3);
  const risen = kept
    .filter((item) => item.change > 0)
    .sort((a, b) => b.change - a.change)
    .map(({ standard }) => standard);
  const named = new Set(risen.map(({ scene }) => scene));
  const others = summarize(review, catalog)
    .scenes.toSorted((a, b) => (b.tally.rate ?? 0) - (a.tally.rate ?? 0))
    .filter(({ id }) => !named.has(id))
    .flatMap(({ id }) => kept.find(({ standard }) => standard.scene === id)?.standard ?? []);
  return [...risen, ...others].slice(0, highlightLimit);
}

/** Up to three standards to grow: the lowest rated, of these the ones that fell since the earlier review first. */
export function toGrow(review: Review, catalog: Catalog, earlier: Review | null): Standard[] {
  return graded(review, catalog, earlier)
    .filter((item) => item.grade < 3)
    .sort((a, b) => a.grade - b.grade || a.change - b.change)
    .slice(0, highlightLimit)
    .map(({ standard }) => standard);
}
