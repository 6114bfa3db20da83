import {
  type HandTally,
  mergeTallies,
  type TallyClash,
} from '../../../core/training/hand-tally.ts';
import type { TallyRow } from '../db/schema.ts';
import type { Store } from '../store.ts';
import { rowOf, rowsOf } from './rows.ts';
import { deleteRow, type Together, writeRow } from './write-row.ts';

/**
 * The hands of training sessions, on this PC: nobody's answers, so that no user owns them. Where the
 * store can't be used there are none: a session is held without it.
 */

/** The latest first. */
export async function listTallies(store: Store): Promise<TallyRow[]> {
  const rows = await rowsOf<TallyRow>(store, 'tallies');
  return rows.sort((a, b) => (a.tally.heldAt < b.tally.heldAt ? 1 : -1));
}

export async function readTally(store: Store, id: string): Promise<HandTally | undefined> {
  return (await rowOf<TallyRow>(store, 'tallies', id))?.tally;
}

/** Resolves once it is on the disk, with what another page has counted since `base`; one without hands is taken out. */
export function writeTally(
  store: Store,
  id: string,
  base: HandTally,
  mine: HandTally,
): Promise<Together<HandTally, TallyClash>> {
  return writeRow(store, {
    table: 'tallies',
    id,
    content: mine,
    merge(theirs) {
      const { tally, clashes } = mergeTallies(base, mine, theirs);
      return { content: tally, clashes };
    },
    isNothing: ({ items }) => items.length === 0,
  });
}

export const deleteTally = (store: Store, id: string): Promise<void> =>
  deleteRow(store, 'tallies', id);
