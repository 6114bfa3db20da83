import { effect } from '@preact/signals';
import type { Course } from '../../core/deck/course.ts';
import type { RoomTally } from '../../core/deck/room-tally.ts';
import { readTally, writeTally } from '../store/tallies.ts';
import { emptyTally, type Session, tally, unkept } from './showing.ts';

/**
 * The hands of a session as they were counted before a reload, and from here on every change of
 * them to the store, until the answer is called.
 */
export async function keepTally(
  session: Session,
  course: Course,
): Promise<{ tally: RoomTally; stop: () => void }> {
  const kept = (await readTally(session.id)) ?? emptyTally(session, course);
  let last = kept;
  let writing: Promise<unknown> = Promise.resolve();
  const stop = effect(() => {
    const { value: now } = tally;
    if (!now || now === last || now.heldAt !== kept.heldAt) return;
    last = now;
    // One after the other: the last one written is the last one counted.
    writing = writing
      .then(() => writeTally(session.id, now))
      .then(
        () => {
          unkept.value = false;
        },
        () => {
          unkept.value = true;
        },
      );
  });
  return { tally: kept, stop };
}
