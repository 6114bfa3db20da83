import { blankVisit, type VisitSheet } from '../../core/deck/visit-sheet.ts';
import { rowOf } from './rows.ts';
import type { VisitRow } from './schema.ts';
import { openedStore } from './session.ts';

/** The observer's sheet at hand, on this PC. */

const id = 'at-hand';

/** A blank one where there is none yet, or where the store can't be used. */
export async function readVisit(): Promise<VisitSheet> {
  return (await rowOf<VisitRow>('visits', id))?.sheet ?? blankVisit;
}

/** Resolves once it is on the disk. */
export async function writeVisit(sheet: VisitSheet): Promise<void> {
  await (await openedStore()).visits.put({ id, sheet });
}
