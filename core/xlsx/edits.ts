import { strToU8 } from 'fflate';
import { encode, type XmlNode, type XmlPart } from './xml.ts';

/** One change of a part's text; where `from` equals `to`, an insertion. */
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
export function edited({ text }: XmlPart, edits: readonly Edit[]): Uint8Array {
  const pieces: string[] = [];
  let at = 0;
  for (const edit of edits.toSorted((one, other) => one.from - other.from || one.to - other.to)) {
    pieces.push(text.slice(at, edit.from), edit.text);
    at = edit.to;
  }
  pieces.push(text.slice(at));
  return strToU8(pieces.join(''));
}

const attribute = /\s([^\s=]+)\s*=\s*(?:"[^"]*"|'[^']*')/g;

/** A node's opening tag with attributes set, or taken out where the value is `null`. */
export function tagWith(
  { text }: XmlPart,
  { from, inside }: XmlNode,
  values: Readonly<Record<string, string | null>>,
): string {
  const written = new Map(
    Object.entries(values).map(([name, value]) => [
      name,
      value === null ? '' : ` ${name}="${encode(value)}"`,
    ]),
  );
  const tag = text.slice(from, inside).replace(attribute, (old, name) => {
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
