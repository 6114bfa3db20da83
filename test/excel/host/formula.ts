import { readFormula } from '../../../core/xlsx/formula/reference.ts';
import type { Area } from '../../../core/xlsx/grid.ts';
import { areaAddress, same } from './reference.ts';

/**
 * A formula, its `=` included, with every reference into a sheet put through `change`, which answers
 * with `null` for cells that are no more.
 */
export function rewritten(
  formula: string,
  concerns: (sheet: string | null) => boolean,
  change: (area: Area) => Area | null,
): string {
  let text = '';
  let at = 0;
  const body = formula.slice(1);
  for (const { from, to, sheet, area } of readFormula(body).references) {
    if (!area || !concerns(sheet)) continue;
    const written = body.slice(from, to);
    const start = written.slice(0, written.lastIndexOf('!') + 1);
    const place = change(area);
    if (place && areaAddress(place) === areaAddress(area)) continue;
    const dollar = /\$/.test(written.slice(start.length)) ? '$' : '';
    text += body.slice(at, from) + start + (place ? areaAddress(place, dollar) : '#REF!');
    at = to;
  }
  return `=${text}${body.slice(at)}`;
}

/** A formula as it reads when copied elsewhere; references with `$` stay. */
export function moveFormula(
  formula: string,
  { rows, columns }: { readonly rows: number; readonly columns: number },
): string {
  let text = '';
  let at = 0;
  const body = formula.slice(1);
  for (const { from, to, area } of readFormula(body).references) {
    if (!area || body.slice(from, to).includes('$')) continue;
    const start = body.slice(from, to).lastIndexOf('!') + 1;
    const moved = {
      top: area.top + rows,
      bottom: area.bottom + rows,
      left: area.left + columns,
      right: area.right + columns,
    };
    const inside = moved.top > 0 && moved.left > 0;
    text += body.slice(at, from + start) + (inside ? areaAddress(moved) : '#REF!');
    at = to;
  }
  return `=${text}${body.slice(at)}`;
}

/** Whether a formula in sheet `home` that names `sheet`, or none, speaks of the sheet called `name`. */
export const speaksOf =
  (name: string, isHome: boolean) =>
  (sheet: string | null): boolean =>
    sheet === null ? isHome : same(sheet, name);
