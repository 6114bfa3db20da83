import { Inflate, inflateSync } from 'fflate';
import { failure, type ProblemCode, type Result, success } from '../result.ts';
import { crc32 } from './crc32.ts';
import { looksZipped, refuseOtherFile } from './file-kind.ts';
import { readDirectory, type ZipDirectory, type ZipEntry } from './zip-directory.ts';

/** The parts of an .xlsx: its zip as it came, and the XML in it. */
export interface Package extends ZipDirectory {
  /** The bytes of each XML part, by name. */
  readonly parts: ReadonlyMap<string, Uint8Array>;
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
/** Deflate makes at most a thousand times of what it is given at once. */
const pieceSize = 8 * 1024;

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
  let xml = 0;
  const left = { tags: tagLimit };
  const known = new Map(before?.entries.map((entry) => [entry.name, entry]));
  for (const entry of entries) {
    const old = known.get(entry.name);
    if (before && old && isSame(before.bytes, old, bytes, entry)) {
      const part = before.parts.get(entry.name);
      if (part) parts.set(entry.name, part);
      continue;
    }
    const content = unpackXml(bytes, entry, left);
    if (content === 'damaged') return failure('damaged-workbook', entry.name);
    if (content === null) continue;
    xml += entry.size;
    if (content === 'large' || xml > xmlLimit) return failure('too-large');
    const refused = refuseXml(content);
    if (refused) return failure(refused, entry.name);
    parts.set(entry.name, content);
  }
  return success({ ...directory.value, parts });
}

function isSame(before: Uint8Array, old: ZipEntry, bytes: Uint8Array, entry: ZipEntry): boolean {
  if (old.crc !== entry.crc || old.size !== entry.size || old.method !== entry.method) return false;
  if (old.compressedSize !== entry.compressedSize) return false;
  for (let at = 0; at < entry.compressedSize; at++) {
    if (before[old.data + at] !== bytes[entry.data + at]) return false;
  }
  return true;
}

/**
 * The bytes of a part that is XML, `null` for another; what is too large for XML is not kept. A part
 * is damaged where it can't be unpacked, or is not what it declares.
 */
function unpackXml(
  bytes: Uint8Array,
  entry: ZipEntry,
  left: { tags: number },
): Uint8Array | null | 'damaged' | 'large' {
  const packed = bytes.subarray(entry.data, entry.data + entry.compressedSize);
  const content = entry.size <= xmlLimit ? new Uint8Array(entry.size) : null;
  let xml = false;
  let crc = 0;
  let length = 0;
  const add = (piece: Uint8Array) => {
    if (length === 0) xml = isXml(piece);
    if (xml) left.tags -= tagsIn(piece);
    if (length + piece.length <= entry.size) content?.set(piece, length);
    crc = crc32(piece, crc);
    length += piece.length;
  };
  try {
    if (entry.method === 0) add(packed);
    else if (content && packed.length <= smallSize / 64) {
      // At once: were it more than it declares, that would soon be over, and the checksum tells.
      add(inflateSync(packed, { out: content }));
    } else {
      const inflate = new Inflate(add);
      for (let at = 0; at < packed.length; at += pieceSize) {
        inflate.push(packed.subarray(at, at + pieceSize), at + pieceSize >= packed.length);
        if (xml && (!content || left.tags < 0)) return 'large';
        if (length > entry.size) break;
      }
    }
  } catch {
    return 'damaged';
  }
  if (length !== entry.size || crc !== entry.crc) return 'damaged';
  if (!xml) return null;
  return left.tags < 0 ? 'large' : (content ?? 'large');
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
