import { crc32 } from './crc32.ts';
import { deflate } from './deflated.ts';
import { joined } from './joined.ts';
import { viewOf, type ZipDirectory } from './zip-directory.ts';

const descriptorFlag = 0b1000;

/**
 * The same zip with the content of some parts replaced. All other parts keep their compressed
 * bytes, and every part its place, date, attributes and comment.
 */
export function replaceParts(
  { bytes, entries, end }: ZipDirectory,
  contents: ReadonlyMap<string, Uint8Array>,
): Uint8Array {
  // Not `slice`: that of Node's Buffer, which is one too, gives a view of the file itself.
  const copied = (from: number, to?: number) => new Uint8Array(bytes.subarray(from, to));
  const pieces: Uint8Array[] = [];
  const records = new Map<string, Uint8Array>();
  let length = 0;
  const add = (piece: Uint8Array) => {
    pieces.push(piece);
    length += piece.length;
  };
  for (const entry of [...entries].sort((a, b) => a.from - b.from)) {
    const record = copied(...entry.record);
    viewOf(record).setUint32(42, length, true);
    records.set(entry.name, record);
    const content = contents.get(entry.name);
    if (!content) {
      add(bytes.subarray(entry.from, entry.to));
      continue;
    }
    const packed = deflate(content);
    const header = copied(entry.from, entry.data);
    // The header and the record tell the same: flags, method, then checksum and sizes.
    for (const [part, at] of [
      [header, 6],
      [record, 8],
    ] as const) {
      const view = viewOf(part);
      view.setUint16(at, view.getUint16(at, true) & ~descriptorFlag, true);
      view.setUint16(at + 2, 8, true);
      view.setUint32(at + 8, crc32(content), true);
      view.setUint32(at + 12, packed.length, true);
      view.setUint32(at + 16, content.length, true);
    }
    add(header);
    add(packed);
  }
  const directoryFrom = length;
  for (const { name } of entries) add(records.get(name) as Uint8Array);
  const close = copied(end);
  viewOf(close).setUint32(12, length - directoryFrom, true);
  viewOf(close).setUint32(16, directoryFrom, true);
  add(close);

  return joined(pieces);
}
