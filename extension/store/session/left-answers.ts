import type { StandardId } from '../../../core/catalog/catalog.ts';
import type { AnswerChange } from '../../../core/review/answering.ts';
import type { Answer } from '../../../core/review/review.ts';
import { answerItem } from './saving.ts';
import type { LeftAnswer, TakeUp } from './second-place.ts';

/** Answers and notes that pages have left behind: saved once they are found, or shown where someone has answered since. */

/** Begun when there was no answer, so that any other than the page's own clashes. */
export const unanswered: Answer = { rating: null, note: null, seq: 0, at: '' };

/**
 * Saves what was left of the review at hand. What someone has changed since clashes, and the page
 * says so (F10). What can't be saved stays left: of a finished review, until it is reopened.
 */
export const takeUpAnswer: TakeUp = async (store, value, [owner, year, standard = '']) => {
  const review = store.stored.peek();
  if (owner !== store.user.peek()?.id || review?.state !== 'open') return false;
  if (year !== String(review.fiscalYear)) return false;
  if (!isLeftAnswer(value)) return true;
  const { change, before } = value;
  const known = review.answers[standard as StandardId] ?? unanswered;
  if (agrees(known, change)) return true;
  const seen = before.some((each) => agrees(known, each)) ? known : unanswered;
  return answerItem(store, standard, change, seen);
};

const isLeftAnswer = (value: unknown): value is LeftAnswer =>
  typeof value === 'object' && value !== null && 'change' in value && 'before' in value;

const agrees = (answer: Answer, { rating, note }: AnswerChange): boolean =>
  (rating === undefined || answer.rating === rating) &&
  (note === undefined || answer.note === (note || null));
