import type { RowContents, RowTable } from '../../../core/formats/backup-rows.ts';
import { record } from '../db/write-transaction.ts';
import { scheduleCopy } from '../mirror/mirror.ts';
import { wholeStore } from '../session/session.ts';
import type { Store } from '../store.ts';
import { contentOf, putRow } from './pc-rows.ts';

/**
 * The one way a row of the PC is written: whole, with the next number of the store's order, and
 * brought together with what another page has written since this one read the row (F48).
 */

/** What two pages have written on one row, together; `clashes` are what both have written differently. */
export interface Together<T, C> {
  readonly content: T;
  readonly clashes: readonly C[];
}

/** What became of a row. */
export interface Written<T, C> extends Together<T, C> {
  /** Nothing was written: the person is to say first which of the two it is. */
  readonly isAsked: boolean;
}

interface Writable<K extends RowTable, C> {
  readonly table: K;
  readonly id: string;
  readonly content: RowContents[K];
  /** Brings mine together with what is on the disk by now. */
  readonly merge: (theirs: RowContents[K]) => Together<RowContents[K], C>;
  /** Whether to write at all where there are clashes. */
  readonly asks?: boolean;
  /** A content that is kept as no row. */
  readonly isNothing?: (content: RowContents[K]) => boolean;
}

/** Resolves once the row is on the disk, or is to be asked about; rejects where the disk refuses it. */
export async function writeRow<K extends RowTable, C>(
  store: Store,
  { table, id, content: mine, merge, asks = false, isNothing = () => false }: Writable<K, C>,
): Promise<Written<RowContents[K], C>> {
  const db = await wholeStore(store);
  const outcome = await record(db, async (writing) => {
    const theirs = await contentOf(db, table, id);
    const alone: Together<RowContents[K], C> = { content: mine, clashes: [] };
    const { content, clashes } = theirs ? merge(theirs) : alone;
    if (asks && clashes.length > 0) return { content, clashes, isAsked: true };
    if (isNothing(content)) await db[table].delete(id);
    else await putRow(db, writing, { table, id, content, ...writing.moment });
    return { content, clashes, isAsked: false };
  });
  scheduleCopy(db);
  return outcome;
}

export async function deleteRow(store: Store, table: RowTable, id: string): Promise<void> {
  const db = await wholeStore(store);
  await record(db, () => db[table].delete(id));
  scheduleCopy(db);
}
