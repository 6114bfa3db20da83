import { strFromU8, strToU8 } from 'fflate';

/** The texts of UTF-8 bytes, as fflate reads them: with the engine's own means, which pages and Node have. */

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
  return (startsWithMark(bytes, from, to) ? '\ufeff' : '') + strFromU8(bytes.subarray(from, to));
}

/** Whether bytes are UTF-8. What is none is read as U+FFFD: where one is found, it is looked at whether it was written so. */
export function isUtf8(bytes: Uint8Array): boolean {
  const text = utf8Text(bytes);
  if (!text.includes('\ufffd')) return true;
  const again = strToU8(text);
  return again.length === bytes.length && again.every((byte, at) => byte === bytes[at]);
}

const startsWithMark = (bytes: Uint8Array, from: number, to: number): boolean =>
  to - from >= 3 && bytes[from] === 0xef && bytes[from + 1] === 0xbb && bytes[from + 2] === 0xbf;
