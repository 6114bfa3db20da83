import { blankVisit, type VisitSheet } from '../../core/deck/visit-sheet.ts';
import { database, opening } from './session.ts';

/** The observer's sheet at hand, on this PC. */

const id = 'at-hand';

/** A blank one where there is none yet, or where the store can't be used. */
export async function readVisit(): Promise<VisitSheet> {
  const row = opening.peek().state === 'ready' && (await database().visits.get(id));
  return row ? row.sheet : blankVisit;
}

/** Resolves once it is on the disk. */
export async function writeVisit(sheet: VisitSheet): Promise<void> {
  await database().visits.put({ id, sheet });
}
