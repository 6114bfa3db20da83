import type { GridView, Place } from '../../core/sheet/form/grid-view.ts';
import { edge } from '../../core/xlsx/grid.ts';

/** How a part of a worksheet is drawn: narrow columns between which nothing stands are drawn as one. */

export interface DrawnColumn {
  readonly first: number;
  readonly last: number;
  /** Its width in points. */
  readonly points: number;
}

export interface DrawnCell {
  readonly place: Place;
  readonly rows: number;
  readonly columns: number;
}

export interface DrawnLayout {
  readonly columns: readonly DrawnColumn[];
  readonly rows: readonly { readonly row: number; readonly cells: readonly DrawnCell[] }[];
}

/** Further to the right stands no form. */
const mostColumns = 256;
/** With more, lines alone part no columns: a sheet of graph paper has one round each cell. */
const mostApart = 30;

/** Lays rows of a worksheet out; what is hidden is left out. */
export function layOut(view: GridView, wanted: readonly number[]): DrawnLayout {
  const rows = wanted.filter((row) => !view.grid.hiddenRows.has(row));
  const places = rows.flatMap((row) =>
    view
      .columns(row)
      .filter((column) => column <= mostColumns && !view.grid.hiddenColumns.has(column))
      .map((column) => view.at(row, column)),
  );
  const drawn = places.filter(isDrawn);
  const columns = groupsOf(view, drawn, true);
  const groups = columns.length > mostApart ? groupsOf(view, drawn, false) : columns;
  return {
    columns: groups,
    rows: rows.map((row) => ({ row, cells: cellsIn(view, rows, groups, row) })),
  };
}

const isMerged = ({ area }: Place): boolean => area.right > area.left || area.bottom > area.top;
const edgesOf = ({ cell }: Place): number => cell?.look.edges ?? 0;
const isDrawn = (place: Place): boolean =>
  place.text.trim() !== '' ||
  isMerged(place) ||
  edgesOf(place) > 0 ||
  place.cell?.look.filled === true;

/** Columns, parted where a text or a block begins or ends, and where a line stands. */
function groupsOf({ grid }: GridView, places: readonly Place[], byLines: boolean): DrawnColumn[] {
  const cuts = new Set<number>();
  let first = Number.POSITIVE_INFINITY;
  let last = 0;
  for (const place of places) {
    const { left, right } = place.area;
    first = Math.min(first, left);
    last = Math.max(last, Math.min(right, mostColumns));
    if (isMerged(place)) cuts.add(left).add(right + 1);
    else if (place.text.trim()) cuts.add(left);
    if (byLines && edgesOf(place) & edge.left) cuts.add(left);
    if (byLines && edgesOf(place) & edge.right) cuts.add(right + 1);
  }
  const groups: DrawnColumn[] = [];
  for (let column = first; column <= last; column++) {
    if (grid.hiddenColumns.has(column)) continue;
    const points = grid.columnWidths.get(column) ?? grid.columnWidth;
    const before = groups.at(-1);
    if (!before || cuts.has(column)) groups.push({ first: column, last: column, points });
    else groups.splice(-1, 1, { ...before, last: column, points: before.points + points });
  }
  return groups;
}

function cellsIn(
  view: GridView,
  rows: readonly number[],
  columns: readonly DrawnColumn[],
  row: number,
): DrawnCell[] {
  const cells: DrawnCell[] = [];
  for (let at = 0; at < columns.length; at++) {
    const column = columns[at];
    if (!column) continue;
    const place = view.at(row, column.first);
    const { area } = place;
    const isFirst =
      row === rows.find((each) => each >= area.top) &&
      column === columns.find((each) => each.last >= area.left);
    if (!isFirst) continue;
    const across = columns.filter(
      (each) => each.last >= area.left && each.first <= area.right,
    ).length;
    const wide = isMerged(place) ? across : 1 + roomBeside(view, place, columns, at, row);
    cells.push({
      place,
      rows: rows.filter((each) => each >= area.top && each <= area.bottom).length,
      columns: wide,
    });
    at += wide - 1;
  }
  return cells;
}

/** How many columns beside it an unmerged text runs over, as Excel shows it. */
function roomBeside(
  view: GridView,
  place: Place,
  columns: readonly DrawnColumn[],
  at: number,
  row: number,
): number {
  const { text, cell } = place;
  if (!text.trim() || cell?.look.wraps) return 0;
  const longest = Math.max(...text.split('\n').map((line) => line.length));
  let need = longest * (cell?.look.fontSize ?? 11) - (columns[at]?.points ?? 0);
  let over = 0;
  while (need > 0) {
    const next = columns[at + over + 1];
    const beside = next && view.at(row, next.first);
    if (!next || !beside || beside.text.trim() || isMerged(beside)) break;
    if (edgesOf(beside) & edge.left) break;
    over += 1;
    need -= next.points;
  }
  return over;
}
