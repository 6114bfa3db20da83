/** What a byte does to the checksum, and what it does from one, two and three bytes further ahead. */
const table = new Uint32Array(4 * 256);
for (let at = 0; at < table.length; at++) {
  let value = at < 256 ? at : (table[at - 256] as number);
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  table[at] = value;
}

/** The checksum that a zip keeps of each part. */
export function crc32(bytes: Uint8Array): number {
  let value = ~0;
  let at = 0;
  // Four bytes at once take half the time.
  for (; at + 4 <= bytes.length; at += 4) {
    value ^=
      (bytes[at] as number) |
      ((bytes[at + 1] as number) << 8) |
      ((bytes[at + 2] as number) << 16) |
      ((bytes[at + 3] as number) << 24);
    value =
      (table[768 + (value & 0xff)] as number) ^
      (table[512 + ((value >>> 8) & 0xff)] as number) ^
      (table[256 + ((value >>> 16) & 0xff)] as number) ^
      (table[value >>> 24] as number);
  }
  for (; at < bytes.length; at++) {
    value = (table[(value ^ (bytes[at] as number)) & 0xff] as number) ^ (value >>> 8);
  }
  return ~value >>> 0;
}
