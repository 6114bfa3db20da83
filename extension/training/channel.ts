import type { Rating } from '../../core/review/review.ts';
import type { Course } from '../../core/training/course.ts';
import type { Counts } from '../../core/training/hand-tally.ts';
import type { Language } from '../../locales/t.ts';

/** What the slides and the presenter's window tell each other; either may go and come again. */

/** Where a session stands: all that the presenter's window shows. */
export interface Standing {
  readonly session: string;
  readonly course: Course;
  readonly language: Language;
  /** Whether keys of one character count. */
  readonly shortcuts: boolean;
  /** Epoch milliseconds. */
  readonly startedAt: number;
  readonly slideSince: number;
  readonly index: number;
  /** Whether the slide's second half is shown. */
  readonly revealed: boolean;
  readonly blank: boolean;
  readonly voting: boolean;
  /** What the trainer is told at the moment, or nothing. */
  readonly told: string;
  /** The hands for the standard that is shown; null for other slides. */
  readonly counts: Counts | null;
}

/** What can be done to the slides, from either window. */
export type Act =
  | { readonly do: 'next' | 'previous' | 'first' | 'last' | 'blank' | 'voting' }
  | { readonly do: 'go'; readonly index: number }
  | { readonly do: 'hands'; readonly rating: Rating; readonly hands: number };

export type Word =
  | { readonly say: 'hello'; readonly session: string }
  | { readonly say: 'standing'; readonly standing: Standing }
  | { readonly say: 'act'; readonly session: string; readonly act: Act };

/** Opens the way between the windows; the answer says a word to the others and closes the way. */
export function openChannel(hear: (word: Word) => void): {
  say: (word: Word) => void;
  close: () => void;
} {
  const channel = new BroadcastChannel('furikaeri-slides');
  channel.addEventListener('message', ({ data }: MessageEvent<Word>) => hear(data));
  return { say: (word) => channel.postMessage(word), close: () => channel.close() };
}
