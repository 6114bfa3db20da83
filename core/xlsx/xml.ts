import { strFromU8, strToU8 } from 'fflate';
import { failure, type Result, success } from '../result.ts';

/** An element of an XML part; offsets count in the part's text. */
export interface XmlNode {
  /** Without its prefix. */
  readonly name: string;
  readonly from: number;
  /** After the opening tag. */
  readonly inside: number;
  /** Before the closing tag; same as `to` where the element is one tag alone. */
  readonly close: number;
  readonly to: number;
  readonly children: readonly XmlNode[];
}

/** A part as text, kept as it came, so that all that is not edited stays so. */
export interface XmlPart {
  readonly text: string;
  readonly root: XmlNode;
}

/** Elements inside each other. How many tags there are was counted before (`readPackage`). */
const depthLimit = 100;

interface OpenNode extends XmlNode {
  inside: number;
  close: number;
  to: number;
  children: OpenNode[];
}

/** Of the many elements that have none. */
const noChildren: OpenNode[] = [];

/** What was read of bytes is kept as long as these are: a part is asked for again when it is edited. */
const known = new WeakMap<Uint8Array, Result<XmlPart>>();

/**
 * Reads an XML part over once. Document types were refused before (`readPackage`).
 * Problems: `damaged-workbook` where tags don't match; `unsafe-workbook` where the text is no
 * UTF-8; `too-large`.
 */
export function parseXml(bytes: Uint8Array): Result<XmlPart> {
  const part = known.get(bytes) ?? parse(bytes);
  known.set(bytes, part);
  return part;
}

function parse(bytes: Uint8Array): Result<XmlPart> {
  const text = strFromU8(bytes);
  if (text.includes('\ufffd') && !isUtf8(bytes, text)) return failure('unsafe-workbook');
  const declared = /^\s*<\?xml[^>]*encoding\s*=\s*["']([^"']*)/.exec(text)?.[1];
  if (declared && !/^(utf-?8|us-ascii)$/i.test(declared)) return failure('unsafe-workbook');

  const open: OpenNode[] = [];
  let root: OpenNode | null = null;
  let at = text.indexOf('<');
  while (at >= 0) {
    const skipped = skippedTo(text, at);
    if (skipped !== null) {
      if (skipped < 0) return failure('damaged-workbook');
      at = text.indexOf('<', skipped);
      continue;
    }
    const to = tagEnd(text, at);
    if (to === null) return failure('damaged-workbook');
    if (text[at + 1] === '/') {
      const node = open.pop();
      if (node?.name !== localName(text, at + 2)) return failure('damaged-workbook');
      node.close = at;
      node.to = to;
    } else {
      if (open.length === depthLimit) return failure('too-large');
      const name = localName(text, at + 1);
      const node: OpenNode = { name, from: at, inside: to, close: to, to, children: noChildren };
      const parent = open.at(-1);
      if (!parent && root) return failure('damaged-workbook');
      // Not pushed to an empty list: that makes room for many, and most elements have one child.
      if (parent?.children === noChildren) parent.children = [node];
      else parent?.children.push(node);
      root ??= node;
      if (text[to - 2] !== '/') open.push(node);
    }
    at = text.indexOf('<', to);
  }
  return root && open.length === 0 ? success({ text, root }) : failure('damaged-workbook');
}

/** Whether a text with U+FFFD in it has it from its bytes, not from reading them. */
function isUtf8(bytes: Uint8Array, text: string): boolean {
  const again = strToU8(text);
  const mark = bytes.length - again.length;
  return (mark === 0 || mark === 3) && again.every((byte, at) => byte === bytes[at + mark]);
}

/** Where a comment, an instruction or plain characters end that begin here; `null` for a tag, -1 where they never end. */
function skippedTo(text: string, at: number): number | null {
  const sign = text.charCodeAt(at + 1);
  if (sign !== questionMark && sign !== exclamation) return null;
  const [, close = '>'] = marks.find(([open]) => text.startsWith(open, at)) ?? [];
  const end = text.indexOf(close, at + 2);
  return end < 0 ? -1 : end + close.length;
}

const marks = [
  ['<?', '?>'],
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
] as const;
const questionMark = 0x3f;
const exclamation = 0x21;
const greaterThan = 0x3e;
const slash = 0x2f;
const colon = 0x3a;
const space = 0x20;

/** The offset after a tag's `>`; one inside quotes is none. */
function tagEnd(text: string, from: number): number | null {
  for (let at = from + 1; at < text.length; at++) {
    const sign = text.charCodeAt(at);
    if (sign === greaterThan) return at + 1;
    if (sign === 0x22 || sign === 0x27) {
      at = text.indexOf(sign === 0x22 ? '"' : "'", at + 1);
      if (at < 0) return null;
    }
  }
  return null;
}

function localName(text: string, from: number): string {
  let start = from;
  let at = from;
  for (; at < text.length; at++) {
    const sign = text.charCodeAt(at);
    if (sign <= space || sign === slash || sign === greaterThan) break;
    if (sign === colon) start = at + 1;
  }
  return text.slice(start, at);
}

/** The prefix, with its colon, that a node's own name has, or ''. */
export const prefixOf = ({ text }: XmlPart, { from }: XmlNode): string =>
  /^<([^\s/>:]+:)/.exec(text.slice(from, from + 100))?.[1] ?? '';

/** All attributes of a node, by their whole names. */
export function attributesOf({ text }: XmlPart, { from, inside }: XmlNode): Map<string, string> {
  const attributes = new Map<string, string>();
  // Looked for in the tag alone: in the whole text every search might go to its end.
  const tag = text.slice(from, inside);
  let at = tag.indexOf('=');
  while (at >= 0) {
    let nameEnd = at;
    while (tag.charCodeAt(nameEnd - 1) <= space) nameEnd--;
    let name = nameEnd;
    while (tag.charCodeAt(name - 1) > space) name--;
    let value = at + 1;
    while (tag.charCodeAt(value) <= space) value++;
    const end = tag.indexOf(tag.charAt(value), value + 1);
    if (end < 0) break;
    attributes.set(tag.slice(name, nameEnd), decode(tag.slice(value + 1, end)));
    at = tag.indexOf('=', end);
  }
  return attributes;
}

/** The characters right inside a node. */
export function textOf({ text }: XmlPart, { inside, close }: XmlNode): string {
  const raw = text.slice(inside, close);
  if (!raw.includes('<')) return decode(raw);
  return raw
    .split(/(<!\[CDATA\[.*?\]\]>|<!--.*?-->)/s)
    .map((piece) => {
      if (piece.startsWith('<!--')) return '';
      return piece.startsWith('<') ? piece.slice(9, -3) : decode(piece);
    })
    .join('');
}

const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

function decode(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi, (whole, hex, digits, name) => {
    if (name) return named[name] ?? whole;
    const point = hex ? Number.parseInt(hex, 16) : Number(digits);
    return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
  });
}

/** A text as it is written into XML, between tags or in quotes. */
export const encode = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign] ?? '&quot;');

export const childrenOf = (node: XmlNode, name: string): XmlNode[] =>
  node.children.filter((child) => child.name === name);

export const childOf = (node: XmlNode, name: string): XmlNode | undefined =>
  node.children.find((child) => child.name === name);

/** The members of a list that stands right below a node. */
export const membersOf = (node: XmlNode, list: string, member: string): XmlNode[] =>
  childrenOf(node, list).flatMap((found) => childrenOf(found, member));

/** Whether an attribute says yes. */
export const isTrue = (value: string | undefined): boolean => value === '1' || value === 'true';
