import { type Result, success } from '../../result.ts';
import { attributesOf, childrenOf } from '../xml/xml-look.ts';
import { partKey } from '../zip/zip-directory.ts';
import type { Package } from './package.ts';
import { readPart } from './read-part.ts';

/** That one part needs another. */
export interface Relation {
  readonly id: string;
  /** The last word of its type, the same in both dialects of the format: `worksheet`, `styles`. */
  readonly kind: string;
  /** The other part's name. */
  readonly target: string;
}

/** What a part needs, `''` being the whole package; places outside the package are left out. */
export function relationsOf(zip: Package, part: string): Result<readonly Relation[]> {
  const folder = part.slice(0, part.lastIndexOf('/') + 1);
  const path = `${folder}_rels/${part.slice(folder.length)}.rels`;
  if (!zip.parts.has(partKey(path))) return success([]);
  const xml = readPart(zip, path);
  if (!xml.ok) return xml;
  const relations = childrenOf(xml.value.root, 'Relationship').flatMap((node) => {
    const attributes = attributesOf(xml.value, node);
    if (attributes.get('TargetMode') === 'External') return [];
    const type = attributes.get('Type') ?? '';
    return {
      id: attributes.get('Id') ?? '',
      kind: type.slice(type.lastIndexOf('/') + 1),
      target: resolved(folder, attributes.get('Target') ?? ''),
    };
  });
  return success(relations);
}

function resolved(folder: string, target: string): string {
  const path: string[] = [];
  for (const step of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (step === '..') path.pop();
    else if (step !== '' && step !== '.') path.push(step);
  }
  return path.join('/');
}
