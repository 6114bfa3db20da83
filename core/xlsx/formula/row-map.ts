import { failure, type Result, success } from '../../result.ts';
import type { Area } from '../grid.ts';
import type { RowInsertion } from '../write-plan.ts';
import { lastRow } from './reference.ts';

/** Where rows go when others are inserted. */
export interface RowMap {
  /** The number that a row has afterwards. */
  readonly moved: (row: number) => number;
  /** The row that stands behind one afterwards: itself, or the one that a new row is to look like. */
  readonly origin: (row: number) => { readonly row: number; readonly isNew: boolean };
  /** A merge, a name or a range afterwards: one of several rows grows with what is inserted in it or right below it. */
  readonly grown: (area: Area) => Area;
  /** The same for ranges that say something of each row in them: one of a single row grows too. */
  readonly spread: (area: Area) => Area;
  /** The rows below which others are inserted, from top to bottom. */
  readonly insertions: readonly RowInsertion[];
}

/** Problem: `wrong-value`, where a number is none or a row is named twice. */
export function mapRows(unsorted: readonly RowInsertion[]): Result<RowMap> {
  const insertions = unsorted.toSorted((one, other) => one.after - other.after);
  const sound = insertions.every(
    ({ after, count }, index) =>
      Number.isInteger(after) &&
      Number.isInteger(count) &&
      after > (insertions[index - 1]?.after ?? 0) &&
      count > 0 &&
      after + count <= lastRow,
  );
  if (!sound) return failure('wrong-value');

  const added = (isAbove: (after: number) => boolean) =>
    insertions.reduce((sum, { after, count }) => (isAbove(after) ? sum + count : sum), 0);
  const moved = (row: number) => row + added((after) => after < row);
  const stretched = (area: Area, grows: boolean): Area => {
    // A whole column stays one.
    if (area.bottom === lastRow) return area;
    const grown = added((after) => after < area.bottom || (grows && after === area.bottom));
    // What lay right above the end of the worksheet is pushed out of it.
    const bottom = Math.min(lastRow, area.bottom + grown);
    return { ...area, top: Math.min(lastRow, moved(area.top)), bottom };
  };
  const origin = (row: number) => {
    let shift = 0;
    for (const { after, count } of insertions) {
      if (row <= after + shift) break;
      if (row <= after + shift + count) return { row: after, isNew: true };
      shift += count;
    }
    return { row: row - shift, isNew: false };
  };
  return success({
    moved,
    origin,
    grown: (area) => stretched(area, area.bottom > area.top),
    spread: (area) => stretched(area, true),
    insertions,
  });
}

/** Merges inside a row that others are to look like, in each of these. */
export const repeatedMerges = (merges: readonly Area[], map: RowMap): Area[] =>
  map.insertions.flatMap(({ after, count }) =>
    merges
      .filter(({ top, bottom }) => top === after && bottom === after)
      .flatMap((area) =>
        Array.from({ length: count }, (_, index) => {
          const row = map.moved(after) + index + 1;
          return { ...area, top: row, bottom: row };
        }),
      ),
  );
