import { failure, type Result, success } from '../../result.ts';
import { isUtf8, utf8Text } from '../utf8-text.ts';

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

/** A part as the bytes that it is: spans that nobody asks for are never decoded, and what is not edited stays so. */
export interface XmlPart {
  readonly bytes: Uint8Array;
  readonly root: XmlNode;
  /** Elements that were made nodes. */
  readonly nodes: number;
}

/**
 * Hears of the elements in lists as they are read, for a list may have a million: they are checked as
 * all others are, but in a large part not kept as nodes. Whoever needs one reads it again by itself
 * (`elementAt`).
 */
export interface ListReader {
  /** Whether an element, which is the root or stands right below it, is such a list. */
  isList(name: string, depth: number): boolean;
  /** An opening tag, 1 deep for the list's own children; false where it can't stand there. */
  begin(bytes: Uint8Array, depth: number, from: number, inside: number, list: string): boolean;
}

export interface Reading {
  /** How many elements may be made nodes: one takes many times the memory that its signs do. */
  readonly nodeLimit: number;
  readonly reader?: ListReader;
}

/** Bytes: the elements of lists in a part this small are kept like all others. */
const smallPart = 256 * 1024;

/** Elements inside each other. */
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
 * Reads an XML part over once.
 * Problems: `damaged-workbook` where tags don't match, or where the reader of a list says so;
 * `unsafe-workbook` where a document type is declared (F25) or the text is no UTF-8; `too-large`.
 */
export function parseXml(
  bytes: Uint8Array,
  { nodeLimit, reader }: Reading = { nodeLimit: Number.POSITIVE_INFINITY },
): Result<XmlPart> {
  if (!isUtf8(bytes)) return failure('unsafe-workbook');
  // No character of XML; `edited` counts on that.
  if (bytes.includes(0)) return failure('damaged-workbook');
  const head = utf8Text(bytes, 0, Math.min(bytes.length, headLength));
  const declared = /^\s*<\?xml[^>]*encoding\s*=\s*["']([^"']*)/.exec(head)?.[1];
  if (declared && !/^(utf-?8|us-ascii)$/i.test(declared)) return failure('unsafe-workbook');
  return readElement(bytes, 0, nodeLimit, reader);
}

/** An element of a part that was read: it and all in it as nodes. */
export function elementAt(bytes: Uint8Array, from: number): XmlNode {
  const read = readElement(bytes, from, Number.POSITIVE_INFINITY, undefined, true);
  // It was read before.
  if (!read.ok) throw new Error(read.problems[0]?.code);
  return read.value.root;
}

function readElement(
  bytes: Uint8Array,
  begin: number,
  nodeLimit: number,
  reader?: ListReader,
  alone = false,
): Result<XmlPart> {
  /** Where the open elements begin, and the nodes of those that are kept. */
  const tags: number[] = [];
  const open: OpenNode[] = [];
  /** The last element that began at each depth: the next one is often of the same name. */
  const before: OpenNode[] = [];
  let root: OpenNode | null = null;
  let nodes = 0;
  /** How deep the list is whose elements are not kept. */
  let listDepth = depthLimit;
  const keepsAll = bytes.length <= smallPart;
  let list = '';
  for (let at = nextTag(bytes, begin); at < bytes.length; ) {
    const sign = bytes[at + 1];
    const isMark = sign === questionMark || sign === exclamation;
    if (sign === exclamation && !isHarmless(bytes[at + 2])) return failure('unsafe-workbook');
    const to = isMark ? skippedTo(bytes, at) : tagEnd(bytes, at);
    if (to < 0) return failure('damaged-workbook');
    if (sign === slash) {
      const from = tags.pop();
      if (from === undefined || !sameName(bytes, from + 1, at + 2)) {
        return failure('damaged-workbook');
      }
      const depth = tags.length;
      if (depth <= listDepth || keepsAll) {
        const node = open.pop() as OpenNode;
        node.close = at;
        node.to = to;
      }
      if (depth === listDepth) listDepth = depthLimit;
    } else if (!isMark) {
      const depth = tags.length;
      const isEmpty = bytes[to - 2] === slash;
      if (depth === depthLimit) return failure('too-large');
      const isListed = depth > listDepth;
      if (isListed && !reader?.begin(bytes, depth - listDepth, at, to, list)) {
        return failure('damaged-workbook');
      }
      if (!isListed || keepsAll) {
        const last = before[depth];
        const name =
          last && sameName(bytes, last.from + 1, at + 1) ? last.name : localName(bytes, at + 1);
        const node: OpenNode = { name, from: at, inside: to, close: to, to, children: noChildren };
        before[depth] = node;
        const parent = open[depth - 1];
        if (!parent && root) return failure('damaged-workbook');
        if (++nodes > nodeLimit) return failure('too-large');
        // Not pushed to an empty list: that makes room for many, and most elements have one child.
        if (parent?.children === noChildren) parent.children = [node];
        else parent?.children.push(node);
        root ??= node;
        if (!isEmpty) open.push(node);
        if (!isEmpty && depth < 2 && !isListed && reader?.isList(name, depth)) {
          listDepth = depth;
          list = name;
        }
      }
      if (!isEmpty) tags.push(at);
    }
    if (alone && tags.length === 0) break;
    at = nextTag(bytes, to);
  }
  return root && tags.length === 0 ? success({ bytes, root, nodes }) : failure('damaged-workbook');
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

/** Of a comment or of plain characters: what else begins so declares something. */
const isHarmless = (sign: number | undefined): boolean => sign === 0x2d || sign === 0x5b;

const endsName = (sign: number): boolean => sign <= space || sign === slash || sign === greaterThan;

/** Whether the names of two tags are the same. */
function sameName(bytes: Uint8Array, one: number, other: number): boolean {
  for (let n = 0; ; n++) {
    const sign = bytes[one + n] as number;
    if (endsName(sign)) return endsName(bytes[other + n] as number);
    if (sign !== bytes[other + n]) return false;
  }
}

/** Whether a tag's name, its prefix left out, is this one. */
export function isNamed(bytes: Uint8Array, tag: number, name: string): boolean {
  let at = tag + 1;
  while (!endsName(bytes[at] as number)) at++;
  const from = at - name.length;
  if (from < tag + 1 || (from > tag + 1 && bytes[from - 1] !== colon)) return false;
  for (let n = 0; n < name.length; n++) if (bytes[from + n] !== name.charCodeAt(n)) return false;
  return true;
}

function localName(bytes: Uint8Array, from: number): string {
  let start = from;
  let at = from;
  for (; !endsName(bytes[at] as number); at++) if (bytes[at] === colon) start = at + 1;
  return utf8Text(bytes, start, at);
}
