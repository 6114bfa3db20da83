import { mostBytes, writeUtf8 } from '../utf8.ts';
import type { XmlNode, XmlPart } from './xml.ts';
import { attribute, tagOf } from './xml-look.ts';
import { encode } from './xml-text.ts';

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

/** The part's bytes with its edits made, all else as it was. Edits don't overlap; insertions at one place keep their order. */
export function edited({ bytes }: XmlPart, edits: readonly Edit[]): Uint8Array {
  const room = edits.reduce((sum, { text }) => sum + mostBytes(text), bytes.length);
  const whole = new Uint8Array(room);
  let length = 0;
  let at = 0;
  const keep = (to: number) => {
    whole.set(bytes.subarray(at, to), length);
    length += to - at;
  };
  for (const { from, to, text } of edits.toSorted((a, b) => a.from - b.from || a.to - b.to)) {
    keep(from);
    length = writeUtf8(text, whole, length);
    at = to;
  }
  keep(bytes.length);
  return whole.slice(0, length);
}

/** A node's opening tag with attributes set, or taken out where the value is `null`. */
export function tagWith(
  part: XmlPart,
  node: XmlNode,
  values: Readonly<Record<string, string | null>>,
): string {
  const written = new Map(
    Object.entries(values).map(([name, value]) => [
      name,
      value === null ? '' : ` ${name}="${encode(value)}"`,
    ]),
  );
  const tag = tagOf(part, node).replace(attribute, (old, name) => {
    const own = written.get(name);
    written.delete(name);
    return own ?? old;
  });
  const end = tag.endsWith('/>') ? tag.length - 2 : tag.length - 1;
  return tag.slice(0, end) + [...written.values()].join('') + tag.slice(end);
}

/** Sets attributes of a node. */
export const attributeEdit = (
  part: XmlPart,
  node: XmlNode,
  values: Readonly<Record<string, string | null>>,
): Edit => ({ from: node.from, to: node.inside, text: tagWith(part, node, values) });
