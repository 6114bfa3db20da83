/** Texts and their UTF-8 bytes, made with the engine's own means, which pages and Node have and ES2023 does not name. */

interface Means {
  readonly TextDecoder: new () => { decode(bytes: Uint8Array): string };
  readonly TextEncoder: new () => { encode(text: string): Uint8Array<ArrayBuffer> };
}
const { TextDecoder, TextEncoder } = globalThis as unknown as Means;
const decoder = new TextDecoder();
const encoder = new TextEncoder();

/** The UTF-8 bytes of a text. */
export const utf8Bytes = (text: string): Uint8Array<ArrayBuffer> => encoder.encode(text);

/** A piece this short is put together sign by sign before those means have begun. */
const short = 24;

/** The text of bytes that are UTF-8 (`isUtf8`), or of some of them. */
export function utf8Text(bytes: Uint8Array, from = 0, to = bytes.length): string {
  if (to - from <= short) {
    let text = '';
    let at = from;
    for (; at < to && (bytes[at] as number) < 0x80; at++) {
      text += String.fromCharCode(bytes[at] as number);
    }
    if (at === to) return text;
  }
  // A mark of byte order would be left out: inside a text it is a character.
  return (
    (startsWithMark(bytes, from, to) ? '\ufeff' : '') + decoder.decode(bytes.subarray(from, to))
  );
}

/** Whether bytes are UTF-8 (RFC 3629, 4). Byte by byte: to make a text of them only to look at it takes twice their memory. */
export function isUtf8(bytes: Uint8Array): boolean {
  for (let at = 0; at < bytes.length; ) {
    const first = bytes[at++] as number;
    if (first < 0x80) continue;
    const more = first < 0xc2 || first > 0xf4 ? 0 : first < 0xe0 ? 1 : first < 0xf0 ? 2 : 3;
    if (more === 0) return false;
    const second = bytes[at] ?? 0;
    // Nothing longer than it need be, no half of a pair, nothing behind the last character.
    const least = first === 0xe0 ? 0xa0 : first === 0xf0 ? 0x90 : 0x80;
    const most = first === 0xed ? 0x9f : first === 0xf4 ? 0x8f : 0xbf;
    if (second < least || second > most) return false;
    for (let n = 1; n < more; n++) if (((bytes[at + n] ?? 0) & 0xc0) !== 0x80) return false;
    at += more;
  }
  return true;
}

const startsWithMark = (bytes: Uint8Array, from: number, to: number): boolean =>
  to - from >= 3 && bytes[from] === 0xef && bytes[from + 1] === 0xbb && bytes[from + 2] === 0xbf;
