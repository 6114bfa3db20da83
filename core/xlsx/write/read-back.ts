import { inPart, type Location, whole } from '../../result.ts';
import { unpacked } from '../read/read-part.ts';
import type { Workbook } from '../read/workbook.ts';
import { asUtf8 } from '../xml/utf16.ts';
import { partKey, readDirectory, type ZipEntry } from '../zip/zip-directory.ts';
import { expectedParts, partDifference, type Written } from './part-difference.ts';
import { sameBytes } from './same-bytes.ts';

/**
 * Reads a written workbook back and compares it with the one before and with what was to be written:
 * parts that were not to change by the bytes that the zip holds; of those that were, the rows written
 * or moved cell by cell, and all else byte for byte. The place of the first difference, or `null`.
 */
export function findDifference(
  before: Workbook,
  bytes: Uint8Array,
  changed: ReadonlySet<string>,
  written: Written,
): Location | null {
  const directory = readDirectory(bytes);
  if (!directory.ok) return whole;
  const { entries } = directory.value;
  const old = before.zip.entries;
  if (entries.length !== old.length) return whole;
  const expected = expectedParts(before, written);
  for (const [index, entry] of entries.entries()) {
    const was = old[index] as ZipEntry;
    if (entry.name !== was.name) return inPart(was.name);
    const key = partKey(was.name);
    if (!changed.has(key) && !expected.has(key)) {
      if (!isSame(before.zip.bytes, was, bytes, entry)) return inPart(was.name);
      continue;
    }
    const content = unpacked(bytes, entry);
    const place = content
      ? partDifference(before, was.name, asUtf8(content), written)
      : inPart(was.name);
    if (place !== null) return place;
  }
  return null;
}

function isSame(before: Uint8Array, old: ZipEntry, bytes: Uint8Array, entry: ZipEntry): boolean {
  if (old.crc !== entry.crc || old.size !== entry.size || old.method !== entry.method) return false;
  if (old.compressedSize !== entry.compressedSize) return false;
  const length = old.to - old.from;
  return entry.to - entry.from === length && sameBytes(before, old.from, bytes, entry.from, length);
}
