import { failure, type ProblemCode, type Result, success } from '../result.ts';
import { crc32 } from './crc32.ts';
import { inflate } from './deflated.ts';
import { looksZipped, refuseOtherFile } from './file-kind.ts';
import type { XmlPart } from './xml.ts';
import { readDirectory, type ZipDirectory, type ZipEntry } from './zip-directory.ts';

/** The parts of an .xlsx: its zip as it came, and the XML in it. */
export interface Package extends ZipDirectory {
  /** The bytes of each XML part, by name. */
  readonly parts: ReadonlyMap<string, Uint8Array>;
  /** Those that were read (`readPart`). */
  readonly read: Map<string, Result<XmlPart>>;
}

/** Bytes: of the file, and of all that comes out of it. */
const sizeLimit = 50 * 1024 * 1024;
/** The XML is read as a whole: many times the size of any sheet that people fill in. */
const xmlLimit = 12 * 1024 * 1024;
/** Of all XML together: an element takes many times the memory that its signs do. */
const tagLimit = 400_000;
/** A part this small may be packed as tightly as it likes. */
const smallSize = 1024 * 1024;
/** Worksheets of empty cells come to a tenth of their size, white pictures to less. */
const ratioLimit = 100;
/** No such picture is larger than all XML may be. */
const largeRatioLimit = 20;

/**
 * Opens the zip of an .xlsx or .xlsm, every part checked before any is read: its size as it comes
 * out, its checksum, and that no XML declares a document type or entities (F23, F25). Parts that are
 * the same, byte for byte, as in a package opened `before` are taken from there.
 * Problems: `encrypted`, `other-workbook`, `text-file`, `not-xlsx`, `damaged-workbook`,
 * `unsafe-workbook`, `too-large`.
 */
export function readPackage(bytes: Uint8Array, before?: Package): Result<Package> {
  if (bytes.length > sizeLimit) return failure('too-large');
  if (!looksZipped(bytes)) return refuseOtherFile(bytes);
  const directory = readDirectory(bytes);
  if (!directory.ok) return directory;
  const { entries } = directory.value;
  const bomb = entries.some(({ size, compressedSize }) => {
    const limit = size > xmlLimit ? largeRatioLimit : ratioLimit;
    return size > smallSize && size > compressedSize * limit;
  });
  const total = entries.reduce((sum, { size }) => sum + size, 0);
  if (bomb || total > sizeLimit) return failure('too-large');

  const parts = new Map<string, Uint8Array>();
  const read = new Map<string, Result<XmlPart>>();
  const isTooMuch = gauge();
  const known = new Map(before?.entries.map((entry) => [entry.name, entry]));
  for (const entry of entries) {
    const old = known.get(entry.name);
    const same = before && old && isSame(before.bytes, old, bytes, entry);
    const content = same ? before.parts.get(entry.name) : unpack(bytes, entry);
    if (content === 'large') return failure('too-large');
    if (content === null) return failure('damaged-workbook', entry.name);
    if (!content || !isXml(content)) continue;
    if (isTooMuch(content)) return failure('too-large');
    parts.set(entry.name, content);
    const part = same && before.read.get(entry.name);
    if (part) read.set(entry.name, part);
    if (same) continue;
    const refused = refuseXml(content);
    if (refused) return failure(refused, entry.name);
  }
  return success({ ...directory.value, parts, read });
}

/** Says of one part after the other whether they have come to too much. */
function gauge(): (content: Uint8Array) => boolean {
  let size = 0;
  let tags = 0;
  let uncounted: Uint8Array[] = [];
  return (content) => {
    size += content.length;
    uncounted.push(content);
    // As many tags as there are bytes at most: few workbooks need be counted.
    if (size <= tagLimit || size > xmlLimit) return size > xmlLimit;
    for (const part of uncounted) tags += tagsIn(part);
    uncounted = [];
    return tags > tagLimit;
  };
}

function isSame(before: Uint8Array, old: ZipEntry, bytes: Uint8Array, entry: ZipEntry): boolean {
  if (old.crc !== entry.crc || old.size !== entry.size || old.method !== entry.method) return false;
  if (old.compressedSize !== entry.compressedSize) return false;
  for (let at = 0; at < entry.compressedSize; at++) {
    if (before[old.data + at] !== bytes[entry.data + at]) return false;
  }
  return true;
}

/** A part's bytes; `null` where it can't be unpacked or is not what it declares. XML that is too much is left half way. */
function unpack(bytes: Uint8Array, { data, compressedSize, size, method, crc }: ZipEntry) {
  const packed = bytes.subarray(data, data + compressedSize);
  let xml = false;
  let tags = 0;
  const accepts = (piece: Uint8Array, from: number): boolean => {
    if (from === 0) xml = isXml(piece);
    if (xml && size > tagLimit) tags += tagsIn(piece);
    return !xml || (size <= xmlLimit && tags <= tagLimit);
  };
  const content = method === 0 ? packed : inflate(packed, size, accepts);
  if (xml && (size > xmlLimit || tags > tagLimit)) return 'large';
  return content && crc32(content) === crc ? content : null;
}

const lessThan = 0x3c;
const exclamation = 0x21;
const letterD = 0x44;
const letterE = 0x45;

/** Told by what a part begins with: its name proves nothing. */
function isXml(content: Uint8Array): boolean {
  const at = content[0] === 0xef ? 3 : content[0] === 0xfe || content[0] === 0xff ? 2 : 0;
  return content.subarray(at, at + 64).find((byte) => byte > 0x20) === lessThan;
}

function tagsIn(content: Uint8Array): number {
  let count = 0;
  for (let at = 0; at < content.length; at++) if (content[at] === lessThan) count++;
  return count;
}

/** XML in UTF-16 is not read; one that declares a document type never. */
function refuseXml(content: Uint8Array): ProblemCode | null {
  if (content[0] === 0xfe || content[0] === 0xff) return 'unsafe-workbook';
  let at = content.indexOf(exclamation);
  while (at >= 0) {
    const next = content[at + 1];
    if (content[at - 1] === lessThan && (next === letterD || next === letterE)) {
      return 'unsafe-workbook';
    }
    at = content.indexOf(exclamation, at + 1);
  }
  return null;
}
