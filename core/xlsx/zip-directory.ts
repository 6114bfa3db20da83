import { failure, type Result, success } from '../result.ts';
import { isUtf8, utf8Text } from './utf8-text.ts';

/** One part of a zip, as its directory tells and its own header confirms. Offsets are bytes. */
export interface ZipEntry {
  readonly name: string;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  readonly crc: number;
  readonly compressedSize: number;
  readonly size: number;
  /** Where its own header begins, its data, and whatever comes after it. */
  readonly from: number;
  readonly data: number;
  readonly to: number;
  /** Its record in the directory. */
  readonly record: readonly [from: number, to: number];
}

export interface ZipDirectory {
  readonly bytes: Uint8Array;
  /** In the directory's order. */
  readonly entries: readonly ZipEntry[];
  /** Where the record that closes the file begins. */
  readonly end: number;
}

const entryLimit = 2_000;
const localSign = 0x04034b50;
const recordSign = 0x02014b50;
const endSign = 0x06054b50;
const encryptedFlag = 1;
const utf8Flag = 0x800;
const endLength = 22;
const longestComment = 0xffff;

/** Numbers of a zip are little-endian. */
export const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/**
 * Reads what a zip says it holds, trusting none of it (F25). Only a plain zip is taken: parts one
 * after the other from the first byte on, none twice, none outside the zip, no 64-bit sizes.
 * Problems: `damaged-workbook`, `unsafe-workbook`, `encrypted`, `too-large`.
 */
export function readDirectory(bytes: Uint8Array): Result<ZipDirectory> {
  const view = viewOf(bytes);
  const end = findEnd(view);
  if (end === null) return failure('damaged-workbook');
  const count = view.getUint16(end + 10, true);
  const directoryFrom = view.getUint32(end + 16, true);
  const directoryTo = directoryFrom + view.getUint32(end + 12, true);
  if (count === 0xffff || directoryFrom === 0xffffffff) return failure('unsafe-workbook');
  if (count > entryLimit) return failure('too-large');
  const severalDisks = view.getUint32(end + 4, true) !== 0;
  if (severalDisks || view.getUint16(end + 8, true) !== count) return failure('unsafe-workbook');
  if (directoryTo !== end) return failure('damaged-workbook');

  const entries: ZipEntry[] = [];
  const names = new Set<string>();
  let at = directoryFrom;
  for (let index = 0; index < count; index++) {
    if (at + 46 > end || view.getUint32(at, true) !== recordSign) {
      return failure('damaged-workbook');
    }
    const flags = view.getUint16(at + 8, true);
    const method = view.getUint16(at + 10, true);
    const compressedSize = view.getUint32(at + 20, true);
    const size = view.getUint32(at + 24, true);
    const from = view.getUint32(at + 42, true);
    const nameLength = view.getUint16(at + 28, true);
    const next =
      at + 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    if (next > end) return failure('damaged-workbook');
    if (flags & encryptedFlag) return failure('encrypted');
    if ([compressedSize, size, from].includes(0xffffffff)) return failure('unsafe-workbook');

    const nameBytes = bytes.subarray(at + 46, at + 46 + nameLength);
    if (flags & utf8Flag && !isUtf8(nameBytes)) return failure('unsafe-workbook');
    const name = flags & utf8Flag ? utf8Text(nameBytes) : String.fromCharCode(...nameBytes);
    // Part names differ by more than case (ECMA-376 part 2, 6.2.2).
    const known = names.has(name.toLowerCase());
    if (known || !isSafe(name) || (method !== 0 && method !== 8)) return failure('unsafe-workbook');
    names.add(name.toLowerCase());

    if (from + 30 > directoryFrom || view.getUint32(from, true) !== localSign) {
      return failure('damaged-workbook');
    }
    const data = from + 30 + nameLength + view.getUint16(from + 28, true);
    const sameName =
      view.getUint16(from + 26, true) === nameLength &&
      nameBytes.every((byte, index) => bytes[from + 30 + index] === byte);
    if (!sameName || (method === 0 && compressedSize !== size)) return failure('unsafe-workbook');
    const crc = view.getUint32(at + 16, true);
    entries.push({
      name,
      method,
      crc,
      compressedSize,
      size,
      from,
      data,
      to: 0,
      record: [at, next],
    });
    at = next;
  }
  if (at !== end) return failure('damaged-workbook');
  const apart = withEnds(entries, directoryFrom);
  return apart ? success({ bytes, entries: apart, end }) : failure('unsafe-workbook');
}

function findEnd(view: DataView): number | null {
  const last = view.byteLength - endLength;
  for (let at = last; at >= Math.max(0, last - longestComment); at--) {
    if (view.getUint32(at, true) !== endSign) continue;
    if (at + endLength + view.getUint16(at + 20, true) === view.byteLength) return at;
  }
  return null;
}

function isSafe(name: string): boolean {
  const parts = name.split('/');
  return name !== '' && parts[0] !== '' && !parts.includes('..') && !/[\\:\0]/.test(name);
}

/** Each entry ends where the next begins; `null` where one reaches into another, or bytes lie before the first. */
function withEnds(entries: readonly ZipEntry[], directoryFrom: number): ZipEntry[] | null {
  const starts = entries.map(({ from }) => from).sort((a, b) => a - b);
  if (entries.length > 0 && starts[0] !== 0) return null;
  const ends = new Map(starts.map((from, index) => [from, starts[index + 1] ?? directoryFrom]));
  const ended = entries.map((entry) => ({ ...entry, to: ends.get(entry.from) ?? 0 }));
  return ended.every(({ data, compressedSize, to }) => data + compressedSize <= to) ? ended : null;
}
