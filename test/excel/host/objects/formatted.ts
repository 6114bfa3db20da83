import type { Area } from '../../../../core/xlsx/grid.ts';
import { cellAt, cellsIn, emptyCell } from '../cells.ts';
import type { Format } from '../format.ts';
import type { Sheet } from '../workbook.ts';

/** The cells that a format object speaks of. */
export interface Formatted {
  readonly sheet: Sheet;
  readonly areas: readonly Area[];
}

/** What the cells' formats say, each distinct place at least once: a whole sheet's untouched cells speak with one voice. */
export function* formatsOf<T>(
  { sheet, areas }: Formatted,
  read: (format: Format) => T,
): Generator<T> {
  for (const area of areas) {
    let left = (area.bottom - area.top + 1) * (area.right - area.left + 1);
    for (const [, , cell] of left === 1
      ? [[0, 0, cellAt(sheet, area.top, area.left)] as const]
      : cellsIn(sheet, area)) {
      left--;
      yield read(cell.format);
    }
    if (left > 0) yield read(emptyCell.format);
  }
}
