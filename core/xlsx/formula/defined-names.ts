import type { XmlNode, XmlPart } from '../xml/xml.ts';
import { attributesOf, membersOf, textOf } from '../xml/xml-look.ts';

export interface DefinedName {
  readonly name: string;
  /** The number of the sheet that alone knows it, counted from 0 over sheets of every kind. */
  readonly localSheet: number | null;
  readonly formula: string;
  readonly node: XmlNode;
}

export function readNames(part: XmlPart): readonly DefinedName[] {
  return membersOf(part.root, 'definedNames', 'definedName').map((node) => {
    const attributes = attributesOf(part, node);
    const local = attributes.get('localSheetId');
    return {
      name: attributes.get('name') ?? '',
      localSheet: local === undefined ? null : Number(local),
      formula: textOf(part, node),
      node,
    };
  });
}
