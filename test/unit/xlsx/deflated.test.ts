import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { deflate, inflate } from '../../../core/xlsx/deflated.ts';

const few = Buffer.from('ふりかえり'.repeat(50));
/** Packed, more than is unpacked at once. */
const many = Uint8Array.from({ length: 60_000 }, (_, at) => (at * at * 31 + at) >> 3);
const bomb = deflateRawSync(new Uint8Array(30_000_000));

test.each([
  ['little', few],
  ['much', many],
])('%s is packed for zlib and unpacked from it', (_, content) => {
  expect(inflateRawSync(deflate(content)).equals(content)).toBe(true);
  const packed = deflateRawSync(content);
  const seen: number[] = [];
  const unpacked = inflate(packed, content.length, (piece, from) => {
    seen.push(from, piece.length);
    return true;
  });
  expect(unpacked && Buffer.from(unpacked).equals(content)).toBe(true);
  expect(seen[0]).toBe(0);
  expect((seen.at(-2) ?? 0) + (seen.at(-1) ?? 0)).toBe(content.length);
  expect(inflate(packed, content.length + 1, () => true)).toBeNull();
  expect(inflate(packed, content.length, () => false)).toBeNull();
  expect(inflate(packed.subarray(0, -20), content.length, () => true)).toBeNull();
});

test.each([
  ['what comes to more than it declares', 20_000, () => true],
  ['what comes to far more', 10, () => true],
  ['what is refused', 30_000_000, () => false],
])('%s is left', (_, size, accepts) => {
  let seen = 0;
  const look = (piece: Uint8Array) => {
    seen += piece.length;
    return accepts();
  };
  expect(inflate(bomb, size, look)).toBeNull();
  expect(seen).toBeLessThan(10_000_000);
});
