import { utf8Bytes } from '../utf8-text.ts';

/** Units that are made a text at once. */
const pieceLength = 4096;

/** The bytes of an XML part in UTF-8, its declaration with them, where they were in UTF-16; else as they are. */
export function asUtf8(bytes: Uint8Array): Uint8Array {
  const [first = 0, second = 0] = bytes;
  const isMarked = first + second === 0xfe + 0xff && first >= 0xfe;
  const isBig = isMarked ? first === 0xfe : first === 0;
  // Without a mark, only what a part must begin with can tell.
  const isUtf16 = isMarked || (first + second === 0x3c && first * second === 0 && bytes.length > 2);
  if (!isUtf16) return bytes;
  const [high, low] = isBig ? [0, 1] : [1, 0];
  let text = '';
  for (let at = isMarked ? 2 : 0; at + 1 < bytes.length; at += 2 * pieceLength) {
    const units: number[] = [];
    const to = Math.min(at + 2 * pieceLength, bytes.length - 1);
    for (let unit = at; unit < to; unit += 2) {
      units.push(((bytes[unit + high] as number) << 8) | (bytes[unit + low] as number));
    }
    text += String.fromCharCode(...units);
  }
  return utf8Bytes(text.replace(/^(<\?xml[^>]*?encoding\s*=\s*["'])[^"']*/, '$1UTF-8'));
}
