import { lastColumn, lastRow } from '../../../../core/xlsx/formula/reference.ts';
import type { Area } from '../../../../core/xlsx/grid.ts';
import { cellAt } from '../cells.ts';
import { enter, reformat } from '../edit.ts';
import { HostError } from '../errors.ts';
import type { Place, Session } from '../session.ts';
import { shownText } from '../shown-text.ts';
import type { Cell } from '../workbook.ts';
import type { Property } from './object.ts';

/** Cells that one request may read or write; more are refused. */
const mostCells = 5_000_000;

/** `values`, `formulas`, `text` and so on: a table with a row for each row of the range. */
export function valueProperties(session: Session, place: Place): Record<string, Property> {
  const { sheet } = place;
  const read = (of: (cell: Cell) => unknown): Property['get'] => {
    return () => {
      const { top, left, bottom, right } = place.area;
      if (isUnbounded(place.area)) return null;
      if ((bottom - top + 1) * (right - left + 1) > mostCells) {
        throw new HostError('RangeExceedsLimit');
      }
      return table(place.area, (row, column) => of(cellAt(sheet, row, column)));
    };
  };
  const inputs = {
    set: (given: never) => {
      const rows = spread(place.area, given);
      rows.forEach((line, r) => {
        line.forEach((input, c) => {
          if (input !== null) enter(sheet, place.area.top + r, place.area.left + c, input);
        });
      });
      session.changes.push({ sheet, kind: 'RangeEdited', area: place.area });
    },
  };
  const formats = {
    get: read(({ format }) => format.numberFormat),
    set: (given: never) => {
      const rows = spread(place.area, given);
      rows.forEach((line, r) => {
        line.forEach((numberFormat, c) => {
          if (numberFormat === null) return;
          if (typeof numberFormat !== 'string') throw new HostError('InvalidArgument');
          const [row, column] = [place.area.top + r, place.area.left + c];
          const area = { top: row, left: column, bottom: row, right: column };
          reformat(sheet, area, (format) => ({
            ...format,
            numberFormat: numberFormat || 'General',
          }));
        });
      });
    },
  };
  const formulas = { get: read(({ value, formula }) => formula ?? value), ...inputs };
  return {
    Values: { get: read(({ value }) => value), ...inputs },
    Formulas: formulas,
    FormulasLocal: formulas,
    Text: { get: read(({ value, format }) => shownText(value, format.numberFormat)) },
    ValueTypes: { get: read(valueType) },
    NumberFormat: formats,
    NumberFormatLocal: formats,
  };
}

/** Whole rows and columns are too much to be listed. */
const isUnbounded = ({ top, left, bottom, right }: Area): boolean =>
  bottom - top + 1 >= lastRow || right - left + 1 >= lastColumn;

function table<T>(area: Area, of: (row: number, column: number) => T): T[][] {
  return Array.from({ length: area.bottom - area.top + 1 }, (_, r) =>
    Array.from({ length: area.right - area.left + 1 }, (_, c) => of(area.top + r, area.left + c)),
  );
}

/** A single value counts for every cell; a table must have the range's shape. */
function spread(area: Area, given: unknown): unknown[][] {
  if (isUnbounded(area)) throw new HostError('InvalidArgument');
  const { top, left, bottom, right } = area;
  const [rows, columns] = [bottom - top + 1, right - left + 1];
  if (!Array.isArray(given)) {
    if (rows * columns > mostCells) throw new HostError('InvalidArgument');
    return Array.from({ length: rows }, () => Array<unknown>(columns).fill(given));
  }
  const fits = (line: unknown) => Array.isArray(line) && line.length === columns;
  if (given.length !== rows || !given.every(fits)) {
    throw new HostError(
      'InvalidArgument',
      'The number of rows or columns in the input array doesn’t match the size or dimensions of the range.',
    );
  }
  return given;
}

function valueType({ value }: Cell): string {
  if (value === '') return 'Empty';
  if (typeof value === 'number') return 'Double';
  if (typeof value === 'boolean') return 'Boolean';
  return /^#(?:NAME\?|REF!|VALUE!|N\/A|DIV\/0!|NULL!|NUM!)$/.test(value) ? 'Error' : 'String';
}
