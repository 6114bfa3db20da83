import type { Area } from '../../../../core/xlsx/grid.ts';
import { demand, reformat, setColumns, setRows } from '../edit.ts';
import { HostError } from '../errors.ts';
import { type Edge, edges, type Font, type Format, noBorder, plainFont } from '../format.ts';
import { cellAt, cellsIn, columnWidth, emptyCell, rowHeight, type Sheet } from '../workbook.ts';
import { type HostObject, none, type Property, pascal, uniform, withProperties } from './object.ts';

/** The cells that a format object speaks of. */
export interface Formatted {
  readonly sheet: Sheet;
  readonly areas: readonly Area[];
}

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
    /** The fake host measures no text: only a row without wrapped text, or with merged cells, can be said to stay. */
    AutofitRows() {
      const { sheet, areas } = of();
      demand(sheet, 'allowFormatRows');
      for (const { top, bottom } of areas) {
        for (let row = top; row <= bottom; row++) sheet.rows.delete(row);
      }
    },
  };
  return withProperties(object, Object.fromEntries(own));
}

/** From a first to a last number; of a whole sheet the first thousand stand for all. */
function span(from: number, to: number): number[] {
  return Array.from({ length: Math.min(to - from + 1, 1000) }, (_, index) => from + index);
}

function* formatsOf<T>({ sheet, areas }: Formatted, read: (format: Format) => T): Generator<T> {
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

const sides = [...edges, 'InsideHorizontal', 'InsideVertical'] as const;
type Side = (typeof sides)[number];

function bordersObject(of: () => Formatted): HostObject {
  const item = (side: string): HostObject => {
    if (!sides.includes(side as Side)) throw new HostError('InvalidArgument');
    return borderObject(of, side as Side);
  };
  return {
    kind: 'RangeBorderCollection',
    identity: none,
    Indexer: item,
    Count: sides.length,
    get _Items() {
      return sides.map(item);
    },
  };
}

function borderObject(of: () => Formatted, side: Side): HostObject {
  const properties = Object.keys(noBorder) as (keyof typeof noBorder)[];
  const parts = () => {
    const { sheet, areas } = of();
    return { sheet, lines: areas.flatMap((area) => linesOf(area, side)) };
  };
  return withProperties(
    {
      kind: 'RangeBorder',
      identity: () => ({ Id: side }),
      get SideIndex() {
        return side;
      },
    },
    Object.fromEntries(
      properties.map((name) => [
        pascal(name),
        {
          get: () => {
            const { sheet, lines } = parts();
            return uniform(
              lines.flatMap(([area, edge]) => [
                ...formatsOf({ sheet, areas: [area] }, (format) => format.borders[edge][name]),
              ]),
            );
          },
          set: (value: string) => {
            const { sheet, lines } = parts();
            for (const [area, edge] of lines) {
              reformat(sheet, area, (format) => ({
                ...format,
                borders: { ...format.borders, [edge]: withLine(format.borders[edge], name, value) },
              }));
            }
          },
        },
      ]),
    ),
  );
}

/** A colour or weight given to a side without a line draws one. */
const withLine = (border: Format['borders'][Edge], name: string, value: string) => ({
  ...border,
  ...(name !== 'style' && border.style === 'None' && { style: 'Continuous' }),
  [name]: value,
});

/** Which cells carry a side of an area, and on which of their edges. */
function linesOf(area: Area, side: Side): (readonly [Area, Edge])[] {
  switch (side) {
    case 'EdgeTop':
      return [[{ ...area, bottom: area.top }, side]];
    case 'EdgeBottom':
      return [[{ ...area, top: area.bottom }, side]];
    case 'EdgeLeft':
      return [[{ ...area, right: area.left }, side]];
    case 'EdgeRight':
      return [[{ ...area, left: area.right }, side]];
    case 'InsideHorizontal':
      if (area.top === area.bottom) return [];
      return [
        [{ ...area, bottom: area.bottom - 1 }, 'EdgeBottom'],
        [{ ...area, top: area.top + 1 }, 'EdgeTop'],
      ];
    case 'InsideVertical':
      if (area.left === area.right) return [];
      return [
        [{ ...area, right: area.right - 1 }, 'EdgeRight'],
        [{ ...area, left: area.left + 1 }, 'EdgeLeft'],
      ];
  }
}
