import { effect } from '@preact/signals';
import { sameValue } from '../../../core/merge-fields.ts';
import type { Course } from '../../../core/training/course.ts';
import { type HandTally, mergeTallies } from '../../../core/training/hand-tally.ts';
import { store } from '../../page-store.ts';
import { readTally, writeTally } from '../../store/tables/tallies.ts';
import { emptyTally, handClashes, type Session, tally, unkept } from './showing.ts';

/**
 * The hands of a session as they were counted before a reload, and from here on every change of
 * them to the store, until the answer is called.
 */
export async function keepTally(
  session: Session,
  course: Course,
): Promise<{ tally: HandTally; stop: () => void }> {
  const kept = (await readTally(store, session.id)) ?? emptyTally(session, course);
  let last = kept;
  /** As it was on the disk when this page last saw it. */
  let base = kept;
  let writing: Promise<unknown> = Promise.resolve();
  const stop = effect(() => {
    const { value: now } = tally;
    if (!now || now === last || now.heldAt !== kept.heldAt) return;
    last = now;
    // One after the other: the last one written is the last one counted.
    writing = writing
      .then(() => writeTally(store, session.id, base, now))
      .then(
        ({ content, clashes }) => {
          unkept.value = false;
          base = content;
          const counted = tally.peek() ?? now;
          // Another page counts the same session: its numbers are shown here too.
          const { tally: together } = mergeTallies(now, counted, content);
          if (counted === now) last = together;
          if (!sameValue(together, counted)) tally.value = together;
          if (clashes.length > 0) handClashes.value = [...handClashes.peek(), ...clashes];
        },
        () => {
          unkept.value = true;
        },
      );
  });
  return { tally: kept, stop };
}
