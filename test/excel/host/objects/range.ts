import { lastColumn, lastRow } from '../../../../core/xlsx/formula/reference.ts';
import type { Area } from '../../../../core/xlsx/grid.ts';
import { columnWidth, rowHeight } from '../cells.ts';
import { type CopyType, copyCells } from '../copy.ts';
import { clear, setColumns, setRows } from '../edit.ts';
import { HostError } from '../errors.ts';
import { merge, unmerge } from '../merging.ts';
import { fullAddress, resolve } from '../reference.ts';
import type { Place, Session } from '../session.ts';
import { deleteCells, insertCells } from '../shift.ts';
import type { Sheet } from '../workbook.ts';
import { validatedAreas, validationObject } from './data-validation.ts';
import { type HostObject, uniform, withProperties } from './object.ts';
import { mergedAreas } from './range-areas.ts';
import { formatObject } from './range-format.ts';
import { placeMethods } from './range-places.ts';
import { propertyMethods } from './range-properties.ts';
import { valueProperties } from './range-values.ts';

export function rangeObject(session: Session, sheet: Sheet, area: Area): HostObject {
  const place: Place = { sheet, area, gone: false, reference: null };
  session.places.add(place);
  return placeObject(session, place);
}

/** A `Range`. A place whose cells were deleted answers nothing but `InvalidReference`. */
export function placeObject(session: Session, place: Place): HostObject {
  const { sheet } = place;
  const { workbook } = session;
  const answer = (area: Area) => rangeObject(session, sheet, area);
  const hiddenRows = () => span(place.area, 'row', (row) => sheet.rows.get(row)?.hidden ?? false);
  const hiddenColumns = () =>
    span(place.area, 'column', (column) => sheet.columns.get(column)?.hidden ?? false);
  const object: HostObject = {
    kind: 'Range',
    identity: () => (place.reference ? { _ReferenceId: place.reference } : {}),
    /** Not the client's: how objects of the host reach each other's cells. */
    Place: place,
    get Address() {
      return fullAddress(sheet, place.area);
    },
    get AddressLocal() {
      return fullAddress(sheet, place.area);
    },
    get RowIndex() {
      return place.area.top - 1;
    },
    get ColumnIndex() {
      return place.area.left - 1;
    },
    get RowCount() {
      return place.area.bottom - place.area.top + 1;
    },
    get ColumnCount() {
      return place.area.right - place.area.left + 1;
    },
    get CellCount() {
      const count =
        (place.area.bottom - place.area.top + 1) * (place.area.right - place.area.left + 1);
      return count > 2 ** 31 - 1 ? -1 : count;
    },
    get RowHidden(): boolean | null {
      return hiddenRows();
    },
    set RowHidden(hidden: boolean | null) {
      setRows(sheet, place.area, { hidden: hidden === true });
    },
    get ColumnHidden(): boolean | null {
      return hiddenColumns();
    },
    set ColumnHidden(hidden: boolean | null) {
      setColumns(sheet, place.area, { hidden: hidden === true });
    },
    get Hidden() {
      return hiddenRows() || hiddenColumns();
    },
    get IsEntireRow() {
      return place.area.left === 1 && place.area.right === lastColumn;
    },
    get IsEntireColumn() {
      return place.area.top === 1 && place.area.bottom === lastRow;
    },
    get Top() {
      return lengthOf(sheet, 'row', 1, place.area.top - 1);
    },
    get Left() {
      return lengthOf(sheet, 'column', 1, place.area.left - 1);
    },
    get Height() {
      return lengthOf(sheet, 'row', place.area.top, place.area.bottom);
    },
    get Width() {
      return lengthOf(sheet, 'column', place.area.left, place.area.right);
    },
    get Worksheet() {
      return session.make.worksheet(sheet);
    },
    get DataValidation() {
      return validationObject(place);
    },
    get Format() {
      return formatObject(() => ({ sheet, areas: [place.area] }));
    },
    GetMergedAreasOrNullObject: () => mergedAreas(session, place),
    GetSpecialCellsOrNullObject: (what: string) => {
      if (what !== 'DataValidations') throw new Error(`the fake Excel host lacks special ${what}`);
      const areas = validatedAreas(sheet, place.area);
      return areas.length > 0 ? session.make.areas(sheet, areas) : null;
    },
    Merge: (across = false) => merge(sheet, place.area, across),
    Unmerge: () => unmerge(sheet, place.area),
    Clear: (what: 'All' | 'Contents' | 'Formats' = 'All') => {
      clear(sheet, place.area, what);
      session.changes.push({ sheet, kind: 'RangeEdited', area: place.area });
    },
    Insert: (shift: 'Down' | 'Right') => answer(insertCells(session, sheet, place.area, shift)),
    Delete: (shift: 'Up' | 'Left') => deleteCells(session, sheet, place.area, shift),
    CopyFrom: (source: HostObject | string, type: CopyType = 'All') => {
      const from =
        typeof source === 'string'
          ? resolve(workbook, sheet, source)
          : (source.Place as Place | undefined);
      if (!from) throw new HostError('InvalidArgument');
      const area = copyCells(from, place, type);
      session.changes.push({ sheet, kind: 'RangeEdited', area });
    },
    Select: () => {
      if (sheet.visibility !== 'Visible') throw new HostError('InvalidOperation');
      session.activated(sheet);
      session.selected(sheet, place.area);
    },
    ...placeMethods(session, place, answer),
  };
  withProperties(object, valueProperties(session, place));
  return Object.assign(object, propertyMethods(object, place, answer));
}

function span(area: Area, along: 'row' | 'column', of: (number: number) => boolean) {
  const [from, to] = along === 'row' ? [area.top, area.bottom] : [area.left, area.right];
  const count = Math.min(to - from + 1, 100_000);
  return uniform(Array.from({ length: count }, (_, index) => of(from + index)));
}

/** Points from the first to the last row or column; hidden ones take no room. */
function lengthOf(sheet: Sheet, along: 'row' | 'column', from: number, to: number): number {
  const { standardHeight, standardWidth, rows, columns } = sheet;
  const known = along === 'row' ? rows : columns;
  const size = along === 'row' ? rowHeight : columnWidth;
  const usual = along === 'row' ? standardHeight : standardWidth;
  let length = Math.max(to - from + 1, 0) * usual;
  for (const number of known.keys()) {
    if (number >= from && number <= to) length += size(sheet, number) - usual;
  }
  return length;
}
