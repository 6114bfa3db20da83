import { utf8Text } from '../utf8-text.ts';
import type { XmlNode, XmlPart } from './xml.ts';
import { decode } from './xml-text.ts';

/** What is asked of the elements of an XML part. */

type Source = Pick<XmlPart, 'bytes'>;
type Tag = Pick<XmlNode, 'from' | 'inside'>;

/** The prefix, with its colon, that a node's own name has, or ''. */
export const prefixOf = (part: XmlPart, node: XmlNode): string =>
  /^<([^\s/>:]+:)/.exec(tagOf(part, node))?.[1] ?? '';

/** A node's opening tag. */
export const tagOf = ({ bytes }: Source, { from, inside }: Tag): string =>
  utf8Text(bytes, from, inside);

/** All attributes of a node, by their whole names. */
export function attributesOf({ bytes }: Source, tag: Tag): Map<string, string> {
  const attributes = new Map<string, string>();
  for (let at = nextAttribute(bytes, tag.from, tag); at > 0; at = nextAttribute(bytes, at, tag)) {
    const { nameEnd, from, to } = found;
    let name = nameEnd;
    while ((bytes[name - 1] as number) > space) name--;
    attributes.set(utf8Text(bytes, name, nameEnd), decode(utf8Text(bytes, from, to)));
  }
  return attributes;
}

const equals = 0x3d;
const space = 0x20;

/** One attribute of a node, by its whole name. */
export const attributeOf = (part: Source, node: Tag, name: string): string | undefined =>
  attributesNamed(part, node, [name])[0];

/** Some attributes of a node, in the order of their whole names: looked for in one go, for it is asked of every cell. */
export function attributesNamed(
  { bytes }: Source,
  tag: Tag,
  names: readonly string[],
): (string | undefined)[] {
  // As long as it will be: one that grows makes room for many.
  const values = new Array<string | undefined>(names.length).fill(undefined);
  for (let at = nextAttribute(bytes, tag.from, tag); at > 0; at = nextAttribute(bytes, at, tag)) {
    for (let n = 0; n < names.length; n++) {
      if (!isNamed(bytes, found.nameEnd, names[n] as string)) continue;
      values[n] = decode(utf8Text(bytes, found.from, found.to));
      break;
    }
  }
  return values;
}

/** Where the value of an attribute stands, without its quotes. */
export function valueSpan(
  { bytes }: Source,
  tag: Tag,
  name: string,
): { readonly from: number; readonly to: number } | null {
  let span: ReturnType<typeof valueSpan> = null;
  for (let at = nextAttribute(bytes, tag.from, tag); at > 0; at = nextAttribute(bytes, at, tag)) {
    if (isNamed(bytes, found.nameEnd, name)) span = { from: found.from, to: found.to };
  }
  return span;
}

/** The attribute that was found last: where its name ends, and where its value begins and ends. One for all: they are looked for in every cell. */
const found = { nameEnd: 0, from: 0, to: 0 };

/** Finds the next attribute of a tag; answers with where to go on, 0 where there is none. */
function nextAttribute(bytes: Uint8Array, from: number, { inside }: Tag): number {
  let at = from;
  while (at < inside && bytes[at] !== equals) at++;
  if (at >= inside) return 0;
  let end = at;
  while ((bytes[end - 1] as number) <= space) end--;
  let value = at + 1;
  while ((bytes[value] as number) <= space) value++;
  const quote = bytes[value];
  let to = value + 1;
  while (to < inside && bytes[to] !== quote) to++;
  found.nameEnd = end;
  found.from = value + 1;
  found.to = to;
  return to + 1;
}

/** Whether a name, and nothing else, ends here. */
function isNamed(bytes: Uint8Array, end: number, name: string): boolean {
  const from = end - name.length;
  if ((bytes[from - 1] as number) > space) return false;
  for (let n = 0; n < name.length; n++) if (bytes[from + n] !== name.charCodeAt(n)) return false;
  return true;
}

/** The characters right inside a node. */
export function textOf({ bytes }: Source, { inside, close }: XmlNode): string {
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
