import { computed, signal } from '@preact/signals';
import type { StandardId } from '../../../core/catalog/catalog.ts';
import type { Result } from '../../../core/result.ts';
import type { Answer, Moment, Review } from '../../../core/review/review.ts';

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

/** The review as it is on the disk, or (with an empty id) the one nobody has answered yet; null without a user. */
export const stored = signal<Review | null>(null);
/** The user's other reviews as they are on the disk, once they have been read. */
export const storedOthers = signal<readonly Review[] | null>(null);
/** Changes given on this page and not yet on the disk, oldest first. */
export const pending = signal<readonly Change[]>([]);

/** Notes being typed, by standard, and the answers they were begun on; a save follows when the typing pauses. */
export const drafts = signal<Readonly<Record<StandardId, NoteDraft>>>({});

export interface NoteDraft {
  readonly text: string;
  readonly seen: Answer | undefined;
}

const notYet: Moment = { seq: 0, at: '' };

const withPending = (start: Review, of?: string): Review =>
  pending.value.reduce((review, change) => {
    if (change.of !== of) return review;
    const changed = change.act(review, notYet);
    return changed.ok ? changed.value : review;
  }, start);

/** The review as the page shows it: the changes still pending on top, so that a failed save loses nothing typed. */
export const shown = computed(() => stored.value && withPending(stored.value));

/** The other reviews in the same way. */
export const shownOthers = computed(
  () => storedOthers.value?.map((other) => withPending(other, other.id)) ?? null,
);
