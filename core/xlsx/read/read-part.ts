import { failure, inPart, type Result } from '../../result.ts';
import { asUtf8 } from '../xml/utf16.ts';
import { type ListReader, parseXml, type XmlPart } from '../xml/xml.ts';
import { crc32 } from '../zip/crc32.ts';
import { inflate } from '../zip/inflate.ts';
import { partKey, type ZipEntry } from '../zip/zip-directory.ts';
import type { Package } from './package.ts';

/** Bytes of all XML that is read, many times the size of any sheet that people fill in. */
const xmlLimit = 32 * 1024 * 1024;
const nodeLimit = 400_000;
/** Worksheets of empty cells come to a tenth of their size. */
const ratioLimit = 100;
const smallSize = 1024 * 1024;

/**
 * A part that must be there. It is unpacked, checked and read when it is first asked for, and kept
 * with its package: it is asked for again when it is edited.
 * Problems, with the part's name: `damaged-workbook` where it is missing or is not what the zip says;
 * those of `parseXml`; `too-large` where it would be too much, all that was read before included (F23).
 */
export function readPart(zip: Package, path: string, reader?: ListReader): Result<XmlPart> {
  const key = partKey(path);
  const part = zip.read.get(key) ?? read(zip, zip.parts.get(key), reader);
  zip.read.set(key, part);
  return part.ok ? part : failure(part.problems[0]?.code ?? 'damaged-workbook', inPart(path));
}

function read(zip: Package, entry: ZipEntry | undefined, reader?: ListReader): Result<XmlPart> {
  if (!entry) return failure('damaged-workbook');
  const { spent } = zip;
  spent.bytes += entry.size;
  spent.packed += entry.compressedSize;
  const isBomb = spent.bytes > smallSize && spent.bytes > spent.packed * ratioLimit;
  if (isBomb || spent.bytes > xmlLimit) return failure('too-large');
  const content = unpacked(zip.bytes, entry);
  if (!content) return failure('damaged-workbook');
  const reading = { nodeLimit: nodeLimit - spent.nodes, ...(reader && { reader }) };
  const part = parseXml(asUtf8(content), reading);
  if (part.ok) spent.nodes += part.value.nodes;
  return part;
}

/** A part's bytes; `null` where it can't be unpacked or is not what the zip declares. */
export function unpacked(
  bytes: Uint8Array,
  { data, compressedSize, size, method, crc }: ZipEntry,
): Uint8Array | null {
  const packed = bytes.subarray(data, data + compressedSize);
  const content = method === 0 ? packed : inflate(packed, size);
  return content && crc32(content) === crc ? content : null;
}
