/** The UTF-8 bytes of a text; a lone surrogate becomes U+FFFD. Core has no TextEncoder. */
export function utf8(text: string): Uint8Array<ArrayBuffer> {
  // Three bytes a unit suffice: a pair of units takes four.
  const bytes = new Uint8Array(text.length * 3);
  let length = 0;
  for (const character of text) {
    const point = character.codePointAt(0) as number;
    if (point < 0x80) {
      bytes[length++] = point;
    } else if (point < 0x800) {
      bytes[length++] = 0xc0 | (point >> 6);
      bytes[length++] = 0x80 | (point & 0x3f);
    } else if (point < 0x10000) {
      const known = point >= 0xd800 && point < 0xe000 ? 0xfffd : point;
      bytes[length++] = 0xe0 | (known >> 12);
      bytes[length++] = 0x80 | ((known >> 6) & 0x3f);
      bytes[length++] = 0x80 | (known & 0x3f);
    } else {
      bytes[length++] = 0xf0 | (point >> 18);
      bytes[length++] = 0x80 | ((point >> 12) & 0x3f);
      bytes[length++] = 0x80 | ((point >> 6) & 0x3f);
      bytes[length++] = 0x80 | (point & 0x3f);
    }
  }
  return bytes.slice(0, length);
}
