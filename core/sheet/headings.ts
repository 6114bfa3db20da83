import { parseAddress } from '../xlsx/address.ts';
import type { Area, Grid } from '../xlsx/grid.ts';
import { fieldOfHeading, type SheetField, sheetFields } from './fields.ts';
import type { GridView, Place } from './grid-view.ts';
import type { Pointed } from './template-map.ts';

export interface Heading {
  readonly field: SheetField;
  readonly place: Place;
}

/** A name of our own templates, such as `furikaeri_target`, points at the heading of its field. */
export const namePrefix = 'furikaeri_';

/** A heading that words can't overrule: it has a name of ours, or was pointed at. */
export interface Given {
  /** Merged cells included. */
  readonly area: Area;
  readonly column: number;
  /** Whether its own text says that it is another field, or its column is hidden. */
  readonly contradicted: boolean;
}

const isHidden = ({ grid }: GridView, { top, bottom, left, right }: Area): boolean =>
  allIn(grid.hiddenRows, top, bottom) || allIn(grid.hiddenColumns, left, right);

function allIn(hidden: ReadonlySet<number>, from: number, to: number): boolean {
  for (let at = from; at <= to; at++) if (!hidden.has(at)) return false;
  return true;
}

/** A worksheet with more has no headings: its texts happen to read so. */
const mostHeadings = 2000;

/** Every cell in sight whose text is a heading. */
export function headingsOf(view: GridView): Heading[] {
  const headings: Heading[] = [];
  for (const row of view.rows) {
    for (const column of view.columns(row)) {
      const place = view.at(row, column);
      const own = place.area.top === row && place.area.left === column;
      const field = own && place.text ? fieldOfHeading(place.text) : null;
      if (field && !isHidden(view, place.area)) headings.push({ field, place });
    }
  }
  return headings.length > mostHeadings ? [] : headings;
}

export function givenHeadings(view: GridView, pointed: Pointed): ReadonlyMap<SheetField, Given> {
  const given = new Map<SheetField, Given>();
  for (const field of sheetFields) {
    const named = areaNamed(view.grid, field);
    if (named) {
      const { area, text } = view.at(named.top, named.left);
      const contradicted =
        (fieldOfHeading(text) ?? field) !== field || view.grid.hiddenColumns.has(named.left);
      given.set(field, { area, column: named.left, contradicted });
    }
    const cell = parseAddress(pointed.headings?.[field] ?? '');
    if (cell) {
      const { area } = view.at(cell.row, cell.column);
      given.set(field, { area, column: cell.column, contradicted: false });
    }
  }
  return given;
}

/** What a name of ours points at; Excel's names don't tell capitals from small letters. */
export function areaNamed({ names }: Grid, what: string): Area | null {
  const wanted = (namePrefix + what).toLowerCase();
  return names.find(({ name }) => name.toLowerCase() === wanted)?.area ?? null;
}
