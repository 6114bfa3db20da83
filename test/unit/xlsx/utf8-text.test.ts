import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isUtf8, utf8Text } from '../../../core/xlsx/utf8-text.ts';

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
function decoded(bytes: Uint8Array): string | null {
  try {
    return strict.decode(bytes);
  } catch {
    return null;
  }
}

test('bytes are read where they are UTF-8', () => {
  const byte = fc.oneof(
    fc.nat(255),
    fc.constantFrom(
      0xc0,
      0xc2,
      0xe0,
      0xe3,
      0xed,
      0xf0,
      0xf4,
      0xf5,
      0x80,
      0x8f,
      0x90,
      0x9f,
      0xa0,
      0xbf,
    ),
  );
  fc.assert(
    fc.property(fc.array(byte, { maxLength: 6 }), (list) => {
      const bytes = Uint8Array.from(list);
      expect(isUtf8(bytes)).toBe(decoded(bytes) !== null);
      if (isUtf8(bytes)) expect(utf8Text(bytes)).toBe(decoded(bytes));
    }),
    { numRuns: 2000 },
  );
});

test('a long text is put together again', () => {
  const text = 'ふりかえり𠮷a'.repeat(5000);
  expect(utf8Text(new TextEncoder().encode(text))).toBe(text);
});

test('a mark of byte order inside a text is a character of it', () => {
  const text = '<t>\ufeffあ\ufffd</t>';
  const bytes = new TextEncoder().encode(text);
  expect(isUtf8(bytes)).toBe(true);
  expect(utf8Text(bytes, 3, bytes.length - 4)).toBe('\ufeffあ\ufffd');
});
