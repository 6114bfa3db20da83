import { failure, type Result, success } from '../result.ts';
import { isUtf8, utf8Text } from './utf8-text.ts';

/** An element of an XML part; offsets count in the part's bytes. */
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

/** A part as the bytes that it is: what is not asked for is never made a text, and what is not edited stays so. */
export interface XmlPart {
  readonly bytes: Uint8Array;
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

/**
 * Reads an XML part over once. Document types were refused before (`readPackage`).
 * Problems: `damaged-workbook` where tags don't match; `unsafe-workbook` where the text is no
 * UTF-8; `too-large`.
 */
export function parseXml(bytes: Uint8Array): Result<XmlPart> {
  if (!isUtf8(bytes)) return failure('unsafe-workbook');
  // No character of XML; `edited` counts on that.
  if (bytes.includes(0)) return failure('damaged-workbook');
  const head = utf8Text(bytes, 0, Math.min(bytes.length, headLength));
  const declared = /^\s*<\?xml[^>]*encoding\s*=\s*["']([^"']*)/.exec(head)?.[1];
  if (declared && !/^(utf-?8|us-ascii)$/i.test(declared)) return failure('unsafe-workbook');

  const open: OpenNode[] = [];
  /** The last element that began at each depth: the next one is often of the same name. */
  const before: OpenNode[] = [];
  let root: OpenNode | null = null;
  for (let at = nextTag(bytes, 0); at < bytes.length; ) {
    const sign = bytes[at + 1];
    const to =
      sign === questionMark || sign === exclamation ? skippedTo(bytes, at) : tagEnd(bytes, at);
    if (to < 0) return failure('damaged-workbook');
    if (sign === slash) {
      const node = open.pop();
      if (!node || !sameName(bytes, node.from + 1, at + 2)) return failure('damaged-workbook');
      node.close = at;
      node.to = to;
    } else if (sign !== questionMark && sign !== exclamation) {
      const depth = open.length;
      if (depth === depthLimit) return failure('too-large');
      const last = before[depth];
      const name =
        last && sameName(bytes, last.from + 1, at + 1) ? last.name : localName(bytes, at + 1);
      const node: OpenNode = { name, from: at, inside: to, close: to, to, children: noChildren };
      before[depth] = node;
      const parent = open[depth - 1];
      if (!parent && root) return failure('damaged-workbook');
      // Not pushed to an empty list: that makes room for many, and most elements have one child.
      if (parent?.children === noChildren) parent.children = [node];
      else parent?.children.push(node);
      root ??= node;
      if (bytes[to - 2] !== slash) open.push(node);
    }
    at = nextTag(bytes, to);
  }
  return root && open.length === 0 ? success({ bytes, root }) : failure('damaged-workbook');
}

/** In which a declaration stands, if there is one. */
const headLength = 200;

const space = 0x20;
const exclamation = 0x21;
const slash = 0x2f;
const colon = 0x3a;
const lessThan = 0x3c;
const greaterThan = 0x3e;
const questionMark = 0x3f;

function nextTag(bytes: Uint8Array, from: number): number {
  if (bytes[from] === lessThan) return from;
  const at = bytes.indexOf(lessThan, from);
  return at < 0 ? bytes.length : at;
}

/** The offset after a tag's `>`, one inside quotes being none; -1 where it never ends. */
function tagEnd(bytes: Uint8Array, from: number): number {
  for (let at = from + 1; at < bytes.length; at++) {
    const sign = bytes[at] as number;
    if (sign === greaterThan) return at + 1;
    if (sign === 0x22 || sign === 0x27) {
      at = bytes.indexOf(sign, at + 1);
      if (at < 0) return -1;
    }
  }
  return -1;
}

/** The same after a comment, an instruction or plain characters. */
function skippedTo(bytes: Uint8Array, at: number): number {
  const begin = utf8Text(bytes, at, Math.min(at + 9, bytes.length));
  const [, end = '>'] = marks.find(([sign]) => begin.startsWith(sign)) ?? [];
  const last = end.charCodeAt(end.length - 1);
  let to = bytes.indexOf(last, at + 2);
  while (to >= 0 && utf8Text(bytes, Math.max(at + 2, to + 1 - end.length), to + 1) !== end) {
    to = bytes.indexOf(last, to + 1);
  }
  return to < 0 ? -1 : to + 1;
}

const marks = [
  ['<?', '?>'],
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
] as const;

const endsName = (sign: number): boolean => sign <= space || sign === slash || sign === greaterThan;

/** Whether the names of two tags are the same. */
function sameName(bytes: Uint8Array, one: number, other: number): boolean {
  for (let n = 0; ; n++) {
    const sign = bytes[one + n] as number;
    if (endsName(sign)) return endsName(bytes[other + n] as number);
    if (sign !== bytes[other + n]) return false;
  }
}

function localName(bytes: Uint8Array, from: number): string {
  let start = from;
  let at = from;
  for (; !endsName(bytes[at] as number); at++) if (bytes[at] === colon) start = at + 1;
  return utf8Text(bytes, start, at);
}
