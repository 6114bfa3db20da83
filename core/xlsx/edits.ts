import { strToU8 } from 'fflate';
import { joined } from './joined.ts';
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
  const sorted = edits.toSorted((a, b) => a.from - b.from || a.to - b.to);
  // All texts in one go: XML has no NUL.
  const texts = strToU8(sorted.map(({ text }) => `${text}\0`).join(''));
  const pieces: Uint8Array[] = [];
  let at = 0;
  let written = 0;
  for (const { from, to } of sorted) {
    const end = texts.indexOf(0, written);
    pieces.push(bytes.subarray(at, from), texts.subarray(written, end));
    at = to;
    written = end + 1;
  }
  return joined([...pieces, bytes.subarray(at)]);
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
