import type { Advice } from '../core/sheet/coach/advice.ts';
import type { FileFinding } from './problems.ts';

/** What a command came to. */
export interface Outcome {
  /** False as soon as one file could not be written or read. */
  readonly ok: boolean;
  /** As the user named them. */
  readonly written: readonly string[];
  /** With `ok`, what should be known and was no reason to stop. */
  readonly problems: readonly FileFinding[];
  readonly advice: readonly Advice[];
}

export const refused = (...problems: readonly FileFinding[]): Outcome => ({
  ok: false,
  written: [],
  problems,
  advice: [],
});
