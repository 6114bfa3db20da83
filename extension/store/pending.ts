import { computed, signal } from '@preact/signals';
import type { StandardId } from '../../core/catalog/catalog.ts';
import type { Result } from '../../core/result.ts';
import type { Answer, Moment, Review } from '../../core/review/review.ts';

/** A change of the review at hand on its way to the disk. */
export interface Change {
  readonly act: (review: Review, moment: Moment) => Result<Review>;
  /** Looks at the review on the disk just before the change: another page may have been there. */
  readonly before?: (review: Review) => void;
}

/** The review as it is on the disk, or (with an empty id) the one nobody has answered yet; null without a user. */
export const stored = signal<Review | null>(null);
/** Changes given on this page and not yet on the disk, oldest first. */
export const pending = signal<readonly Change[]>([]);

/** Notes being typed, by standard, and the answers they were begun on; a save follows when the typing pauses. */
export const drafts = signal<Readonly<Record<StandardId, NoteDraft>>>({});

export interface NoteDraft {
  readonly text: string;
  readonly seen: Answer | undefined;
}

const notYet: Moment = { seq: 0, at: '' };

/** The review as the page shows it: the changes still pending on top, so that a failed save loses nothing typed. */
export const shown = computed(() =>
  pending.value.reduce((review, { act }) => {
    const changed = review && act(review, notYet);
    return changed?.ok ? changed.value : review;
  }, stored.value),
);
