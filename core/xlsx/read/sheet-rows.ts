import { columnName, parseAddress } from '../address.ts';
import { areaOf, lastColumn, lastRow } from '../formula/reference.ts';
import type { Area } from '../grid.ts';
import { elementAt, isNamed, type ListReader, type XmlNode, type XmlPart } from '../xml/xml.ts';
import {
  attributeOf,
  attributesNamed,
  childOf,
  childrenOf,
  membersOf,
  valueSpan,
} from '../xml/xml-look.ts';

export interface SheetCell {
  readonly row: number;
  readonly column: number;
  readonly node: XmlNode;
  /** Whether its address is written. */
  readonly numbered: boolean;
  /** `s`, its style's number, and `t`, its kind of value. */
  readonly style: string | undefined;
  readonly type: string | undefined;
}

export interface SheetRow {
  readonly row: number;
  readonly node: XmlNode;
  /** From left to right. */
  readonly cells: readonly SheetCell[];
}

export interface Merge {
  readonly area: Area;
  readonly node: XmlNode;
}

/**
 * The rows of a worksheet from top to bottom. Only where they stand is kept: a worksheet may have a
 * million, and most are asked for once or never.
 */
export interface SheetRows {
  readonly count: number;
  /** Cells of all rows. */
  readonly cellCount: number;
  /** How many cells hold a formula, and the places of their rows in the order of all. */
  readonly formulaCount: number;
  readonly formulaRows: readonly number[];
  /** The number of the row at a place in their order (infinite behind the last), and the row. */
  readonly numberAt: (index: number) => number;
  /** Where in the part it begins; behind the last, where the list ends. */
  readonly startAt: (index: number) => number;
  readonly at: (index: number) => SheetRow;
  /** The place of a row, or of the first below it. */
  readonly indexOf: (row: number) => number;
  /** A row by its number; it is kept, for whoever writes to a row asks for it again. */
  readonly find: (row: number) => SheetRow | undefined;
}

export interface RowReader extends ListReader {
  /** What was read; the rows are of this part. */
  readonly rows: (part: XmlPart) => SheetRows;
  /** Where the order of rows or cells is broken, if that kept the part from being read. */
  readonly wrong: () => string | null;
}

/** Rows of a worksheet of so few cells are kept once they were asked for. */
const keptCells = 20_000;

/**
 * Reads the rows of a worksheet as its part is read (`parseXml`), with the numbers that they and their
 * cells have, written or, as the format allows, by their order alone. That order is looked at.
 */
export function rowReader(): RowReader {
  /** The number of each row, and where it begins. */
  const numbers: number[] = [];
  const starts: number[] = [];
  const formulaRows: number[] = [];
  let [cellCount, formulaCount] = [0, 0];
  let [row, column] = [0, 0];
  let isRow = false;
  let wrong: string | null = null;
  const begin: ListReader['begin'] = (bytes, depth, from, inside) => {
    if (depth === 1) {
      isRow = isNamed(bytes, from, 'row');
      if (!isRow) return true;
      const next = Number(attributeOf({ bytes }, { from, inside }, 'r') ?? row + 1);
      if (!Number.isInteger(next) || next <= row || next > lastRow) {
        wrong = String(row + 1);
        return false;
      }
      [row, column] = [next, 0];
      numbers.push(row);
      starts.push(from);
    } else if (depth === 2 && isRow && isNamed(bytes, from, 'c')) {
      cellCount++;
      const place = placeIn(bytes, from, inside);
      const next = place === null ? column + 1 : columnAt(bytes, place, row);
      if (next <= column || next > lastColumn) {
        wrong = `${columnName(column + 1)}${row}`;
        return false;
      }
      column = next;
    } else if (depth === 3 && isRow && isNamed(bytes, from, 'f')) {
      formulaCount++;
      if (formulaRows.at(-1) !== numbers.length - 1) formulaRows.push(numbers.length - 1);
    }
    return true;
  };
  const rows = (part: XmlPart): SheetRows => {
    const data = childOf(part.root, 'sheetData');
    const known = new Map<number, SheetRow>();
    const kept = data ? childrenOf(data, 'row') : [];
    const make = (index: number) => {
      const node = kept[index] ?? elementAt(part.bytes, starts[index] as number);
      return rowAt(part, numbers[index] as number, node);
    };
    const isSmall = cellCount <= keptCells;
    const read = (index: number) => {
      const number = numbers[index] as number;
      const found = known.get(number) ?? make(index);
      known.set(number, found);
      return found;
    };
    const at = (index: number) => (isSmall ? read(index) : make(index));
    const indexOf = (number: number) => {
      let [low, high] = [0, numbers.length];
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((numbers[middle] as number) < number) low = middle + 1;
        else high = middle;
      }
      return low;
    };
    const find = (number: number) => {
      const index = indexOf(number);
      return numbers[index] === number ? read(index) : undefined;
    };
    const numberAt = (index: number) => numbers[index] ?? Number.POSITIVE_INFINITY;
    const end = data?.close ?? 0;
    const startAt = (index: number) => starts[index] ?? end;
    const count = numbers.length;
    return { count, cellCount, formulaCount, formulaRows, numberAt, startAt, at, indexOf, find };
  };
  return { isList: (name) => name === 'sheetData', begin, rows, wrong: () => wrong };
}

const quote = 0x22;

/** Where a cell's tag tells its address, if it does; most begin with it. */
function placeIn(bytes: Uint8Array, from: number, inside: number): number | null {
  if (bytes[from + 3] === 0x72 && bytes[from + 4] === 0x3d && bytes[from + 5] === quote) {
    return from + 6;
  }
  return valueSpan({ bytes }, { from, inside }, 'r')?.from ?? null;
}

/** The column of the address that stands there; 0 where it is none in this row. It is asked of every cell: no text is made. */
function columnAt(bytes: Uint8Array, place: number, row: number): number {
  let at = place;
  let column = 0;
  for (let sign = letter(bytes[at]); sign > 0; sign = letter(bytes[++at])) {
    column = column * 26 + sign;
    if (column > lastColumn) return 0;
  }
  let digits = 0;
  const first = at;
  for (
    let digit = (bytes[at] ?? 0) - 0x30;
    digit >= 0 && digit <= 9;
    digit = (bytes[++at] ?? 0) - 0x30
  ) {
    digits = digits * 10 + digit;
    if (digits > lastRow) return 0;
  }
  const ends = bytes[at] === quote || bytes[at] === 0x27;
  return ends && digits === row && bytes[first] !== 0x30 ? column : 0;
}

/** 1 for A or a, 26 for Z or z; 0 for any other sign. */
function letter(sign = 0): number {
  const place = (sign & ~0x20) - 0x40;
  return place >= 1 && place <= 26 ? place : 0;
}

const cellAttributes = ['r', 's', 't'];

function rowAt(part: XmlPart, row: number, node: XmlNode): SheetRow {
  let column = 0;
  const cells = childrenOf(node, 'c').map((cell): SheetCell => {
    const [written, style, type] = attributesNamed(part, cell, cellAttributes);
    column = (written === undefined ? undefined : parseAddress(written)?.column) ?? column + 1;
    return { row, column, node: cell, numbered: written !== undefined, style, type };
  });
  return { row, node, cells };
}

export function readMerges(part: XmlPart): readonly Merge[] {
  return membersOf(part.root, 'mergeCells', 'mergeCell').flatMap((node) => {
    const area = areaOf(attributeOf(part, node, 'ref') ?? '');
    return area ? { area, node } : [];
  });
}
