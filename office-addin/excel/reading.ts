import { address } from '../../core/xlsx/address.ts';
import { namesOf } from '../../core/xlsx/formula/grid-names.ts';
import {
  type Area,
  type CellFormat,
  edge,
  type Grid,
  type GridCell,
  plainFormat,
} from '../../core/xlsx/grid.ts';
import type { Attached } from './attached.ts';
import { validationsIn } from './rules.ts';

export type Value = string | number | boolean;

/** What a cell holds, so that it can be put back. */
export interface Held {
  readonly value: Value;
  readonly numberFormat: string;
}

/** A worksheet as it is at one moment. */
export interface Reading {
  /** Excel's own mark of the worksheet, which stays when it is renamed. */
  readonly id: string;
  readonly grid: Grid;
  readonly held: ReadonlyMap<string, Held>;
  readonly attached: Attached;
  /** What its protection, if it has one, lets be changed beside the texts of unlocked cells. */
  readonly may: Allowed;
}

export interface Allowed {
  readonly formatCells: boolean;
  readonly formatRows: boolean;
}

/** What Excel tells of a worksheet. Rows and columns count from 0. */
export interface SheetAnswer {
  readonly id: string;
  readonly name: string;
  readonly visibility: string;
  readonly isProtected: boolean;
  readonly may: Allowed;
  readonly standardHeight: number;
  readonly rowIndex: number;
  readonly columnIndex: number;
  readonly values: readonly (readonly Value[])[];
  readonly formulas: readonly (readonly Value[])[];
  readonly numberFormats: readonly (readonly string[])[];
  readonly cells: readonly (readonly Excel.CellProperties[])[];
  readonly rows: readonly Excel.RowProperties[];
  readonly columns: readonly Excel.ColumnProperties[];
  readonly merges: readonly Area[];
  /** Those of the workbook, and the worksheet's own; with their `=`. */
  readonly names: readonly { readonly name: string; readonly formula: string }[];
  readonly attached: Attached;
}

/** Points: of columns beyond the last that is used. */
const columnWidth = 54;

/** What Excel told, as the core knows worksheets. */
export function readingOf(told: SheetAnswer): Reading {
  const cells = new Map<string, GridCell>();
  const held = new Map<string, Held>();
  const hiddenRows = new Set<number>();
  const hiddenColumns = new Set<number>();
  const rowHeights = new Map<number, number>();
  const columnWidths = new Map<number, number>();
  const covered = coveredBy(told.merges);
  told.values.forEach((values, down) => {
    const row = told.rowIndex + down + 1;
    values.forEach((value, across) => {
      const place = address(row, told.columnIndex + across + 1);
      const look = told.cells[down]?.[across];
      const formula = told.formulas[down]?.[across];
      const cell = {
        text: textOf(value),
        // A text that begins with = is its own formula.
        formula: typeof formula === 'string' && formula.startsWith('=') && formula !== value,
        look: lookOf(look),
      };
      if (cell.text === '' && !covered.has(place) && isPlain(cell.look)) return;
      cells.set(place, cell);
      held.set(place, { value, numberFormat: told.numberFormats[down]?.[across] ?? 'General' });
    });
  });
  told.rows.forEach(({ rowHidden, format }, down) => {
    const row = told.rowIndex + down + 1;
    if (rowHidden) hiddenRows.add(row);
    const height = format?.rowHeight ?? told.standardHeight;
    if (height !== told.standardHeight && !rowHidden) rowHeights.set(row, height);
  });
  told.columns.forEach(({ columnHidden, format }, across) => {
    const column = told.columnIndex + across + 1;
    if (columnHidden) hiddenColumns.add(column);
    else columnWidths.set(column, format?.columnWidth ?? columnWidth);
  });
  const names = told.names.map(({ name, formula }) => ({
    name,
    localSheet: null,
    formula: formula.replace(/^=/, ''),
  }));
  return {
    id: told.id,
    held,
    attached: told.attached,
    may: told.may,
    grid: {
      name: told.name,
      hidden: told.visibility !== 'Visible',
      protected: told.isProtected,
      cells,
      merges: told.merges,
      names: namesOf(told.name, 0, names),
      validations: validationsIn(told.attached.rules, cells),
      tables: told.attached.tables.map(({ area, headerRows }) => ({ area, headerRows })),
      pivots: told.attached.pivots.map(({ area }) => area),
      hiddenRows,
      hiddenColumns,
      rowHeights,
      columnWidths,
      rowHeight: told.standardHeight,
      columnWidth,
    },
  };
}

/** A cell's style in the core's words. */
function lookOf(properties: Excel.CellProperties | undefined): CellFormat {
  const { font, borders, fill, protection, wrapText, textOrientation } = properties?.format ?? {};
  const line = (side: keyof typeof edge) => {
    const style = borders?.[side]?.style;
    return style !== undefined && style !== 'None' ? edge[side] : 0;
  };
  return {
    fontSize: font?.size ?? 11,
    bold: font?.bold ?? false,
    vertical: textOrientation === upright,
    wraps: wrapText ?? false,
    locked: protection?.locked ?? true,
    filled: fill?.color !== undefined && !/^(?:#ffffff)?$/i.test(fill.color),
    edges: line('left') | line('top') | line('right') | line('bottom'),
  };
}

/** How Excel turns letters that stand one below the other. */
const upright = 180;

/** As `core/xlsx` reads a file: numbers as they are kept, without their format; lines parted by LF. */
function textOf(value: Value): string {
  if (typeof value === 'string') return value.replace(/\r\n?/g, '\n');
  return typeof value === 'number'
    ? String(Number(value.toPrecision(15)))
    : value
      ? 'TRUE'
      : 'FALSE';
}

/** Whether an empty cell is as nobody has touched it: the used range is a rectangle, and files leave such cells out. */
const isPlain = (look: CellFormat): boolean =>
  look.edges === plainFormat.edges &&
  look.filled === plainFormat.filled &&
  look.locked === plainFormat.locked &&
  look.wraps === plainFormat.wraps &&
  look.vertical === plainFormat.vertical &&
  look.bold === plainFormat.bold;

function coveredBy(merges: readonly Area[]): ReadonlySet<string> {
  const covered = new Set<string>();
  for (const { top, left, bottom, right } of merges) {
    for (let row = top; row <= bottom; row++) {
      for (let column = left; column <= right; column++) covered.add(address(row, column));
    }
  }
  return covered;
}
