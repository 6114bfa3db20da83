import { failure, type Result } from '../result.ts';
import type { Package } from './package.ts';
import { parseXml, type XmlPart } from './xml.ts';

/** A part that must be there. It is read once, and kept with its package: it is asked for again when it is edited. */
export function readPart(zip: Package, path: string): Result<XmlPart> {
  const bytes = zip.parts.get(path);
  const part = zip.read.get(path) ?? (bytes ? parseXml(bytes) : failure('damaged-workbook'));
  zip.read.set(path, part);
  return part.ok ? part : failure(part.problems[0]?.code ?? 'damaged-workbook', path);
}
