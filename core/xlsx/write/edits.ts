import { utf8Bytes } from '../utf8-text.ts';
import type { XmlNode, XmlPart } from '../xml/xml.ts';
import { tagOf } from '../xml/xml-look.ts';
import { encode } from '../xml/xml-text.ts';

/** One change of a part; where `from` equals `to`, an insertion. */
export interface Edit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** The changes of each part, by its name. */
export type Edits = Map<string, Edit[]>;

export const editsOf = (edits: Edits, path: string): Edit[] => {
  const known = edits.get(path) ?? [];
  edits.set(path, known);
  return known;
};

/** Adds to the changes of a part. One by one: a call takes no more arguments than its stack has room for. */
export function addEdits(edits: Edits, path: string, added: Iterable<Edit>): void {
  const own = editsOf(edits, path);
  for (const edit of added) own.push(edit);
}

/** The part's bytes with its edits made, all else as it was. Edits don't overlap; insertions at one place keep their order. */
export function edited({ bytes }: XmlPart, edits: readonly Edit[]): Uint8Array {
  const sorted = edits.toSorted((a, b) => a.from - b.from || a.to - b.to);
  // All texts in one go: XML has no NUL.
  const texts = utf8Bytes(sorted.map(({ text }) => `${text}\0`).join(''));
  const removed = sorted.reduce((sum, { from, to }) => sum + to - from, 0);
  const whole = new Uint8Array(bytes.length - removed + texts.length - sorted.length);
  let [at, read, length] = [0, 0, 0];
  const copy = (source: Uint8Array, from: number, to: number) => {
    whole.set(source.subarray(from, to), length);
    length += to - from;
  };
  for (const { from, to } of sorted) {
    const end = texts.indexOf(0, read);
    copy(bytes, at, from);
    copy(texts, read, end);
    at = to;
    read = end + 1;
  }
  copy(bytes, at, bytes.length);
  return whole;
}

/** A node's opening tag with attributes set, or taken out where the value is `null`. */
export function tagWith(
  part: XmlPart,
  node: XmlNode,
  values: Readonly<Record<string, string | null>>,
): string {
  let tag = tagOf(part, node);
  for (const name in values) {
    const value = values[name] ?? null;
    const written = value === null ? '' : ` ${name}="${encode(value)}"`;
    const end = tag.endsWith('/>') ? tag.length - 2 : tag.length - 1;
    const [from, to] = attributeIn(tag, name) ?? [end, end];
    tag = tag.slice(0, from) + written + tag.slice(to);
  }
  return tag;
}

/** Where an attribute stands in a tag, with the blank before it. */
function attributeIn(tag: string, name: string): readonly [from: number, to: number] | null {
  for (let at = tag.search(blank); at >= 0; ) {
    const from = at;
    while (blank.test(tag.charAt(at))) at++;
    const begin = at;
    const equals = tag.indexOf('=', at);
    if (equals < 0) return null;
    at = equals + 1;
    while (blank.test(tag.charAt(at))) at++;
    const to = tag.indexOf(tag.charAt(at), at + 1) + 1;
    if (to === 0) return null;
    if (tag.slice(begin, equals).trimEnd() === name) return [from, to];
    at = to;
  }
  return null;
}

const blank = /\s/;

/** Sets attributes of a node. */
export const attributeEdit = (
  part: XmlPart,
  node: XmlNode,
  values: Readonly<Record<string, string | null>>,
): Edit => ({ from: node.from, to: node.inside, text: tagWith(part, node, values) });
