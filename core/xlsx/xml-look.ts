import { utf8Text } from './utf8-text.ts';
import type { XmlNode, XmlPart } from './xml.ts';
import { decode } from './xml-text.ts';

/** What is asked of the elements of an XML part. */

/** The prefix, with its colon, that a node's own name has, or ''. */
export const prefixOf = (part: XmlPart, node: XmlNode): string =>
  /^<([^\s/>:]+:)/.exec(tagOf(part, node))?.[1] ?? '';

/** A node's opening tag. */
export const tagOf = ({ bytes }: XmlPart, { from, inside }: XmlNode): string =>
  utf8Text(bytes, from, inside);

/** All attributes of a node, by their whole names. */
export function attributesOf(part: XmlPart, node: XmlNode): Map<string, string> {
  const attributes = new Map<string, string>();
  for (const [, name = '', value = ''] of tagOf(part, node).matchAll(attribute)) {
    attributes.set(name, decode(value.slice(1, -1)));
  }
  return attributes;
}

export const attribute = /\s([^\s=]+)\s*=\s*("[^"]*"|'[^']*')/g;

const equals = 0x3d;
const space = 0x20;

/** One attribute of a node, by its whole name. */
export const attributeOf = (part: XmlPart, node: XmlNode, name: string): string | undefined =>
  attributesNamed(part, node, [name])[0];

/** Some attributes of a node, in the order of their whole names: looked for in one go, for it is asked of every cell. */
export function attributesNamed(
  { bytes }: XmlPart,
  { from, inside }: XmlNode,
  names: readonly string[],
): (string | undefined)[] {
  const values: (string | undefined)[] = [];
  for (let at = from; at < inside; at++) {
    if (bytes[at] !== equals) continue;
    let end = at;
    while ((bytes[end - 1] as number) <= space) end--;
    let value = at + 1;
    while ((bytes[value] as number) <= space) value++;
    const quote = bytes[value];
    at = value + 1;
    while (at < inside && bytes[at] !== quote) at++;
    for (let n = 0; n < names.length; n++) {
      if (!isNamed(bytes, end, names[n] as string)) continue;
      values[n] = decode(utf8Text(bytes, value + 1, at));
      break;
    }
  }
  return values;
}

/** Whether a name, and nothing else, ends here. */
function isNamed(bytes: Uint8Array, end: number, name: string): boolean {
  const from = end - name.length;
  if ((bytes[from - 1] as number) > space) return false;
  for (let n = 0; n < name.length; n++) if (bytes[from + n] !== name.charCodeAt(n)) return false;
  return true;
}

/** The characters right inside a node. */
export function textOf({ bytes }: XmlPart, { inside, close }: XmlNode): string {
  const raw = utf8Text(bytes, inside, close);
  if (!raw.includes('<')) return decode(raw);
  return raw
    .split(/(<!\[CDATA\[.*?\]\]>|<!--.*?-->)/s)
    .map((piece) => {
      if (piece.startsWith('<!--')) return '';
      return piece.startsWith('<') ? piece.slice(9, -3) : decode(piece);
    })
    .join('');
}

export const childrenOf = (node: XmlNode, name: string): XmlNode[] =>
  node.children.filter((child) => child.name === name);

export const childOf = (node: XmlNode, name: string): XmlNode | undefined =>
  node.children.find((child) => child.name === name);

/** The members of a list that stands right below a node. */
export const membersOf = (node: XmlNode, list: string, member: string): XmlNode[] =>
  childrenOf(node, list).flatMap((found) => childrenOf(found, member));

/** Whether an attribute says yes. */
export const isTrue = (value: string | undefined): boolean => value === '1' || value === 'true';
