import { parseAddress } from '../../xlsx/address.ts';
import type { Grid } from '../../xlsx/grid.ts';
import { labelKey } from './align.ts';
import type { Form, FormLabel, SingleField } from './form.ts';
import type { GridView, Place } from './grid-view.ts';
import type { Pressed } from './pressed.ts';
import { readHeading } from './words.ts';

/** What stands around the cells that were pressed. */

export const placeAt = (view: GridView, cell: string): Place => {
  const at = parseAddress(cell) ?? { row: 1, column: 1 };
  return view.at(at.row, at.column);
};

/** Whether a cell is a label of the form: to write there would destroy it. */
export function isLabel(view: GridView, cell: string): boolean {
  const at = parseAddress(cell);
  const place = at && view.at(at.row, at.column);
  if (!place || place.text.trim() === '') return false;
  const { look } = place.cell ?? {};
  return readHeading(place.text) !== null || Boolean(look?.filled || look?.bold);
}

/** A label's words, numbers aside. */
export const numberless = (text: string): string => labelKey(text).replace(/[0-9①-⑳]+/g, '');

/** The label left of a cell, else above it. */
export function nearestLabel(view: GridView, cell: string): Place | null {
  const { area } = placeAt(view, cell);
  for (let column = area.left - 1; column > 0; ) {
    const place = view.at(area.top, column);
    if (place.text.trim()) return place;
    column = place.area.left - 1;
  }
  for (let row = area.top - 1; row > 0; ) {
    const place = view.at(row, area.left);
    if (place.text.trim()) return place;
    row = place.area.top - 1;
  }
  return null;
}

export function labelsAround(
  view: GridView,
  pressed: readonly Pressed[],
  targets: Form['targets'],
): FormLabel[] {
  const cells = new Set<string>();
  if (targets.kind === 'rows') {
    for (let row = targets.header.top; row <= targets.header.bottom; row++) {
      for (const column of view.columns(row)) cells.add(view.at(row, column).address);
    }
  }
  for (const { sheet, cell } of pressed) {
    if (sheet !== view.grid.name || targets.kind === 'rows') continue;
    const label = nearestLabel(view, cell);
    if (label && isLabel(view, label.address)) cells.add(label.address);
  }
  return [...cells].flatMap((cell) => {
    const text = view.grid.cells.get(cell)?.text ?? '';
    return text.trim() ? [{ text, cell }] : [];
  });
}

/** The one worksheet, or all in which the same labels stand. */
export function worksheetsBy(
  grids: readonly Grid[],
  view: GridView,
  pressed: readonly Pressed[],
): Form['worksheets'] {
  const labels = pressed.flatMap(({ sheet, cell }) =>
    sheet === view.grid.name ? (nearestLabel(view, cell) ?? []) : [],
  );
  const alike = grids.filter(
    (grid) =>
      !grid.hidden &&
      labels.length > 0 &&
      labels.every(({ address, text }) => grid.cells.get(address)?.text === text),
  );
  if (alike.length < 2) return { kind: 'named', names: [view.grid.name] };
  const numbered = alike.every(({ name }) => /[0-9０-９①-⑳][)）]?$/.test(name));
  return { kind: numbered ? 'per-target' : 'per-section' };
}

export function singleCells(
  view: GridView,
  pressed: readonly Pressed[],
  targets: Form['targets'],
): Partial<Form['cells']> {
  const inColumn = targets.kind === 'rows' ? targets.columns : {};
  const found: Partial<Record<SingleField, string>> = {};
  for (const { sheet, field, cell } of pressed) {
    if (sheet !== view.grid.name) continue;
    if (field === 'year' || field === 'ward') found[field] = placeAt(view, cell).address;
    if ((field === 'section' || field === 'division') && !inColumn[field]) {
      found[field] = placeAt(view, cell).address;
    }
  }
  return found;
}

/** The ① in a cell of a policy. */
export const markIn = (view: GridView, cell: string): string =>
  /^[\s\u3000]*([①-⑩])/.exec(placeAt(view, cell).text)?.[1] ?? '';
