import { isIn } from './grid-names.ts';
import { areaText, readFormula } from './reference.ts';
import type { RowMap } from './row-map.ts';

/** The rows of one worksheet that move. */
export interface Move {
  readonly sheet: string;
  readonly map: RowMap;
}

/** A formula that stands in worksheet `home`, speaking of the same cells after rows have moved. */
export function movedFormula(formula: string, home: string | null, moves: readonly Move[]): string {
  let text = '';
  let at = 0;
  for (const { from, to, sheet: named, area } of readFormula(formula).references) {
    const own = named ?? home;
    const move = own === null ? undefined : moves.find(({ sheet }) => isIn(own, sheet));
    if (!area || !move) continue;
    text += formula.slice(at, from) + withRows(formula.slice(from, to), move.map.grown(area));
    at = to;
  }
  return text + formula.slice(at);
}

/** A reference with other rows, its `$` and its worksheet kept; one of whole columns names no rows. */
function withRows(reference: string, { top, bottom }: { top: number; bottom: number }): string {
  const at = reference.lastIndexOf('!') + 1;
  const [first = '', second] = reference.slice(at).split(':');
  const rowOf = (part: string) => Number(/\d+$/.exec(part)?.[0]);
  const set = (part: string, row: number) => part.replace(/\d+$/, String(row));
  const start = reference.slice(0, at);
  if (second === undefined) return start + set(first, top);
  const rows = rowOf(first) <= rowOf(second) ? [top, bottom] : [bottom, top];
  return `${start}${set(first, rows[0] as number)}:${set(second, rows[1] as number)}`;
}

/** Whether a formula says what another said before rows moved: the same signs, and each reference where it has to lead. */
export function sameFormula(
  before: string,
  after: string,
  home: string | null,
  moves: readonly Move[],
): boolean {
  if (moves.length === 0) return before === after;
  const signs = (formula: string) => formula.replace(/\d+/g, '#');
  const [old, now] = [readFormula(before).references, readFormula(after).references];
  return (
    signs(before) === signs(after) &&
    old.length === now.length &&
    old.every(({ sheet, area }, index) => {
      const own = sheet ?? home;
      const move = own === null ? undefined : moves.find((one) => isIn(own, one.sheet));
      const wanted = area && (move ? move.map.grown(area) : area);
      const found = now[index]?.area ?? null;
      return wanted && found ? areaText(wanted) === areaText(found) : wanted === found;
    })
  );
}
