import { strFromU8 } from 'fflate';
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

/** Elements of one part, and elements inside each other. */
const nodeLimit = 500_000;
const depthLimit = 100;

interface OpenNode extends XmlNode {
  inside: number;
  close: number;
  to: number;
  readonly children: OpenNode[];
}

/**
 * Reads an XML part over once. Document types were refused before (`readPackage`).
 * Problems: `damaged-workbook` where tags don't match; `unsafe-workbook` where the text is no
 * UTF-8; `too-large`.
 */
export function parseXml(bytes: Uint8Array): Result<XmlPart> {
  const text = strFromU8(bytes);
  if (text.includes('\ufffd')) return failure('unsafe-workbook');
  const declared = /^\s*<\?xml[^>]*encoding\s*=\s*["']([^"']*)/.exec(text)?.[1];
  if (declared && !/^(utf-?8|us-ascii)$/i.test(declared)) return failure('unsafe-workbook');

  const open: OpenNode[] = [];
  let root: OpenNode | null = null;
  let nodes = 0;
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
      if (++nodes > nodeLimit || open.length === depthLimit) return failure('too-large');
      const name = localName(text, at + 1);
      const node: OpenNode = { name, from: at, inside: to, close: to, to, children: [] };
      const parent = open.at(-1);
      if (!parent && root) return failure('damaged-workbook');
      parent?.children.push(node);
      root ??= node;
      if (text[to - 2] !== '/') open.push(node);
    }
    at = text.indexOf('<', to);
  }
  return root && open.length === 0 ? success({ text, root }) : failure('damaged-workbook');
}

/** Where a comment, an instruction or plain characters end that begin here; `null` for a tag, -1 where they never end. */
function skippedTo(text: string, at: number): number | null {
  const marks = [
    ['<?', '?>'],
    ['<!--', '-->'],
    ['<![CDATA[', ']]>'],
  ] as const;
  const mark = marks.find(([start]) => text.startsWith(start, at));
  if (!mark) return null;
  const end = text.indexOf(mark[1], at + mark[0].length);
  return end < 0 ? -1 : end + mark[1].length;
}

/** The offset after a tag's `>`; one inside quotes is none. */
function tagEnd(text: string, from: number): number | null {
  for (let at = from + 1; at < text.length; at++) {
    const sign = text[at];
    if (sign === '>') return at + 1;
    if (sign === '"' || sign === "'") {
      at = text.indexOf(sign, at + 1);
      if (at < 0) return null;
    }
  }
  return null;
}

const nameEnd = /[\s/>]/g;

function localName(text: string, from: number): string {
  nameEnd.lastIndex = from;
  const name = text.slice(from, nameEnd.exec(text)?.index);
  return name.slice(name.indexOf(':') + 1);
}

/** The prefix, with its colon, that a node's own name has, or ''. */
export const prefixOf = ({ text }: XmlPart, { from }: XmlNode): string =>
  /^<([^\s/>:]+:)/.exec(text.slice(from, from + 100))?.[1] ?? '';

/** All attributes of a node, by their whole names. */
export function attributesOf({ text }: XmlPart, { from, inside }: XmlNode): Map<string, string> {
  const tag = text.slice(from, inside);
  return new Map(
    Array.from(tag.matchAll(/\s([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g), (found) => [
      found[1] as string,
      decode(found[2] ?? found[3] ?? ''),
    ]),
  );
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

/** Whether an attribute says yes. */
export const isTrue = (value: string | undefined): boolean => value === '1' || value === 'true';
