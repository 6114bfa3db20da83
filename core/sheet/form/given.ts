import type { Area, Grid } from '../../xlsx/grid.ts';
import { type SheetField, sheetFields } from '../model/fields.ts';
import type { GridView } from './grid-view.ts';
import { readHeading, surestField } from './words.ts';

/** A name of our own templates, such as `furikaeri_target`, points at the heading of its field. */
export const namePrefix = 'furikaeri_';

/** A heading that words can't overrule, for it has a name of ours. */
export interface Given {
  /** Merged cells included. */
  readonly area: Area;
  readonly column: number;
  /** Whether its own text says that it is another field, or its column is hidden. */
  readonly contradicted: boolean;
}

export type GivenHeadings = ReadonlyMap<SheetField, Given>;

/** The headings that a workbook's own names point at. */
export function givenHeadings(view: GridView): GivenHeadings {
  const given = new Map<SheetField, Given>();
  for (const field of sheetFields) {
    const named = areaNamed(view.grid, field);
    if (!named) continue;
    const { area, text } = view.at(named.top, named.left);
    const heading = readHeading(text);
    const says = heading && surestField(heading);
    const contradicted = (says ?? field) !== field || view.grid.hiddenColumns.has(named.left);
    given.set(field, { area, column: named.left, contradicted });
  }
  return given;
}

/** What a name of ours points at; Excel's names don't tell capitals from small letters. */
export function areaNamed({ names }: Grid, what: string): Area | null {
  const wanted = (namePrefix + what).toLowerCase();
  return names.find(({ name }) => name.toLowerCase() === wanted)?.area ?? null;
}
