import { rowsOf } from './rows.ts';
import type { VisitRow } from './schema.ts';
import { openedStore } from './session.ts';

/** Observers' sheets, on this PC. Where the store can't be used there are none: a visit is held without it. */

/** The one last written on first. */
export async function listVisits(): Promise<VisitRow[]> {
  const rows = await rowsOf<VisitRow>('visits');
  return rows.sort((a, b) => b.changedAt - a.changedAt);
}

/** Resolves once it is on the disk. */
export async function putVisit(row: VisitRow): Promise<void> {
  await (await openedStore()).visits.put(row);
}

export async function deleteVisit(id: string): Promise<void> {
  await (await openedStore()).visits.delete(id);
}
