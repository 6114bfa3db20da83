import { address } from '../address.ts';
import { type Move, sameFormula } from '../formula/moved-references.ts';
import type { SharedStrings } from '../read/cell-text.ts';
import { cellText } from '../read/cell-text.ts';
import type { SheetCell } from '../read/sheet-rows.ts';
import type { XmlNode, XmlPart } from '../xml/xml.ts';
import { attributeOf, attributesOf, childOf, tagOf, textOf, valueSpan } from '../xml/xml-look.ts';
import { sameBytes } from './same-bytes.ts';

/** A cell and the part that it stands in. */
interface Found {
  readonly xml: XmlPart;
  readonly cell: SheetCell;
}

/** What XML can't hold. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const unwritable = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/;

/** Whether a cell holds a text, or nothing, and its style: so that any program reads them so. `prefix` is that of the part's elements. */
export function isWritten(
  { xml, cell }: Found,
  prefix: string,
  style: string | undefined,
  text: string | null,
  shared: SharedStrings,
): boolean {
  const { node } = cell;
  const look = style === undefined ? '' : ` s="${style}"`;
  const tag = `<${prefix}c r="${address(cell.row, cell.column)}"${look}`;
  if (!text) return tagOf(xml, node) === `${tag}/>`;
  const [inline] = node.children;
  const [plain] = inline?.children ?? [];
  return (
    tagOf(xml, node) === `${tag} t="inlineStr">` &&
    node.children.length === 1 &&
    inline?.name === 'is' &&
    plain !== undefined &&
    attributeOf(xml, plain, 'xml:space') === 'preserve' &&
    cellText(xml, cell, shared) === text &&
    !unwritable.test(text)
  );
}

/** Whether a cell of a new row has its pattern's formula, without a result. */
export function isRepeated({ xml, cell }: Found, style: string | undefined, old: Found): boolean {
  const [formula] = cell.node.children;
  const wanted = childOf(old.cell.node, 'f');
  return (
    cell.style === style &&
    cell.node.children.length === 1 &&
    formula?.name === 'f' &&
    wanted !== undefined &&
    textOf(xml, formula) === textOf(old.xml, wanted)
  );
}

export interface Keeping {
  /** The style that the cell gets, if it gets one. */
  readonly style: string | undefined;
  /** Whether it must have lost its last result. */
  readonly forgotten: boolean;
  /** The worksheet's name, and what moves. */
  readonly home: string;
  readonly moves: readonly Move[];
}

/** Whether a cell that was not written to is as it was; a formula speaks of the same cells as before. */
export function isKept(
  old: Found,
  now: Found,
  { style, forgotten, home, moves }: Keeping,
): boolean {
  const isStyled = style !== undefined;
  const isPlain = !isStyled && !forgotten && moves.length === 0;
  if (isPlain && same(old.xml, old.cell.node, now.xml, now.cell.node, 'from')) return true;
  if (now.cell.style !== (style ?? old.cell.style) || !isNumbered(old, now)) return false;
  if (!isStyled && !sameTag(old, now)) return false;
  const [was, is] = [old.cell.node, now.cell.node];
  const formula = childOf(was, 'f');
  if (!formula) return same(old.xml, was, now.xml, is, 'inside');
  const found = childOf(is, 'f');
  const [oldValue, value] = [childOf(was, 'v'), childOf(is, 'v')];
  const hasValue = oldValue !== undefined && !forgotten;
  if (!found || (value !== undefined) !== hasValue) return false;
  const tags = [attributesOf(old.xml, formula), attributesOf(now.xml, found)];
  return (
    (!value || !oldValue || same(old.xml, oldValue, now.xml, value, 'from')) &&
    JSON.stringify([...(tags[0] ?? [])]) === JSON.stringify([...(tags[1] ?? [])]) &&
    is.children.length === was.children.length - (oldValue && forgotten ? 1 : 0) &&
    sameFormula(textOf(old.xml, formula), textOf(now.xml, found), home, moves)
  );
}

/** Whether a cell says its address, if it did before. */
const isNumbered = (old: Found, { xml, cell: { row, column, node } }: Found): boolean =>
  attributeOf(xml, node, 'r') === (old.cell.numbered ? address(row, column) : undefined);

/** Whether two elements are the same, or what stands inside them. */
function same(
  xml: XmlPart,
  old: XmlNode,
  now: XmlPart,
  node: XmlNode,
  from: 'from' | 'inside',
): boolean {
  const end = (one: XmlNode) => (from === 'from' ? one.to : one.close);
  const length = end(old) - old[from];
  return (
    end(node) - node[from] === length &&
    sameBytes(xml.bytes, old[from], now.bytes, node[from], length)
  );
}

/** Whether two cells' opening tags are the same but for the address. */
function sameTag(old: Found, now: Found): boolean {
  const split = ({ xml, cell: { node } }: Found) => {
    const span = valueSpan(xml, node, 'r') ?? { from: node.inside, to: node.inside };
    return { start: node.from, ...span, end: node.inside };
  };
  const [one, other] = [split(old), split(now)];
  const [before, after] = [one.from - one.start, one.end - one.to];
  return (
    other.from - other.start === before &&
    other.end - other.to === after &&
    sameBytes(old.xml.bytes, one.start, now.xml.bytes, other.start, before) &&
    sameBytes(old.xml.bytes, one.to, now.xml.bytes, other.to, after)
  );
}
