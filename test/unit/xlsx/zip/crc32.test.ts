import { crc32 as known } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { crc32 } from '../../../../core/xlsx/zip/crc32.ts';

test('the checksum is that of zlib, wherever the bytes lie in memory', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 40 }), fc.nat(7), (bytes, from) => {
      const own = bytes.subarray(from);
      expect(crc32(own)).toBe(known(own));
    }),
    { numRuns: 2000 },
  );
});
