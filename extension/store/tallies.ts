import type { RoomTally } from '../../core/deck/room-tally.ts';
import type { TallyRow } from './schema.ts';
import { database, opening } from './session.ts';

/** The hands of training sessions, on this PC: nobody's answers, so that no user owns them. */

/** The latest first; none where the store can't be used: a session is held without it. */
export async function listTallies(): Promise<TallyRow[]> {
  if (opening.peek().state !== 'ready') return [];
  const rows = await database().tallies.toArray();
  return rows.sort((a, b) => (a.tally.heldAt < b.tally.heldAt ? 1 : -1));
}

export async function readTally(id: string): Promise<RoomTally | undefined> {
  if (opening.peek().state !== 'ready') return undefined;
  return (await database().tallies.get(id))?.tally;
}

/** Resolves once it is on the disk; one without hands is taken out. */
export async function writeTally(id: string, tally: RoomTally): Promise<void> {
  const { tallies } = database();
  if (tally.items.length > 0) await tallies.put({ id, tally });
  else await tallies.delete(id);
}

export async function deleteTally(id: string): Promise<void> {
  await database().tallies.delete(id);
}
