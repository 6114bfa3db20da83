import { lastColumn, lastRow } from '../../../../core/xlsx/formula/reference.ts';
import type { Area } from '../../../../core/xlsx/grid.ts';
import { cellArea } from '../areas.ts';
import { cellAt, columnWidth, rowHeight } from '../cells.ts';
import { HostError } from '../errors.ts';
import { fullAddress } from '../reference.ts';
import type { Place } from '../session.ts';
import { type HostObject, isHostObject, pascal } from './object.ts';

type Wanted = Readonly<Record<string, unknown>>;

/** `getCellProperties` and its sisters: many properties of many cells in one answer. */
export function propertyMethods(
  range: HostObject,
  place: Place,
  answer: (area: Area) => HostObject,
) {
  const rows = () =>
    numbers(place.area.top, place.area.bottom).map((row) => ({
      ...place.area,
      top: row,
      bottom: row,
    }));
  const columns = () =>
    numbers(place.area.left, place.area.right).map((column) => ({
      ...place.area,
      left: column,
      right: column,
    }));
  const cells = () =>
    rows().map(({ top }) =>
      numbers(place.area.left, place.area.right).map((column) => cellArea(top, column)),
    );
  const read = (area: Area, wanted: Wanted) => pick(answer(area), wanted);
  const write = (area: Area, given: unknown) => assign(answer(area), given as Wanted);
  const each = (areas: readonly Area[], given: unknown) => {
    if (!Array.isArray(given) || given.length !== areas.length) {
      throw new HostError('InvalidArgument');
    }
    areas.forEach((area, index) => {
      write(area, given[index]);
    });
  };
  return {
    GetCellProperties: (wanted: Wanted) =>
      cells().map((line) => line.map(({ top, left }) => select(lookOf(place, top, left), wanted))),
    GetRowProperties: (wanted: Wanted) =>
      rows().map((area) => read({ ...area, left: 1, right: lastColumn }, wanted)),
    GetColumnProperties: (wanted: Wanted) =>
      columns().map((area) => read({ ...area, top: 1, bottom: lastRow }, wanted)),
    SetCellProperties: (given: unknown) => {
      if (!Array.isArray(given) || given.length !== range.RowCount) {
        throw new HostError('InvalidArgument');
      }
      cells().forEach((line, index) => {
        each(line, given[index]);
      });
    },
    SetRowProperties: (given: unknown) =>
      each(
        rows().map((area) => ({ ...area, left: 1, right: lastColumn })),
        given,
      ),
    SetColumnProperties: (given: unknown) =>
      each(
        columns().map((area) => ({ ...area, top: 1, bottom: lastRow })),
        given,
      ),
  };
}

const numbers = (from: number, to: number): number[] =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index);

/** All of one cell that can be asked for, without a range being made for it: there may be thousands. */
function lookOf({ sheet }: Place, row: number, column: number) {
  const { format } = cellAt(sheet, row, column);
  const { numberFormat: _, font, fill, locked, formulaHidden, borders, ...own } = format;
  const address = fullAddress(sheet, cellArea(row, column));
  return {
    address,
    addressLocal: address,
    format: {
      ...own,
      font,
      fill: { color: fill },
      protection: { locked, formulaHidden },
      borders: {
        top: borders.EdgeTop,
        bottom: borders.EdgeBottom,
        left: borders.EdgeLeft,
        right: borders.EdgeRight,
      },
      rowHeight: rowHeight(sheet, row),
      columnWidth: columnWidth(sheet, column),
    },
  };
}

/** Of a cell what was asked for, `true` standing for all of a part; what is asked of borders is meant of each. */
function select(found: object, wanted: Wanted | true): Record<string, unknown> {
  if (wanted === true) return { ...found };
  return Object.fromEntries(
    Object.entries(wanted)
      .filter(([, want]) => want)
      .map(([name, want]) => {
        const value = (found as Record<string, unknown>)[name];
        if (value === undefined) throw new Error(`the fake Excel host lacks cells’ ${name}`);
        if (typeof value !== 'object' || value === null) return [name, value];
        const inner = want as Wanted | true;
        if (name !== 'borders') return [name, select(value, inner)];
        const sides = Object.entries(value).map(([side, line]) => [side, select(line, inner)]);
        return [name, Object.fromEntries(sides)];
      }),
  );
}

/** In these tables a cell's borders go by short names. */
const sides = { top: 'EdgeTop', bottom: 'EdgeBottom', left: 'EdgeLeft', right: 'EdgeRight' };

const border = (borders: HostObject, side: string): HostObject =>
  (borders.Indexer as (side: string) => HostObject)(side);

function pick(object: HostObject, wanted: Wanted): Record<string, unknown> {
  if (object.kind === 'RangeBorderCollection') {
    return Object.fromEntries(
      Object.entries(sides).map(([name, side]) => [name, pick(border(object, side), wanted)]),
    );
  }
  return Object.fromEntries(
    Object.entries(wanted)
      .filter(([, want]) => want)
      .map(([name, want]) => {
        const found = object[pascal(name)];
        if (found === undefined) throw lacking(object, name);
        return [name, isHostObject(found) ? pick(found, want as Wanted) : found];
      }),
  );
}

function assign(object: HostObject, given: Wanted): void {
  if (object.kind === 'RangeBorderCollection') {
    for (const [name, side] of Object.entries(sides)) {
      if (given[name]) assign(border(object, side), given[name] as Wanted);
    }
    return;
  }
  for (const [name, value] of Object.entries(given)) {
    const member = pascal(name);
    const found = object[member];
    if (isHostObject(found)) assign(found, value as Wanted);
    else if (found === undefined) throw lacking(object, name);
    else object[member] = value;
  }
}

const lacking = ({ kind }: HostObject, name: string) =>
  new Error(`the fake Excel host lacks ${kind}.${name}`);
