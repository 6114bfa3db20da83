import type { Workbook } from '../read/workbook.ts';
import { utf8Text } from '../utf8-text.ts';
import { elementAt, type XmlNode, type XmlPart } from '../xml/xml.ts';
import { attributeOf, childOf, isTrue, prefixOf } from '../xml/xml-look.ts';
import { attributeEdit, type Edit, tagWith } from './edits.ts';

/** Copies of styles that wrap, and what makes them. */
export interface WrapStyles {
  /** The number of the copy of each style that cells name. */
  readonly copies: ReadonlyMap<string, string>;
  readonly edits: readonly Edit[];
}

/** Excel opens no file that has more (specifications and limits of Excel). */
const styleLimit = 65_490;

/**
 * Adds to the workbook's styles a copy of each of these that wraps its text and differs in nothing
 * else; cells that look alike share one. `null` where the workbook has no room for them.
 */
export function wrapStyles(
  { styles: { part: xml, lists } }: Workbook,
  styles: Iterable<string>,
): WrapStyles | null {
  const list = xml && childOf(xml.root, 'cellXfs');
  if (!xml || !list) return null;
  const formats = lists('cellXfs');
  const copies = new Map<string, string>();
  const texts: string[] = [];
  for (const style of styles) {
    const format = formats[Number(style)];
    if (format === undefined) return null;
    copies.set(style, String(formats.length + texts.length));
    texts.push(wrapping(xml, elementAt(xml.bytes, format)));
  }
  const count = formats.length + texts.length;
  if (count > styleLimit) return null;
  const last = formats.at(-1);
  const end = last === undefined ? list.inside : elementAt(xml.bytes, last).to;
  const counted = attributeEdit(xml, list, { count: String(count) });
  return { copies, edits: [counted, { from: end, to: end, text: texts.join('') }] };
}

/** A style as it is written, its text wrapped. */
function wrapping(xml: XmlPart, format: XmlNode): string {
  const prefix = prefixOf(xml, format);
  const tag = tagWith(xml, format, { applyAlignment: '1' });
  const alignment = childOf(format, 'alignment');
  if (!alignment) {
    const inner = `<${prefix}alignment wrapText="1"/>`;
    // `alignment` comes first (ECMA-376, 18.8.45).
    if (format.inside === format.to) return tag.replace(/\s*\/>$/, `>${inner}</${prefix}xf>`);
    return tag + inner + utf8Text(xml.bytes, format.inside, format.to);
  }
  return (
    tag +
    utf8Text(xml.bytes, format.inside, alignment.from) +
    tagWith(xml, alignment, { wrapText: '1' }) +
    utf8Text(xml.bytes, alignment.inside, format.to)
  );
}

/** Whether a style is what a copy of another that wraps must be: read anew, attribute by attribute. */
export function isWrappingCopy(
  before: XmlPart,
  old: XmlNode,
  after: XmlPart,
  copy: XmlNode,
): boolean {
  const alignment = childOf(copy, 'alignment');
  return (
    alignment !== undefined &&
    isTrue(attributeOf(after, alignment, 'wrapText')) &&
    isTrue(attributeOf(after, copy, 'applyAlignment')) &&
    plainForm(before, old) === plainForm(after, copy)
  );
}

/** A style's XML without what wrapping adds to it. */
function plainForm(xml: XmlPart, format: XmlNode): string {
  return utf8Text(xml.bytes, format.from, format.to)
    .replace(/\s(?:applyAlignment|wrapText)\s*=\s*(?:"[^"]*"|'[^']*')/g, '')
    .replace(/<(?:[^\s/>:]+:)?alignment\s*(?:\/>|>\s*<\/[^>]*>)/, '')
    .replace(/\s*(?:\/>|><\/(?:[^\s/>:]+:)?xf>)$/, '');
}
