import type { StandardId } from '../catalog/catalog.ts';
import type { Answer, Review } from '../review/review.ts';
import { canonicalJson } from './canonical-json.ts';

/** One answer of one review or, with `standard` null, the review's head: all that is not an answer. */
export interface RestoreItem {
  readonly review: string;
  readonly fiscalYear: number;
  readonly standard: StandardId | null;
}

/** What restoring a backup would do. Everything here or in the file stands in exactly one of the three lists. */
export interface RestorePlan {
  /** The reviews to write, merged: only those that come to differ from what is here. */
  readonly reviews: readonly Review[];
  /** Not here yet. */
  readonly add: readonly RestoreItem[];
  /** Here, but older than in the file and different. */
  readonly change: readonly RestoreItem[];
  /** Stays as it is: the same, newer here, or only here. */
  readonly leave: readonly RestoreItem[];
  /** The file's highest counter: the store must count on from above it. */
  readonly seq: number;
}

/**
 * Merges the reviews of a file into those that are here, answer by answer: the higher `seq` wins,
 * and at a tie what is here stays. A review's head comes as a whole from the side with the higher
 * `revision`, then the higher `seq`. Doing it twice changes nothing more, and where no counter is
 * met twice the order of several files makes no difference. Nothing is written here.
 */
export function planRestore(here: readonly Review[], file: readonly Review[]): RestorePlan {
  const ours = new Map(here.map((review) => [review.id, review]));
  const merged = new Map(ours);
  for (const theirs of file) {
    const known = merged.get(theirs.id);
    merged.set(theirs.id, known ? mergeReviews(known, theirs) : theirs);
  }

  const reviews: Review[] = [];
  const lists: Record<'add' | 'change' | 'leave', RestoreItem[]> = {
    add: [],
    change: [],
    leave: [],
  };
  for (const after of merged.values()) {
    const before = ours.get(after.id);
    const list = (standard: StandardId | null, was: unknown, is: unknown) => {
      const effect = was === undefined ? 'add' : same(was, is) ? 'leave' : 'change';
      lists[effect].push({ review: after.id, fiscalYear: after.fiscalYear, standard });
    };
    list(null, before && headOf(before), headOf(after));
    for (const [standard, answer] of Object.entries(after.answers)) {
      const was = before?.answers[standard];
      list(standard, was && said(was), said(answer));
    }
    if (!before || !same(before, after)) reviews.push(after);
  }
  return { reviews, ...lists, seq: Math.max(0, ...file.map(highestSeq)) };
}

function mergeReviews(ours: Review, theirs: Review): Review {
  const answers: Record<StandardId, Answer> = { ...ours.answers };
  for (const [standard, answer] of Object.entries(theirs.answers)) {
    const known = answers[standard];
    if (!known || answer.seq > known.seq) answers[standard] = answer;
  }
  const newer = theirs.revision - ours.revision || theirs.seq - ours.seq;
  return { ...(newer > 0 ? theirs : ours), answers };
}

function highestSeq({ seq, answers }: Review): number {
  return Object.values(answers).reduce((highest, answer) => Math.max(highest, answer.seq), seq);
}

/** What a person sees of a review beside its answers. */
function headOf({ answers: _answers, seq: _seq, ...head }: Review): object {
  return head;
}

/** What a person sees of an answer. */
function said({ rating, note }: Answer): object {
  return { rating, note };
}

const same = (a: unknown, b: unknown): boolean => canonicalJson(a) === canonicalJson(b);
