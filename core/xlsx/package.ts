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
/** A part this small may be packed as tightly as it likes. */
const smallSize = 1024 * 1024;
/** Worksheets of nothing but empty cells come to a hundredth of their size. */
const ratioLimit = 200;
/** Deflate makes at most a thousand times of what it is given at once. */
const chunkSize = 16 * 1024;

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
  const bomb = entries.some(
    ({ size, compressedSize }) => size > smallSize && size > compressedSize * ratioLimit,
  );
  const total = entries.reduce((sum, { size }) => sum + size, 0);
  if (bomb || total > sizeLimit) return failure('too-large');

  const parts = new Map<string, Uint8Array>();
  const known = new Map(before?.entries.map((entry) => [entry.name, entry]));
  for (const entry of entries) {
    const old = known.get(entry.name);
    if (before && old && isSame(before.bytes, old, bytes, entry)) {
      const part = before.parts.get(entry.name);
      if (part) parts.set(entry.name, part);
      continue;
    }
    const content = unpack(bytes, entry);
    if (!content || crc32(content) !== entry.crc) return failure('damaged-workbook', entry.name);
    if (!isXml(content)) continue;
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

/** The bytes of a part; `null` where they can't be unpacked, or are not as many as it declares. */
function unpack(bytes: Uint8Array, entry: ZipEntry): Uint8Array | null {
  const packed = bytes.subarray(entry.data, entry.data + entry.compressedSize);
  if (entry.method === 0) return packed;
  const content = new Uint8Array(entry.size);
  try {
    // At once where what is too much is soon over: it is dropped, and the checksum tells.
    const length =
      packed.length <= chunkSize
        ? inflateSync(packed, { out: content }).length
        : inflateInto(content, packed);
    return length === entry.size ? content : null;
  } catch {
    return null;
  }
}

/** Unpacks piece by piece, and stops when there is more than was declared; the length that was come to. */
function inflateInto(content: Uint8Array, packed: Uint8Array): number {
  let length = 0;
  const inflate = new Inflate((piece) => {
    if (length + piece.length <= content.length) content.set(piece, length);
    length += piece.length;
  });
  for (let at = 0; at < packed.length && length <= content.length; at += chunkSize) {
    inflate.push(packed.subarray(at, at + chunkSize), at + chunkSize >= packed.length);
  }
  return length;
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
