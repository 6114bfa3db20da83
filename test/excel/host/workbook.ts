import { lastColumn, lastRow } from '../../../core/xlsx/formula/reference.ts';
import type { Area } from '../../../core/xlsx/grid.ts';
import { type Font, type Format, plainFont } from './format.ts';

export type Value = string | number | boolean;

/** An empty cell that has a format of its own holds `''`. */
export interface Cell {
  readonly value: Value;
  /** With its `=`. */
  readonly formula: string | null;
  readonly format: Format;
}

export interface Row {
  /** Points. */
  readonly height: number;
  readonly hidden: boolean;
  /** Somebody gave it this height; without, Excel fits it to its text. */
  readonly custom: boolean;
}

export interface Column {
  /** Points. */
  readonly width: number;
  readonly hidden: boolean;
}

/** What may be done in a protected sheet beside typing into unlocked cells. */
export const allowances = [
  'allowFormatCells',
  'allowFormatColumns',
  'allowFormatRows',
  'allowInsertColumns',
  'allowInsertRows',
  'allowDeleteColumns',
  'allowDeleteRows',
] as const;

export interface Protection {
  readonly allowed: ReadonlySet<(typeof allowances)[number]>;
  readonly password: string;
}

/** How the sheet is printed; margins in points. */
export interface PageLayout {
  orientation: 'Portrait' | 'Landscape';
  paperSize: string;
  leftMargin: number;
  rightMargin: number;
  topMargin: number;
  bottomMargin: number;
  headerMargin: number;
  footerMargin: number;
  centerHorizontally: boolean;
  centerVertically: boolean;
  blackAndWhite: boolean;
  printGridlines: boolean;
  printHeadings: boolean;
  printOrder: string;
  zoom: {
    scale?: number | null;
    horizontalFitToPages?: number | null;
    verticalFitToPages?: number | null;
  };
  printArea: Area | null;
  titleRows: Area | null;
  titleColumns: Area | null;
  /** By place: `centerFooter` and so on, with Excel's codes (`&P`). */
  headersFooters: Record<string, string>;
  /** Rows that begin a page. */
  rowBreaks: number[];
}

/** What may be typed into cells; Excel checks it when people type, not when the client writes. */
export interface Validation {
  area: Area;
  readonly rule: Readonly<Record<string, unknown>>;
  errorAlert: Readonly<Record<string, unknown>>;
  prompt: Readonly<Record<string, unknown>>;
  ignoreBlanks: boolean;
}

/** An Excel table, or what a pivot table fills. */
export interface Block {
  readonly name: string;
  area: Area;
  /** Of a table: whether its first row names its columns. */
  readonly showHeaders: boolean;
}

export interface Sheet {
  readonly id: string;
  name: string;
  /** A chart sheet has no cells and is no worksheet: `Excel` doesn't list it. */
  readonly kind: 'worksheet' | 'chart';
  visibility: 'Visible' | 'Hidden' | 'VeryHidden';
  /** By address; rows and columns count from 1, as in the core's grids. */
  readonly cells: Map<string, Cell>;
  merges: Area[];
  readonly rows: Map<number, Row>;
  readonly columns: Map<number, Column>;
  standardHeight: number;
  standardWidth: number;
  protection: Protection | null;
  readonly pageLayout: PageLayout;
  showGridlines: boolean;
  validations: Validation[];
  tables: Block[];
  pivots: Block[];
  /** The rows and columns that stay in sight. */
  frozen: { readonly rows: number; readonly columns: number } | null;
}

export interface Name {
  readonly name: string;
  /** With its `=`; `=#REF!` where what it meant was deleted. */
  formula: string;
  comment: string;
  visible: boolean;
  /** The sheet it belongs to; `null` for the workbook's own. */
  readonly scope: Sheet | null;
}

export interface Workbook {
  fileName: string;
  readOnly: boolean;
  /** What untouched cells are written in; its digits are the measure of column widths in files, in pixels. */
  readonly usual: { readonly font: Font; readonly digitWidth: number };
  readonly sheets: Sheet[];
  readonly names: Name[];
  active: Sheet;
  /** In the active sheet. */
  selection: Area;
}

export const wholeSheet: Area = { top: 1, left: 1, bottom: lastRow, right: lastColumn };
export const firstCell: Area = { top: 1, left: 1, bottom: 1, right: 1 };

export function newSheet(name: string, kind: Sheet['kind'] = 'worksheet', number = 1): Sheet {
  return {
    id: `{00000000-0001-0000-${String(number).padStart(4, '0')}-000000000000}`,
    name,
    kind,
    visibility: 'Visible',
    cells: new Map(),
    merges: [],
    rows: new Map(),
    columns: new Map(),
    standardHeight: 18.75,
    standardWidth: 54,
    protection: null,
    pageLayout: {
      orientation: 'Portrait',
      paperSize: 'A4',
      leftMargin: 50.4,
      rightMargin: 50.4,
      topMargin: 54,
      bottomMargin: 54,
      headerMargin: 21.6,
      footerMargin: 21.6,
      centerHorizontally: false,
      centerVertically: false,
      blackAndWhite: false,
      printGridlines: false,
      printHeadings: false,
      printOrder: 'DownThenOver',
      zoom: { scale: 100 },
      printArea: null,
      titleRows: null,
      titleColumns: null,
      headersFooters: {},
      rowBreaks: [],
    },
    showGridlines: true,
    validations: [],
    tables: [],
    pivots: [],
    frozen: null,
  };
}

/** A workbook as Excel opens a new one: one empty sheet, its first cell selected. */
export function newWorkbook(...names: string[]): Workbook {
  const sheets = (names.length > 0 ? names : ['Sheet1']).map((name, index) =>
    newSheet(name, 'worksheet', index),
  );
  return {
    fileName: 'Book1.xlsx',
    readOnly: false,
    usual: { font: plainFont, digitWidth: 8 },
    sheets,
    names: [],
    active: sheets[0] as Sheet,
    selection: firstCell,
  };
}
