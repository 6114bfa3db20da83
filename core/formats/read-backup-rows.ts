import { sameValue } from '../merge-fields.ts';
import { failure, inValue, locationText, type Problem, type Result } from '../result.ts';
import type { Backup } from './backup-file.ts';
import { type PcRow, type RowContents, type RowTable, rowTables } from './backup-rows.ts';
import { parseCourseFile } from './course-file.ts';
import { parseFormFile } from './form-file.ts';
import { makeJson } from './json-text.ts';
import { parseTallyFile } from './tally-file.ts';
import { parseVisitFile } from './visit-file.ts';

/** Apart from `backup-rows.ts`, so that a page which only writes does not load the checks. */

const parsers: { readonly [T in RowTable]: (text: string) => Result<RowContents[T]> } = {
  courses: parseCourseFile,
  tallies: parseTallyFile,
  visits: parseVisitFile,
  forms: parseFormFile,
};

/**
 * The rows in a backup, and what in it is none: damaged, or of a newer version. Problems, each with
 * its path in the backup: those of the four kinds of files, `missing` and `wrong-type` for what tells
 * a row from the others.
 */
export function rowsIn(backup: Pick<Backup, RowTable>): {
  readonly rows: readonly PcRow[];
  readonly problems: readonly Problem[];
} {
  const rows: PcRow[] = [];
  const problems: Problem[] = [];
  for (const table of rowTables) {
    (backup[table] ?? []).forEach((file, index) => {
      const read = rowOf(table, file);
      if (read.ok) rows.push(read.value);
      else problems.push(...read.problems.map((problem) => under(`${table}[${index}]`, problem)));
    });
  }
  return { rows, problems };
}

function rowOf(table: RowTable, file: object): Result<PcRow> {
  const { id, seq, at, ...rest } = file as Partial<Record<'id' | 'seq' | 'at', unknown>>;
  if (typeof id !== 'string' || id === '') return lacks('id', id);
  if (!Number.isSafeInteger(seq) || Number(seq) < 0) return lacks('seq', seq);
  const parsed = parsers[table](makeJson(table === 'forms' ? { ...rest, id } : rest));
  if (!parsed.ok) return parsed;
  const { format: _, ...content } = parsed.value as RowContents[RowTable] & { format?: unknown };
  const time = typeof at === 'string' && !Number.isNaN(Date.parse(at)) ? at : '';
  const row = { table, id, content, seq: Number(seq), at: time };
  return { ok: true, value: row as PcRow };
}

const lacks = (path: string, value: unknown): Result<never> =>
  failure(value === undefined ? 'missing' : 'wrong-type', inValue(path));

/** A problem of a row's file, as one of the backup. */
const under = (path: string, problem: Problem): Problem => {
  const inner = locationText(problem.at);
  return { ...problem, at: inValue(inner ? `${path}.${inner}` : path) };
};

/** What restoring would do with one row of a file. */
export interface RowRestore {
  readonly row: PcRow;
  readonly effect: 'add' | 'change' | 'leave';
  /** What is here by now; null where there is nothing. */
  readonly here: PcRow | null;
}

/** What restoring the rows of a file would do: of two that differ the higher `seq` wins, at a tie what is here. */
export function planRows(here: readonly PcRow[], file: readonly PcRow[]): RowRestore[] {
  const ours = new Map(here.map((row) => [keyOf(row), row]));
  const latest = new Map<string, PcRow>();
  for (const row of file) {
    if (row.seq > (latest.get(keyOf(row))?.seq ?? -1)) latest.set(keyOf(row), row);
  }
  return [...latest.values()].map((row) => {
    const known = ours.get(keyOf(row)) ?? null;
    const isLater = known !== null && row.seq > known.seq && !saysSame(row, known);
    return { row, here: known, effect: known === null ? 'add' : isLater ? 'change' : 'leave' };
  });
}

/** Whether two rows hold the same; a form that came as a file has kept the name of its format. */
export const saysSame = (one: Pick<PcRow, 'content'>, other: Pick<PcRow, 'content'>): boolean =>
  sameValue({ ...one.content, format: null }, { ...other.content, format: null });

const keyOf = ({ table, id }: PcRow): string => `${table}/${id}`;
