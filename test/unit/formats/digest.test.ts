import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checksumHolds, digest, withChecksum } from '../../../core/formats/digest.ts';
import { utf8 } from '../../../core/utf8.ts';
import { oddText } from './odd-text.ts';
import { sha256 } from './sha256.ts';

test.each([
  [{}, '44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a'],
  [{ b: 1, a: 'あ' }, createHash('sha256').update('{"a":"あ","b":1}').digest('hex')],
])('the digest of %o', async (value, hex) => {
  expect(await digest(value, sha256)).toBe(`sha256-${hex}`);
});

test('the bytes are those of every other encoder', () => {
  fc.assert(
    fc.property(oddText, (text) => {
      expect(utf8(text)).toEqual(new TextEncoder().encode(text));
    }),
  );
});

test('a checksum is that of all the rest, and stands last', async () => {
  const object = { format: 'x', text: '葛\u{e0100}', list: [1, { b: '\ud800', a: null }] };
  const checked = await withChecksum(object, sha256);
  expect(Object.keys(checked)).toEqual(['format', 'text', 'list', 'checksum']);
  expect(checked.checksum).toBe(await digest(object, sha256));
  expect(await withChecksum(checked, sha256)).toEqual(checked);
  expect(await checksumHolds(checked, sha256)).toBe(true);
  expect(await checksumHolds({ ...checked, text: '葛' }, sha256)).toBe(false);
  expect(await checksumHolds({ ...checked, list: [1, { b: '\ufffd', a: null }] }, sha256)).toBe(
    false,
  );
  expect(await checksumHolds({ ...checked, further: 1 }, sha256)).toBe(false);
  expect(await checksumHolds(object, sha256)).toBe(false);
});
