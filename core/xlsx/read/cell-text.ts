import { withLineFeeds } from '../writable-text.ts';
import type { XmlNode, XmlPart } from '../xml/xml.ts';
import { childOf, textOf } from '../xml/xml-look.ts';
import { decode, encode } from '../xml/xml-text.ts';
import type { SheetCell } from './sheet-rows.ts';

/** What Excel writes for a character that XML can't hold, or one that would be read as such (ECMA-376, 22.9.2.19). */
const escaped = /_x([0-9A-Fa-f]{4})_/g;
/** An underscore with which such a thing would begin; the one that ends it may begin another. */
const escapable = /_(?=x[0-9A-Fa-f]{4}_)/g;

const unescaped = (text: string): string =>
  text.includes('_x')
    ? text.replace(escaped, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text;

/** What characters between tags say as a text of a cell. */
export const textIn = (characters: string): string => withLineFeeds(unescaped(decode(characters)));

/** The text of a shared or an inline string: plain or of several looks, its furigana left out. */
export function stringText(part: XmlPart, node: XmlNode): string {
  const text = node.children
    .map((child) => {
      if (child.name === 't') return textOf(part, child);
      const inner = child.name === 'r' ? childOf(child, 't') : undefined;
      return inner ? textOf(part, inner) : '';
    })
    .join('');
  return withLineFeeds(unescaped(text));
}

/** The text at a number that cells name; '' where there is none. */
export type SharedStrings = (index: number) => string;

/** What a cell shows: a number as it is kept, without its format. */
export function cellText(part: XmlPart, cell: SheetCell, shared: SharedStrings): string {
  const inline = childOf(cell.node, 'is');
  if (inline) return stringText(part, inline);
  const value = childOf(cell.node, 'v');
  if (!value) return '';
  const text = textOf(part, value);
  switch (cell.type) {
    case 's':
      return shared(Number(text));
    case 'str':
      return withLineFeeds(unescaped(text));
    case 'b':
      return text.trim() === '1' ? 'TRUE' : 'FALSE';
    case 'e':
    case 'd':
      return text;
    default:
      // 0.1 + 0.2 is kept with 17 digits; Excel shows 15 at most.
      return text.trim() === '' ? '' : String(Number(Number(text).toPrecision(15)));
  }
}

/** A writable text inside `<is>`, the element that holds a cell's own string. */
export function inlineString(text: string, prefix: string): string {
  const shown = text.includes('_x') ? text.replace(escapable, '_x005F_') : text;
  const plain = encode(shown);
  return `<${prefix}is><${prefix}t xml:space="preserve">${plain}</${prefix}t></${prefix}is>`;
}
