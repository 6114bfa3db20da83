import { constants, deflateRawSync, inflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { deflate } from '../../../core/xlsx/deflate.ts';
import { inflate } from '../../../core/xlsx/inflate.ts';

/** Bytes in which much repeats, near and far, or nothing does. */
const bytes = fc.oneof(
  fc.uint8Array({ maxLength: 300 }),
  fc
    .tuple(fc.array(fc.uint8Array({ maxLength: 90 }), { minLength: 1, maxLength: 9 }), fc.nat(600))
    .map(([pieces, count]) =>
      Uint8Array.from(
        Array.from({ length: count }, (_, n) => [
          ...(pieces[(n * n) % pieces.length] ?? []),
        ]).flat(),
      ),
    ),
);
const samples: [what: string, content: Uint8Array][] = [
  ['nothing', new Uint8Array()],
  ['one byte', Uint8Array.of(7)],
  ['100,000 zeros', new Uint8Array(100_000)],
  ['a repeat as far away as can be told', repeated(32_768)],
  ['one too far away', repeated(32_769)],
];

function repeated(distance: number): Uint8Array {
  const content = Uint8Array.from({ length: distance + 64 }, (_, at) => (at * at * 31 + at) >> 3);
  content.copyWithin(distance, 0, 64);
  return content;
}

const plain = (content: Uint8Array | null) => content && Buffer.from(content).toString('hex');

test.each(samples)('%s: packed for zlib and for ourselves', (_, content) => {
  const packed = deflate(content);
  expect(plain(inflateRawSync(packed))).toBe(plain(content));
  expect(plain(inflate(packed, content.length))).toBe(plain(content));
});

test('what is packed comes out again, whoever packs and unpacks', () => {
  const ways = [
    ...[0, 1, 6, 9].map((level) => ({ level })),
    { strategy: constants.Z_FIXED },
    { strategy: constants.Z_HUFFMAN_ONLY },
    { strategy: constants.Z_RLE },
  ];
  fc.assert(
    fc.property(bytes, fc.constantFrom(...ways), (content, way) => {
      expect(plain(inflateRawSync(deflate(content)))).toBe(plain(content));
      expect(plain(inflate(deflateRawSync(content, way), content.length))).toBe(plain(content));
    }),
  );
});

test('damaged data are refused, or come to as many bytes as are declared', () => {
  fc.assert(
    fc.property(bytes, fc.array(fc.tuple(fc.nat(), fc.nat(255))), (content, changes) => {
      const packed = new Uint8Array(deflateRawSync(content));
      for (const [at, byte] of changes) packed[at % packed.length] = byte;
      for (const size of [content.length, content.length + 1, Math.max(0, content.length - 1)]) {
        expect(inflate(packed, size)?.length ?? size).toBe(size);
      }
      expect(inflate(packed.subarray(0, -1), content.length + 1)).toBeNull();
    }),
  );
});

test('no more comes out than is declared', () => {
  const bomb = deflateRawSync(new Uint8Array(10_000_000));
  expect(inflate(bomb, 1000)).toBeNull();
  expect(inflate(Uint8Array.of(0b111), 10)).toBeNull();
});
