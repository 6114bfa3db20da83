import { columnWidth, rowHeight } from '../cells.ts';
import { demand, reformat, setColumns, setRows } from '../edit.ts';
import { fitRow } from '../fit-row.ts';
import { type Font, type Format, plainFont } from '../format.ts';
import { type Formatted, formatsOf } from './formatted.ts';
import { type HostObject, none, type Property, pascal, uniform, withProperties } from './object.ts';
import { bordersObject } from './range-borders.ts';

const ownProperties = [
  'wrapText',
  'shrinkToFit',
  'indentLevel',
  'horizontalAlignment',
  'verticalAlignment',
  'textOrientation',
] as const;
const fontProperties = Object.keys(plainFont) as (keyof Font)[];

/** `range.format` and all below it. */
export function formatObject(of: () => Formatted): HostObject {
  const change = (how: (format: Format) => Format) => {
    const { sheet, areas } = of();
    for (const area of areas) reformat(sheet, area, how);
  };
  const property = (read: (format: Format) => unknown, write: (value: never) => Partial<Format>) =>
    ({
      get: () => uniform(formatsOf(of(), read)),
      set: (value: never) => change((format) => ({ ...format, ...write(value) })),
    }) satisfies Property;
  const own = ownProperties.map((name) => [
    pascal(name),
    property(
      (format) => format[name],
      (value) => ({ [name]: value }),
    ),
  ]);
  const font = fontProperties.map((name) => [
    pascal(name),
    {
      get: () => uniform(formatsOf(of(), (format) => format.font[name])),
      set: (value: unknown) =>
        change((format) => ({ ...format, font: { ...format.font, [name]: value } })),
    },
  ]);
  const fill = property(
    (format) => format.fill,
    (value) => ({ fill: value }),
  );
  const object: HostObject = {
    kind: 'RangeFormat',
    identity: none,
    Font: withProperties({ kind: 'RangeFont', identity: none }, Object.fromEntries(font)),
    Fill: withProperties(
      { kind: 'RangeFill', identity: none, Clear: () => change((at) => ({ ...at, fill: '' })) },
      { Color: fill },
    ),
    Protection: withProperties(
      { kind: 'FormatProtection', identity: none },
      {
        Locked: property(
          (format) => format.locked,
          (value) => ({ locked: value }),
        ),
        FormulaHidden: property(
          (format) => format.formulaHidden,
          (value) => ({ formulaHidden: value }),
        ),
      },
    ),
    Borders: bordersObject(of),
    get RowHeight(): number | null {
      const { sheet, areas } = of();
      const heights = areas.flatMap(({ top, bottom }) => span(top, bottom));
      return uniform(heights.map((row) => rowHeight(sheet, row)));
    },
    set RowHeight(height: number | null) {
      const { sheet, areas } = of();
      for (const area of areas) setRows(sheet, area, { height: height ?? Number.NaN });
    },
    get UseStandardHeight(): boolean | null {
      const { sheet, areas } = of();
      const heights = areas.flatMap(({ top, bottom }) => span(top, bottom));
      const height = uniform(heights.map((row) => rowHeight(sheet, row)));
      return height === null ? null : height === sheet.standardHeight;
    },
    set UseStandardHeight(use: boolean | null) {
      const { sheet, areas } = of();
      const height = sheet.standardHeight;
      if (use) for (const area of areas) setRows(sheet, area, { height });
    },
    get ColumnWidth(): number | null {
      const { sheet, areas } = of();
      const columns = areas.flatMap(({ left, right }) => span(left, right));
      return uniform(columns.map((column) => columnWidth(sheet, column)));
    },
    set ColumnWidth(width: number | null) {
      const { sheet, areas } = of();
      for (const area of areas) setColumns(sheet, area, { width: width ?? Number.NaN });
    },
    AutofitRows() {
      const { sheet, areas } = of();
      demand(sheet, 'allowFormatRows');
      for (const { top, bottom } of areas) {
        for (let row = top; row <= bottom; row++) {
          sheet.rows.delete(row);
          fitRow(sheet, row);
        }
      }
    },
  };
  return withProperties(object, Object.fromEntries(own));
}

/** From a first to a last number; of a whole sheet the first thousand stand for all. */
function span(from: number, to: number): number[] {
  return Array.from({ length: Math.min(to - from + 1, 1000) }, (_, index) => from + index);
}
