import type { RoomTally } from '../../core/deck/room-tally.ts';
import { rowOf, rowsOf } from './rows.ts';
import type { TallyRow } from './schema.ts';
import { openedStore } from './session.ts';

/**
 * The hands of training sessions, on this PC: nobody's answers, so that no user owns them. Where the
 * store can't be used there are none: a session is held without it.
 */

/** The latest first. */
export async function listTallies(): Promise<TallyRow[]> {
  const rows = await rowsOf<TallyRow>('tallies');
  return rows.sort((a, b) => (a.tally.heldAt < b.tally.heldAt ? 1 : -1));
}

export async function readTally(id: string): Promise<RoomTally | undefined> {
  return (await rowOf<TallyRow>('tallies', id))?.tally;
}

/** Resolves once it is on the disk; one without hands is taken out. */
export async function writeTally(id: string, tally: RoomTally): Promise<void> {
  const { tallies } = await openedStore();
  if (tally.items.length > 0) await tallies.put({ id, tally });
  else await tallies.delete(id);
}

export async function deleteTally(id: string): Promise<void> {
  await (await openedStore()).tallies.delete(id);
}
