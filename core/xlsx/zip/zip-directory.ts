import { failure, type Result, success } from '../../result.ts';
import { isUtf8, utf8Text } from '../utf8-text.ts';

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
  /** Where the record that closes the file begins; one of 64 bits lies before it. */
  readonly end: number;
}

const entryLimit = 10_000;
const localSign = 0x04034b50;
const recordSign = 0x02014b50;
const endSign = 0x06054b50;
const longEndSign = 0x06064b50;
const longLocatorSign = 0x07064b50;
const encryptedFlag = 1;
const utf8Flag = 0x800;
const endLength = 22;
const longEndLength = 56;
const locatorLength = 20;
const longestComment = 0xffff;
/** What stands for a number of 64 bits that is told elsewhere. */
const elsewhere = 0xffffffff;
/** The field in which a record tells numbers of 64 bits. */
export const longField = 1;

/** Numbers of a zip are little-endian. */
export const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/**
 * Reads what a zip says it holds, trusting none of it (F25). Only a plain zip is taken: parts one
 * after the other from the first byte on, none twice, none outside the zip.
 * Problems: `damaged-workbook`, `unsafe-workbook`, `encrypted`, `too-large`.
 */
export function readDirectory(bytes: Uint8Array): Result<ZipDirectory> {
  const view = viewOf(bytes);
  const end = findEnd(view);
  if (end === null) return failure('damaged-workbook');
  const span = directorySpan(view, end);
  if (!span.ok) return span;
  const { count, from: directoryFrom, to: directoryTo } = span.value;
  if (count > entryLimit) return failure('too-large');

  const entries: ZipEntry[] = [];
  const names = new Set<string>();
  let at = directoryFrom;
  for (let index = 0; index < count; index++) {
    if (at + 46 > directoryTo || view.getUint32(at, true) !== recordSign) {
      return failure('damaged-workbook');
    }
    const flags = view.getUint16(at + 8, true);
    const method = view.getUint16(at + 10, true);
    const nameLength = view.getUint16(at + 28, true);
    const fields = at + 46 + nameLength;
    const next = fields + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    if (next > directoryTo) return failure('damaged-workbook');
    if (flags & encryptedFlag) return failure('encrypted');
    const numbers = longNumbers(view, at, fields);
    if (!numbers) return failure('damaged-workbook');
    const [size, compressedSize, from] = numbers;

    const nameBytes = bytes.subarray(at + 46, fields);
    if (flags & utf8Flag && !isUtf8(nameBytes)) return failure('unsafe-workbook');
    const name = flags & utf8Flag ? utf8Text(nameBytes) : latin(nameBytes);
    const key = partKey(name);
    if (names.has(key) || !isSafe(key) || (method !== 0 && method !== 8)) {
      return failure('unsafe-workbook');
    }
    names.add(key);

    if (from + 30 > directoryFrom || view.getUint32(from, true) !== localSign) {
      return failure('damaged-workbook');
    }
    const data = from + 30 + nameLength + view.getUint16(from + 28, true);
    const sameName =
      view.getUint16(from + 26, true) === nameLength &&
      nameBytes.every((byte, index) => bytes[from + 30 + index] === byte);
    if (!sameName || (method === 0 && compressedSize !== size)) return failure('unsafe-workbook');
    const crc = view.getUint32(at + 16, true);
    const record = [at, next] as const;
    entries.push({ name, method, crc, compressedSize, size, from, data, to: 0, record });
    at = next;
  }
  if (at !== directoryTo) return failure('damaged-workbook');
  const apart = withEnds(entries, directoryFrom);
  return apart ? success({ bytes, entries: apart, end }) : failure('unsafe-workbook');
}

/** How many records the directory has, and from where to where it reaches: told at the end, in numbers of 64 bits before it where they are too large. */
function directorySpan(
  view: DataView,
  end: number,
): Result<{ readonly count: number; readonly from: number; readonly to: number }> {
  const count = view.getUint16(end + 10, true);
  const from = view.getUint32(end + 16, true);
  const to = from + view.getUint32(end + 12, true);
  if (count > entryLimit && count < 0xffff) return failure('too-large');
  const severalDisks = view.getUint32(end + 4, true) !== 0;
  if (severalDisks || view.getUint16(end + 8, true) !== count) return failure('unsafe-workbook');
  const locator = end - locatorLength;
  if (locator < 0 || view.getUint32(locator, true) !== longLocatorSign) {
    return to === end ? success({ count, from, to }) : failure('damaged-workbook');
  }
  const long = numberAt(view, locator + 8);
  if (long + longEndLength !== locator || view.getUint32(long, true) !== longEndSign) {
    return failure('damaged-workbook');
  }
  const begin = numberAt(view, long + 48);
  const size = numberAt(view, long + 40);
  if (begin + size !== long) return failure('damaged-workbook');
  return success({ count: numberAt(view, long + 32), from: begin, to: long });
}

const numberAt = (view: DataView, at: number): number => Number(view.getBigUint64(at, true));

/** Size, packed size and place of a part; `null` where one of 64 bits is missing. */
function longNumbers(
  view: DataView,
  record: number,
  fields: number,
): readonly [size: number, compressedSize: number, from: number] | null {
  const short = [24, 20, 42].map((at) => view.getUint32(record + at, true));
  const to = fields + view.getUint16(record + 30, true);
  let at = fields;
  while (at + 4 <= to && view.getUint16(at, true) !== longField) {
    at += 4 + view.getUint16(at + 2, true);
  }
  const last = at + 4 <= to ? Math.min(to, at + 4 + view.getUint16(at + 2, true)) : 0;
  at += 4;
  const long = short.map((number) => {
    if (number !== elsewhere) return number;
    at += 8;
    return at <= last ? numberAt(view, at - 8) : Number.NaN;
  });
  const [size = 0, compressedSize = 0, from = 0] = long;
  return long.some(Number.isNaN) ? null : [size, compressedSize, from];
}

const latin = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');

/** Part names are compared without case (ECMA-376 part 2, 6.2.2.3); some programs write Windows' slashes. */
export const partKey = (name: string): string => name.replaceAll('\\', '/').toLowerCase();

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
  return name !== '' && parts[0] !== '' && !parts.includes('..') && !/[:\0]/.test(name);
}

/** Each entry ends where the next begins; `null` where one reaches into another, or bytes lie before the first. */
function withEnds(entries: readonly ZipEntry[], directoryFrom: number): ZipEntry[] | null {
  const starts = entries.map(({ from }) => from).sort((a, b) => a - b);
  if (entries.length > 0 && starts[0] !== 0) return null;
  const ends = new Map(starts.map((from, index) => [from, starts[index + 1] ?? directoryFrom]));
  const ended = entries.map((entry) => ({ ...entry, to: ends.get(entry.from) ?? 0 }));
  return ended.every(({ data, compressedSize, to }) => data + compressedSize <= to) ? ended : null;
}
