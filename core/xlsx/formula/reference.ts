import { address, parseAddress } from '../address.ts';
import type { Area } from '../grid.ts';

/** A place that a formula or a defined name speaks of. */
export interface Reference {
  /** Where it stands in the formula, the worksheet's name included. */
  readonly from: number;
  readonly to: number;
  /** As written before the `!`, unquoted; `null` where it means the formula's own worksheet. */
  readonly sheet: string | null;
  /** `null` for `#REF!`. */
  readonly area: Area | null;
}

/** What a formula speaks of. */
export interface FormulaParts {
  readonly references: readonly Reference[];
  /** Words that are no function: defined names, and what else has one. */
  readonly words: readonly string[];
  /** Whether it may reach cells that it does not name: INDIRECT, OFFSET, tables. */
  readonly reachesFurther: boolean;
}

export const lastRow = 1_048_576;
export const lastColumn = 16_384;

/** What words are made of: all but the signs of ASCII. The classes of letters and digits take longer to make ready than a file to be read. */
const word = String.raw`\w\x80-\uffff`;
const sheetName = String.raw`(?:'((?:[^']|'')+)'|([${word}.[\]:]+))!`;
const cell = String.raw`\$?[A-Za-z]{1,3}\$?[1-9]\d{0,6}`;
const target = String.raw`(#REF!|${cell}(?::${cell})?|\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}|\$?\d{1,7}:\$?\d{1,7})`;
const token = new RegExp(
  String.raw`"(?:[^"]|"")*"|(?:${sheetName})?${target}(?![${word}.(!])|((?:${sheetName})?(?!\d)[${word}\\][${word}.\\?]*)(\(?)|\d+(?:\.\d+)?(?:[Ee][+-]?\d+)?`,
  'g',
);
const further = /^(?:INDIRECT|OFFSET|GETPIVOTDATA)$/i;

/** Reads a formula, without its `=`, or the text of a defined name. */
export function readFormula(formula: string): FormulaParts {
  const references: Reference[] = [];
  const words: string[] = [];
  let reachesFurther = /\[/.test(formula.replace(/"[^"]*"/g, ''));
  for (const found of formula.matchAll(token)) {
    const [whole, quoted, bare, place, name, , , call] = found;
    if (place) {
      const area = areaOf(place);
      const sheet = quoted?.replaceAll("''", "'") ?? bare ?? null;
      if (area || place === '#REF!') {
        references.push({ from: found.index, to: found.index + whole.length, sheet, area });
      } else words.push(place);
    } else if (name && call) reachesFurther ||= further.test(name);
    else if (name) words.push(name.slice(name.indexOf('!') + 1));
  }
  return { references, words, reachesFurther };
}

/** The block that `$A$1`, `A1:C3`, `A:C` or `1:3` names. */
export function areaOf(text: string): Area | null {
  const colon = text.indexOf(':');
  const first = colon < 0 ? text : text.slice(0, colon);
  const second = colon < 0 ? text : text.slice(colon + 1);
  const cells = corners(first, second);
  if (cells) return cells;
  const rows = /^\$?\d+$/.test(first);
  return rows
    ? corners(`A${first}`, `XFD${second}`)
    : /\d/.test(first)
      ? null
      : corners(`${first}1`, second + lastRow);
}

function corners(first: string, second: string): Area | null {
  const from = parseAddress(first);
  const to = from && parseAddress(second);
  return to && ordered(from.row, from.column, to.row, to.column);
}

/** An area as it is written: one cell by its address alone. */
export function areaText({ top, left, bottom, right }: Area): string {
  const first = address(top, left);
  const last = address(bottom, right);
  return first === last ? first : `${first}:${last}`;
}

const ordered = (row: number, column: number, row2: number, column2: number): Area => ({
  top: Math.min(row, row2),
  left: Math.min(column, column2),
  bottom: Math.max(row, row2),
  right: Math.max(column, column2),
});

export const overlap = (one: Area, other: Area): boolean =>
  one.top <= other.bottom &&
  other.top <= one.bottom &&
  one.left <= other.right &&
  other.left <= one.right;
