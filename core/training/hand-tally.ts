import type { StandardId } from '../catalog/catalog.ts';
import { mergeFields } from '../merge-fields.ts';
import { type Rating, ratings } from '../review/review.ts';
import { complianceRate } from '../review/summary.ts';
import type { Edition } from './course.ts';

/** Hands counted in a training room: a number for each rating of each standard, and nobody's name. */

export type Counts = Readonly<Record<Rating, number>>;

export interface HandTally {
  readonly title: string;
  /** Japan time, `2026-12-01T10:00:00+09:00`. */
  readonly heldAt: string;
  readonly catalog: readonly Edition[];
  /** Only standards that were voted on, in the order in which that began. */
  readonly items: readonly { readonly standard: StandardId; readonly counts: Counts }[];
}

/** More hands than any hall holds: what is typed beyond is a slip of the hand. */
export const mostHands = 9999;

const noHands: Counts = {
  kept: 0,
  'mostly-kept': 0,
  'partly-kept': 0,
  'not-kept': 0,
  'not-applicable': 0,
};

/** The hands for a standard; zeros where nobody has voted yet. */
export const countsOf = ({ items }: Pick<HandTally, 'items'>, standard: StandardId): Counts =>
  items.find((item) => item.standard === standard)?.counts ?? noHands;

export const handsOf = (counts: Counts): number =>
  ratings.reduce((sum, rating) => sum + counts[rating], 0);

/** The tally with one number changed, kept within 0 and `mostHands`; a standard without hands is taken out. */
export function setHands(
  tally: HandTally,
  standard: StandardId,
  rating: Rating,
  hands: number,
): HandTally {
  const number = Math.min(Math.max(Math.trunc(hands) || 0, 0), mostHands);
  const counts = { ...countsOf(tally, standard), [rating]: number };
  const others = tally.items.filter((item) => item.standard !== standard);
  if (handsOf(counts) === 0) return { ...tally, items: others };
  const isNew = others.length === tally.items.length;
  const items = isNew
    ? [...others, { standard, counts }]
    : tally.items.map((item) => (item.standard === standard ? { standard, counts } : item));
  return { ...tally, items };
}

/** Hands that two pages have counted differently. */
export interface TallyClash {
  readonly standard: StandardId;
  readonly rating: Rating;
  readonly mine: number;
  readonly theirs: number;
}

/**
 * A tally that two pages count, both begun on `base`: number by number, whatever only one of them
 * has changed. Where both have, mine stands and the other's number is a clash, to be shown.
 */
export function mergeTallies(
  base: HandTally,
  mine: HandTally,
  theirs: HandTally,
): { readonly tally: HandTally; readonly clashes: readonly TallyClash[] } {
  const standards = [...new Set([...mine.items, ...theirs.items].map(({ standard }) => standard))];
  const clashes: TallyClash[] = [];
  const items = standards.flatMap((standard) => {
    const [was, own, other] = [base, mine, theirs].map((each) => countsOf(each, standard));
    const merged = mergeFields({ ...was }, { ...own }, { ...other });
    for (const clash of merged.clashes) {
      const [one, another] = [Number(clash.mine), Number(clash.theirs)];
      clashes.push({ standard, rating: clash.field as Rating, mine: one, theirs: another });
    }
    const counts = merged.fields as unknown as Counts;
    return handsOf(counts) > 0 ? [{ standard, counts }] : [];
  });
  return { tally: { ...theirs, ...mine, items }, clashes };
}

export interface ToTalkAbout {
  readonly standard: StandardId;
  /** 0–1, kept and mostly kept among the hands that apply. */
  readonly rate: number;
}

/** The standards that the room keeps least, at most `limit`; those that all keep are not among them. */
export function toTalkAbout({ items }: HandTally, limit = 5): ToTalkAbout[] {
  return items
    .flatMap(({ standard, counts }) => {
      const rate = complianceRate(counts);
      return rate === null || rate === 1 ? [] : [{ standard, rate }];
    })
    .sort((a, b) => a.rate - b.rate)
    .slice(0, limit);
}
