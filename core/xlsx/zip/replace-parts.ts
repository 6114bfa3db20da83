import { crc32 } from './crc32.ts';
import { deflate } from './deflated.ts';
import { joined } from './joined.ts';
import { longField, partKey, viewOf, type ZipDirectory, type ZipEntry } from './zip-directory.ts';

const descriptorFlag = 0b1000;
const endLength = 22;

/**
 * The same zip with the content of some parts replaced, by their keys (`partKey`). All other parts
 * keep their compressed bytes, and every part its place, date, attributes and comment. Numbers that
 * took 64 bits are written in 32: a file that is opened has none that needs more.
 */
export function replaceParts(
  { bytes, entries, end }: ZipDirectory,
  contents: ReadonlyMap<string, Uint8Array>,
): Uint8Array {
  const pieces: Uint8Array[] = [];
  const records = new Map<ZipEntry, Uint8Array>();
  let length = 0;
  const add = (piece: Uint8Array) => {
    pieces.push(piece);
    length += piece.length;
  };
  for (const entry of [...entries].sort((a, b) => a.from - b.from)) {
    const content = contents.get(partKey(entry.name));
    const packed = content && deflate(content);
    const size = content?.length ?? entry.size;
    const record = withoutLong(bytes.subarray(...entry.record), 46, 30);
    setNumbers(record, 20, packed?.length ?? entry.compressedSize, size);
    viewOf(record).setUint32(42, length, true);
    records.set(entry, record);
    if (!content || !packed) {
      add(bytes.subarray(entry.from, entry.to));
      continue;
    }
    const header = withoutLong(bytes.subarray(entry.from, entry.data), 30, 28);
    setNumbers(header, 18, packed.length, size);
    // The header and the record tell the same: flags, method, then the checksum.
    for (const [part, at] of [
      [header, 6],
      [record, 8],
    ] as const) {
      const view = viewOf(part);
      view.setUint16(at, view.getUint16(at, true) & ~descriptorFlag, true);
      view.setUint16(at + 2, 8, true);
      view.setUint32(at + 8, crc32(content), true);
    }
    add(header);
    add(packed);
  }
  const directoryFrom = length;
  for (const entry of entries) add(records.get(entry) as Uint8Array);
  const close = copied(bytes.subarray(end));
  const view = viewOf(close);
  for (const at of [8, 10]) view.setUint16(at, entries.length, true);
  view.setUint32(endLength - 10, length - directoryFrom, true);
  view.setUint32(endLength - 6, directoryFrom, true);
  add(close);
  return joined(pieces);
}

/** Not `slice`: that of Node's Buffer, which is one too, gives a view of the file itself. */
const copied = (bytes: Uint8Array): Uint8Array => new Uint8Array(bytes);

function setNumbers(part: Uint8Array, at: number, compressedSize: number, size: number): void {
  viewOf(part).setUint32(at, compressedSize, true);
  viewOf(part).setUint32(at + 4, size, true);
}

/** A copy of a header or a record without its field of 64-bit numbers; the name begins at `fixed`, the length of all fields stands at `lengthAt`. */
function withoutLong(part: Uint8Array, fixed: number, lengthAt: number): Uint8Array {
  const view = viewOf(part);
  const first = fixed + view.getUint16(lengthAt - 2, true);
  const to = first + view.getUint16(lengthAt, true);
  for (let at = first; at + 4 <= to; ) {
    const next = at + 4 + view.getUint16(at + 2, true);
    if (view.getUint16(at, true) === longField && next <= to) {
      const cut = joined([part.subarray(0, at), part.subarray(next)]);
      viewOf(cut).setUint16(lengthAt, to - first - (next - at), true);
      return cut;
    }
    at = next;
  }
  return copied(part);
}
