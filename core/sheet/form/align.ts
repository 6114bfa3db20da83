import { failure, inSheet, type Result, success } from '../../result.ts';
import { address, parseAddress } from '../../xlsx/address.ts';
import type { FormLabel } from './form.ts';
import type { GridView } from './grid-view.ts';
import { plainWords } from './words.ts';

/** Where the addresses of a form are in a worksheet: rows and columns may have been put in since. */
export interface Alignment {
  /** The cells where the labels stand now. */
  readonly labels: ReadonlySet<string>;
  readonly row: (row: number) => number;
  /** Null where columns were put in so near that it can't be told. */
  readonly column: (column: number) => number | null;
  /** The address that a form's address has become; null where rows or columns were put in so near that it can't be told. */
  readonly cell: (cell: string) => string | null;
}

interface Point {
  readonly row: number;
  readonly column: number;
}

/** A label, where it was and is, and each place where it could be. */
interface Choice {
  readonly label: FormLabel;
  readonly from: Point;
  readonly found: Point;
  readonly fits: readonly Point[];
}

/** Whether a line lies behind where another has gone, and no farther than the next known line has: it may be the one meant. */
function isBetween(lines: ReadonlyMap<number, number>, from: number, at: number): boolean {
  const to = lines.get(from) ?? from;
  const [next, nextTo] = [...lines].sort(([a], [b]) => a - b).find(([line]) => line > from) ?? [];
  return next !== undefined && nextTo !== undefined && at > to && at - from <= nextTo - next;
}

/** A title keeps its place in the form when the 年度 in it changes. */
export const labelKey = (text: string): string =>
  plainWords(text).replace(
    /(?:令和|平成|[RH])?(?:元|\d{1,4})(?:\((?:令和|平成|[RH])?(?:元|\d{1,4})\))?年度/g,
    '年度',
  );

/**
 * Finds a form's labels in a worksheet; each place goes along with the label nearest above and left of
 * it. Problem: `form-differs` (param `label`) for a label that is gone, or stands elsewhere
 * than its neighbours, or twice so that either may be meant.
 */
export function align(labels: readonly FormLabel[], view: GridView): Result<Alignment> {
  const { name } = view.grid;
  const differs = ({ text, cell }: FormLabel): Result<never> =>
    failure('form-differs', inSheet(name, cell), { label: text });
  const rows = new Map<number, number>();
  const columns = new Map<number, number>();
  const used = new Set<string>();
  const known = labels.flatMap((label) => {
    const from = parseAddress(label.cell);
    return from ? [{ label, from }] : [];
  });
  known.sort((a, b) => a.from.row - b.from.row || a.from.column - b.from.column);
  const byText = cellsByText(view, new Set(known.map(({ label }) => labelKey(label.text))));
  let shift: Point = { row: 0, column: 0 };
  const choices: Choice[] = [];
  for (const { label, from } of known) {
    const cells = (byText.get(labelKey(label.text)) ?? []).filter(
      ({ row, column }) => !used.has(address(row, column)),
    );
    const row = rows.get(from.row);
    const column = columns.get(from.column);
    const fits = cells.filter(
      (at) =>
        (row === undefined || at.row === row) && (column === undefined || at.column === column),
    );
    // As far away as the labels before it, else the nearest below them.
    const distance = (at: Point) =>
      Math.abs(at.row - from.row - shift.row) * 100 +
      Math.abs(at.column - from.column - shift.column);
    const [found] = fits.sort((a, b) => distance(a) - distance(b));
    if (!found) return differs(label);
    choices.push({ label, from, found, fits });
    used.add(address(found.row, found.column));
    rows.set(from.row, found.row);
    columns.set(from.column, found.column);
    shift = { row: found.row - from.row, column: found.column - from.column };
  }
  const twice = choices.find(
    ({ from, found, fits }) =>
      fits.some((at) => at.row === found.row && isBetween(columns, from.column, at.column)) ||
      fits.some((at) => at.column === found.column && isBetween(rows, from.row, at.row)),
  );
  if (twice) return differs(twice.label);
  const row = along(rows);
  const column = along(columns);
  return success({
    labels: used,
    row: (each) => row(each).line,
    column: (each) => sureLine(column(each)),
    cell: (cell) => {
      const from = parseAddress(cell);
      const down = from && sureLine(row(from.row));
      const across = from && sureLine(column(from.column));
      return down && across ? address(down, across) : null;
    },
  });
}

/** Every cell in sight that says one of these texts. */
function cellsByText(view: GridView, wanted: ReadonlySet<string>): ReadonlyMap<string, Point[]> {
  const found = new Map<string, Point[]>();
  for (const row of view.rows) {
    for (const column of view.columns(row)) {
      const { text, area } = view.at(row, column);
      if (!text || area.top !== row || area.left !== column) continue;
      const key = labelKey(text);
      if (!wanted.has(key)) continue;
      const others = found.get(key);
      if (others) others.push({ row, column });
      else found.set(key, [{ row, column }]);
    }
  }
  return found;
}

interface Moved {
  readonly line: number;
  /** The known lines before and behind it have gone as far as each other. */
  readonly sure: boolean;
}

const sureLine = ({ line, sure }: Moved): number | null => (sure ? line : null);

/** What lies at or behind a known line moves with it; what lies before the first, with the first. */
function along(lines: ReadonlyMap<number, number>): (line: number) => Moved {
  const known = [...lines].sort(([a], [b]) => a - b);
  return (line) => {
    const before = known.findLast(([at]) => at <= line);
    const behind = known.find(([at]) => at > line);
    const [from, to] = before ?? behind ?? [0, 0];
    const torn = before && behind && before[0] !== line && behind[1] - behind[0] !== to - from;
    return { line: Math.max(1, line + to - from), sure: !torn };
  };
}
