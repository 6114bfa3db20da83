import { parseAddress } from '../../xlsx/address.ts';
import type { CellPlace } from '../form/form.ts';
import type { GridView } from '../form/grid-view.ts';
import type { Places } from '../form/places.ts';
import { heightOf, lineFactor, widthOf } from './row-height.ts';

/** Points; Excel's rows end here. */
export const tallestRow = 409.5;

/** How many letters a cell takes. */
export interface Capacity {
  /** As high as its rows are now: what is longer makes them grow. */
  readonly now: number;
  /** As high as Excel's rows can be: what is longer is refused. */
  readonly most: number;
}

/**
 * How many full-width letters fit a cell, in lines as wide as its block; null where the cell is not
 * known. A cell that does not wrap shows one line. For the count beside a field: the plan itself
 * measures each text.
 */
export function capacityOf(
  { views }: Pick<Places, 'views'>,
  { sheet, cell }: CellPlace,
): Capacity | null {
  const view = views.get(sheet);
  const at = parseAddress(cell);
  if (!view || !at) return null;
  const place = view.at(at.row, at.column);
  const { grid } = view;
  const size = place.cell?.look.fontSize ?? 11;
  const letters = Math.max(1, Math.floor((widthOf(grid, place.area) - size) / size));
  const { rows, height } = heightsOf(view, place.area.top, place.area.bottom);
  if (!place.cell?.look.wraps) return { now: letters, most: letters };
  const lines = (points: number) =>
    Math.max(1, Math.floor((points - 4) / (size * lineFactor(grid))));
  return { now: letters * lines(height), most: letters * lines(tallestRow * rows) };
}

function heightsOf({ grid }: GridView, top: number, bottom: number) {
  let rows = 0;
  let height = 0;
  for (let row = top; row <= bottom; row++) {
    if (grid.hiddenRows.has(row)) continue;
    rows += 1;
    height += heightOf(grid, row);
  }
  return { rows: Math.max(1, rows), height };
}
