import type { StandardId } from '../../../core/catalog/catalog.ts';
import type { Result } from '../../../core/result.ts';
import type { Answer, Goal, Moment, Review } from '../../../core/review/review.ts';

/** A change of a review on its way to the disk. */
export interface Change {
  /** The id of the review, where it is another than the one at hand: last year's goals are looked back on. */
  readonly of?: string;
  readonly act: (review: Review, moment: Moment) => Result<Review>;
  /** What another page has put on the disk that this change writes over, if it does. */
  readonly clash?: (review: Review) => Conflict | null;
}

/** Another page answered the same item meanwhile; this page's answer is saved on top of it. */
export interface Conflict {
  readonly standard: StandardId;
  readonly theirs: Answer;
  /** It is the other way round: another page has replaced a note of this one, which stands in `theirs`. */
  readonly isReplaced?: boolean;
}

/** A note being typed, and the answer it was begun on. */
export interface NoteDraft {
  readonly text: string;
  readonly seen: Answer | undefined;
}

/** Goals being typed and on their way to the disk. */
export interface TypedGoals {
  /** The goals when the typing began, and those that this page has handed to the disk since. */
  readonly base: readonly Goal[];
  readonly goals: readonly Goal[];
}
