import type { Form } from '../sheet/form/form.ts';
import type { Course } from '../training/course.ts';
import type { HandTally } from '../training/hand-tally.ts';
import type { VisitSheet } from '../training/visit-sheet.ts';
import type { Backup } from './backup-file.ts';

/**
 * What belongs to the PC and to nobody on it, in a backup file: each as the file of its own kind that
 * it could be handed out as, with the row's id, the store's number and the time of its last save.
 */

export interface RowContents {
  readonly courses: Course;
  readonly tallies: HandTally;
  readonly visits: VisitSheet;
  readonly forms: Form;
}

export const rowTables = ['courses', 'tallies', 'visits', 'forms'] as const;
export type RowTable = (typeof rowTables)[number];

export interface PcRow<T extends RowTable = RowTable> {
  readonly table: T;
  readonly id: string;
  readonly content: RowContents[T];
  /** The store's number of its last save; 0 of one that was kept before there was a number. */
  readonly seq: number;
  /** When that was, as a timestamp; empty where nobody knows. */
  readonly at: string;
}

const formats: Readonly<Record<RowTable, string>> = {
  courses: 'furikaeri.course/1',
  tallies: 'furikaeri.tally/1',
  visits: 'furikaeri.visit/1',
  forms: 'furikaeri.form/1',
};

/** The rows as a backup holds them; a kind of which there is none is left out. */
export function rowsToFile(rows: readonly PcRow[]): Pick<Backup, RowTable> {
  const kinds = rowTables.flatMap((table) => {
    const own = rows.filter((row) => row.table === table);
    const files = own.map(({ id, seq, at, content }) => ({
      format: formats[table],
      ...content,
      id,
      seq,
      at,
    }));
    return files.length > 0 ? [[table, files] as const] : [];
  });
  return Object.fromEntries(kinds);
}
