import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseRuby, stripRuby } from '../../../core/catalog/ruby.ts';

test.each([
  ['', []],
  ['よむ', [{ text: 'よむ' }]],
  [
    '｜電話《でんわ》に｜出《で》る。',
    [
      { text: '電話', reading: 'でんわ' },
      { text: 'に' },
      { text: '出', reading: 'で' },
      { text: 'る。' },
    ],
  ],
  ['電話《でんわ》', [{ text: '電話《でんわ》' }]],
  ['｜電話', [{ text: '｜電話' }]],
  ['｜《でんわ》', [{ text: '｜《でんわ》' }]],
  ['｜前｜電話《でんわ》', [{ text: '｜前' }, { text: '電話', reading: 'でんわ' }]],
  ['｜𠮷野《よしの》', [{ text: '𠮷野', reading: 'よしの' }]],
])('%s', (notation, segments) => {
  expect(parseRuby(notation)).toEqual(segments);
  expect(stripRuby(notation)).toBe(segments.map(({ text }) => text).join(''));
});

test('the segments hold the whole text, whatever it is', () => {
  const odd = fc.string({ unit: fc.constantFrom('｜', '《', '》', '電', 'で', '\ud842', ' ') });
  fc.assert(
    fc.property(odd, (notation) => {
      const segments = parseRuby(notation);
      expect(segments.map(({ text }) => text).join('')).toBe(stripRuby(notation));
    }),
  );
});
