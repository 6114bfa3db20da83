/** The UTF-8 bytes of a text; a lone surrogate becomes U+FFFD. Core has no TextEncoder. */
export function utf8(text: string): Uint8Array<ArrayBuffer> {
  // Three a unit at most, for a pair of units takes four.
  const bytes = new Uint8Array(text.length * 3);
  let length = 0;
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
  return bytes.slice(0, length);
}
