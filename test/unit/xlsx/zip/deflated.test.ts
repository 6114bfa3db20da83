import { constants, deflateRawSync, inflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { deflate } from '../../../../core/xlsx/zip/deflated.ts';
import { inflate } from '../../../../core/xlsx/zip/inflate.ts';

const few = Buffer.from('ふりかえり'.repeat(50));
/** Packed, more than is unpacked at once. */
const many = Uint8Array.from({ length: 60_000 }, (_, at) => (at * at * 31 + at) >> 3);
/** Signs each of which is met as often as the two before it together: codes would be as long as there are signs. */
const rarer = Array.from({ length: 25 }, (_, sign) => {
  const times = Math.round(1.618 ** sign / 2.236) + 1;
  // No four in a row are met again.
  return Uint8Array.from({ length: times * 2 }, (_, at) => (at % 2 ? (at * 167) % 251 : sign));
});
const bomb = deflateRawSync(new Uint8Array(30_000_000));

test.each([
  ['little', few],
  ['much', many],
])('%s is packed for zlib and unpacked from it', (_, content) => {
  expect(inflateRawSync(deflate(content)).equals(content)).toBe(true);
  const packed = deflateRawSync(content);
  const unpacked = inflate(packed, content.length);
  expect(unpacked && Buffer.from(unpacked).equals(content)).toBe(true);
  expect(inflate(packed, content.length + 1)).toBeNull();
  expect(inflate(packed.subarray(0, -20), content.length)).toBeNull();
});

test.each([
  ['what comes to more than it declares', 20_000],
  ['what comes to far more', 10],
])('%s is left', (_, size) => {
  expect(inflate(bomb, size)).toBeNull();
});

const strategies = [0, 1, 2, 3, 4];

test('whatever zlib packs is unpacked, and nothing but that', () => {
  const pieces = fc.array(
    fc.oneof(
      fc.uint8Array({ maxLength: 400 }),
      fc
        .tuple(fc.nat(255), fc.nat(70_000))
        .map(([byte, count]) => new Uint8Array(count).fill(byte)),
    ),
    { maxLength: 6 },
  );
  fc.assert(
    fc.property(
      pieces,
      fc.nat(9),
      fc.constantFrom(...strategies),
      fc.nat(),
      (all, level, strategy, cut) => {
        const content = Buffer.concat(all);
        const packed = deflateRawSync(content, { level, strategy });
        const unpacked = inflate(packed, content.length);
        return (
          unpacked !== null &&
          content.equals(unpacked) &&
          inflate(packed, content.length + 1) === null &&
          (content.length === 0 || inflate(packed, content.length - 1) === null) &&
          inflate(packed.subarray(0, cut % packed.length), content.length) === null
        );
      },
    ),
    { numRuns: 300 },
  );
});

test('whatever bytes are given, they are unpacked as zlib does or not at all', () => {
  const sizes = fc.nat(2_000);
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), sizes, (packed, size) => {
      const unpacked = inflate(packed, size);
      if (!unpacked) return true;
      return inflateRawSync(packed, { finishFlush: constants.Z_SYNC_FLUSH }).equals(unpacked);
    }),
    { numRuns: 2_000 },
  );
});

test('whatever is packed, zlib and we unpack', () => {
  const pieces = fc.array(
    fc.oneof(
      fc.uint8Array({ maxLength: 3_000 }),
      fc.tuple(fc.nat(255), fc.nat(40_000)).map(([byte, count]) => Buffer.alloc(count, byte)),
      // What was met before, near and far, and rare signs, whose codes grow long.
      fc.nat(30_000).map((count) => many.subarray(0, count)),
      fc.nat(40).map((steps) => Buffer.concat(rarer.slice(0, steps))),
      fc.string({ maxLength: 3_000 }).map((text) => Buffer.from(text)),
    ),
    { maxLength: 6 },
  );
  fc.assert(
    fc.property(pieces, (all) => {
      const content = Buffer.concat(all);
      const packed = deflate(content);
      const unpacked = inflate(packed, content.length);
      return (
        inflateRawSync(packed).equals(content) && unpacked !== null && content.equals(unpacked)
      );
    }),
    { numRuns: 500 },
  );
});
