import { failure, type Result, success } from '../../result.ts';
import type { XmlPart } from '../xml/xml.ts';
import { partKey, readDirectory, type ZipDirectory, type ZipEntry } from '../zip/zip-directory.ts';
import { looksZipped, refuseOtherFile } from './file-kind.ts';

/** The parts of an .xlsx: its zip as it came, and what was read of it. */
export interface Package extends ZipDirectory {
  /** Parts by `partKey`. */
  readonly parts: ReadonlyMap<string, ZipEntry>;
  /** Those that were read (`readPart`), by `partKey`. */
  readonly read: Map<string, Result<XmlPart>>;
  /** What reading them has taken so far. */
  readonly spent: { bytes: number; packed: number; nodes: number };
}

/** Bytes: of the file, and of all that it says would come out of it. */
const sizeLimit = 50 * 1024 * 1024;
/** A file this small may be packed as tightly as it likes. */
const smallSize = 4_000_000;
/** Empty worksheets and white pictures are packed this tightly, whole workbooks are not. */
const ratioLimit = 400;

/**
 * Opens the zip of an .xlsx or .xlsm. No part is unpacked before it is asked for (`readPart`, where
 * each is checked); what nobody asks for can do no harm, and keeps its bytes (F23, F25).
 * Problems: `encrypted`, `other-workbook`, `text-file`, `not-xlsx`, `damaged-workbook`,
 * `unsafe-workbook`, `too-large`.
 */
export function readPackage(bytes: Uint8Array): Result<Package> {
  if (bytes.length > sizeLimit) return failure('too-large');
  if (!looksZipped(bytes)) return refuseOtherFile(bytes);
  const directory = readDirectory(bytes);
  if (!directory.ok) return directory;
  const { entries } = directory.value;
  const total = entries.reduce((sum, { size }) => sum + size, 0);
  const isBomb = total > smallSize && total > bytes.length * ratioLimit;
  if (isBomb || total > sizeLimit) return failure('too-large');
  const parts = new Map(entries.map((entry) => [partKey(entry.name), entry]));
  return success({
    ...directory.value,
    parts,
    read: new Map(),
    spent: { bytes: 0, packed: 0, nodes: 0 },
  });
}
