import type { PcRow, RowContents, RowTable } from '../../../core/formats/backup-rows.ts';
import type { Database } from '../db/database.ts';
import type { Writing } from '../db/write-transaction.ts';

/** Rows that belong to the PC and to no user: courses, tallies, observers' sheets, forms. */

/** Under which key a row holds its content. */
const contentKeys = {
  courses: 'course',
  tallies: 'tally',
  visits: 'sheet',
  forms: 'form',
} as const satisfies Readonly<Record<RowTable, string>>;

interface Row {
  readonly id: string;
  readonly seq?: number;
  readonly at?: string;
}

/** What is on the disk of one. */
export async function contentOf<K extends RowTable>(
  db: Database,
  table: K,
  id: string,
): Promise<RowContents[K] | undefined> {
  const row: unknown = await db[table].get(id);
  return (row as Readonly<Record<string, RowContents[K]>> | undefined)?.[contentKeys[table]];
}

/** Puts a row inside the transaction of `record`; for the order of lists its time is kept as a number too. */
export function putRow(
  db: Database,
  { moment }: Pick<Writing, 'moment'>,
  { table, id, content, seq, at }: PcRow,
): PromiseLike<unknown> {
  const time = Date.parse(at) || Date.parse(moment.at);
  const listed = { visits: { changedAt: time }, forms: { keptAt: time } };
  const row = {
    id,
    [contentKeys[table]]: content,
    ...{ courses: {}, tallies: {}, ...listed }[table],
    seq,
    at,
  };
  return db.table(table).put(row);
}

/** All that is on the disk of them. */
export async function pcRowsOf(db: Database): Promise<PcRow[]> {
  const tables = Object.keys(contentKeys) as RowTable[];
  const all = await Promise.all(
    tables.map(async (table) => {
      const rows: readonly (Row & Record<string, unknown>)[] = await db.table(table).toArray();
      return rows.map((row): PcRow => {
        const { id, seq = 0, at = '' } = row;
        const content = row[contentKeys[table]] as RowContents[RowTable];
        return { table, id, content, seq, at };
      });
    }),
  );
  return all.flat();
}

/** Takes all of them out, inside the transaction of `record`. */
export async function clearPcRows(db: Database): Promise<void> {
  await Promise.all(
    (Object.keys(contentKeys) as RowTable[]).map((table) => db.table(table).clear()),
  );
}
