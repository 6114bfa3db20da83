import fc from 'fast-check';
import { expect, test } from 'vitest';
import { utf8 } from '../../core/utf8.ts';

test('texts become the bytes that the platform makes of them', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect([...utf8(text)]).toEqual([...new TextEncoder().encode(text)]);
    }),
  );
  for (const text of ['', '令和８年度', '𠮷野家', '\ud83d', 'a\udc00b', '\ufeff\ufffe']) {
    expect([...utf8(text)]).toEqual([...new TextEncoder().encode(text)]);
  }
});
