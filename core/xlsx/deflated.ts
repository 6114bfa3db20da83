import { deflateSync, inflateSync } from 'fflate';

/** Packs the bytes of a part; the strongest way would take twice as long and save a tenth. */
export const deflate = (content: Uint8Array): Uint8Array => deflateSync(content, { level: 1 });

/**
 * Unpacks what comes to so many bytes; `null` where it can't be unpacked or comes to fewer. More are
 * never made, and not told from the right ones: the part's checksum does that.
 */
export function inflate(packed: Uint8Array, size: number): Uint8Array | null {
  try {
    const content = inflateSync(packed, { out: new Uint8Array(size) });
    return content.length === size ? content : null;
  } catch {
    return null;
  }
}
