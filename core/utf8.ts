/** Texts and their UTF-8 bytes. Core has no TextEncoder and no TextDecoder. */

/** The most bytes that a text may take: three a unit, for a pair of units takes four. */
export const mostBytes = (text: string): number => text.length * 3;

/** The bytes of a text; a lone surrogate becomes U+FFFD. */
export function utf8(text: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(mostBytes(text));
  return bytes.slice(0, writeUtf8(text, bytes, 0));
}

/** Writes a text's bytes between others; answers with where they end. */
export function writeUtf8(text: string, bytes: Uint8Array, from: number): number {
  let length = from;
  for (let at = 0; at < text.length; at++) {
    let point = text.charCodeAt(at);
    if (point < 0x80) {
      bytes[length++] = point;
      continue;
    }
    if (point >= 0xd800 && point < 0xe000) {
      const whole = text.codePointAt(at) as number;
      point = whole === point ? 0xfffd : whole;
    }
    if (point < 0x800) {
      bytes[length++] = 0xc0 | (point >> 6);
    } else if (point < 0x10000) {
      bytes[length++] = 0xe0 | (point >> 12);
      bytes[length++] = 0x80 | ((point >> 6) & 0x3f);
    } else {
      bytes[length++] = 0xf0 | (point >> 18);
      bytes[length++] = 0x80 | ((point >> 12) & 0x3f);
      bytes[length++] = 0x80 | ((point >> 6) & 0x3f);
      at++;
    }
    bytes[length++] = 0x80 | (point & 0x3f);
  }
  return length;
}

/** Units put together at once: many more at a time would not fit the engine's stack. */
const pieceLength = 4096;

/** The text of bytes that are UTF-8 (`isUtf8`), or of some of them. */
export function utf8Text(bytes: Uint8Array, from = 0, to = bytes.length): string {
  let text = '';
  let units: number[] = [];
  for (let at = from; at < to; ) {
    const lead = bytes[at++] as number;
    if (lead < 0x80) units.push(lead);
    else {
      const more = lead < 0xe0 ? 1 : lead < 0xf0 ? 2 : 3;
      let point = lead & (0x3f >> more);
      for (const end = at + more; at < end; at++)
        point = (point << 6) | ((bytes[at] as number) & 0x3f);
      if (point < 0x10000) units.push(point);
      else units.push(0xd7c0 + (point >> 10), 0xdc00 | (point & 0x3ff));
    }
    if (units.length >= pieceLength) {
      text += String.fromCharCode(...units);
      units = [];
    }
  }
  return text + String.fromCharCode(...units);
}

/** Whether bytes are UTF-8: no more of them than a character needs, no half pairs (RFC 3629, 4). */
export function isUtf8(bytes: Uint8Array): boolean {
  for (let at = 0; at < bytes.length; at++) {
    const lead = bytes[at] as number;
    if (lead < 0x80) continue;
    const more = lead < 0xc2 || lead > 0xf4 ? 0 : lead < 0xe0 ? 1 : lead < 0xf0 ? 2 : 3;
    const second = bytes[at + 1] ?? 0;
    const least = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
    const most = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
    if (more === 0 || second < least || second > most) return false;
    for (let n = 2; n <= more; n++) if (((bytes[at + n] ?? 0) & 0xc0) !== 0x80) return false;
    at += more;
  }
  return true;
}
