import { deflateSync, Inflate, inflateSync } from 'fflate';

/** Packs the bytes of a part; the strongest way would take twice as long and save a tenth. */
export const deflate = (content: Uint8Array): Uint8Array => deflateSync(content, { level: 1 });

/** Deflate makes at most a thousand times of what it is given at once: this much is soon over, whatever comes out. */
const atOnce = 16 * 1024;
const pieceLength = 8 * 1024;

/**
 * Unpacks what comes to so many bytes; `null` where it can't be unpacked or comes to another size, or
 * where a piece of it, looked at as it comes out, is refused. What would come to far more is left as
 * soon as that is seen (F23); a little more may not be told from the right size: the part's checksum
 * does that.
 */
export function inflate(
  packed: Uint8Array,
  size: number,
  accepts: (piece: Uint8Array, from: number) => boolean,
): Uint8Array | null {
  // Nobody packs so badly: the size is a lie.
  if (packed.length > 2 * size + 1024) return null;
  const content = new Uint8Array(size);
  let length = 0;
  let refused = false;
  const keep = (piece: Uint8Array) => {
    if (length + piece.length <= size) content.set(piece, length);
    refused ||= !accepts(piece, length);
    length += piece.length;
  };
  try {
    if (packed.length <= atOnce) {
      length = inflateSync(packed, { out: content }).length;
      refused = !accepts(content, 0);
    } else {
      const inflater = new Inflate(keep);
      for (let at = 0; at < packed.length && length <= size && !refused; at += pieceLength) {
        inflater.push(packed.subarray(at, at + pieceLength), at + pieceLength >= packed.length);
      }
    }
  } catch {
    return null;
  }
  return length === size && !refused ? content : null;
}
