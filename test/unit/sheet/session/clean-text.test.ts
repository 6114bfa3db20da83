import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanText, comparableText } from '../../../../core/sheet/session/clean-text.ts';
import { oddText } from '../../formats/odd-text.ts';

describe('cleaned', () => {
  test.each<[string, string, string]>([
    ['Word’s soft break', '一行目\u000b二行目', '一行目\n二行目'],
    ['Word’s page break', '一枚目\u000c二枚目', '一枚目\n二枚目'],
    ['a mail’s line ends', '一行目\r\n二行目\r三行目\n', '一行目\n二行目\n三行目\n'],
    ['separators of lines and paragraphs', '一\u2028二\u2029三\u0085四', '一\n二\n三\n四'],
    ['tabs', '項目\t内容', '項目 内容'],
    ['no-break blanks', '5\u00a0分', '5 分'],
    ['soft hyphens', 'infor\u00admation', 'information'],
    ['Word’s own hyphens', 'A\u001e1\u001f2', 'A-12'],
    ['zero-width characters', '区\u200b民\u200c課\u2060\ufeff', '区民課'],
    ['a joiner that joins nothing', '区\u200d民', '区民'],
    ['marks of direction', '\u200e\u202a区\u202c民\u2068課\u2069', '区民課'],
  ])('%s', (_, text, expected) => {
    expect(cleanText(text)).toBe(expected);
  });
});

test.each([
  '　字下げした段落。\n　次の段落。',
  '葛\u{e0100}飾区の𠮷田さん',
  '神\ufe00社',
  '👩‍👩‍👧‍👦 👩🏽‍💻 ❤️‍🔥',
  'が',
  '区⺠課 〜',
])('%s stays', (text) => {
  expect(cleanText(text)).toBe(text);
});

test('what is clean stays, and nothing that can be seen goes', () => {
  const seen = (text: string) => text.match(/[\p{L}\p{N}\p{P}\p{S}]/gu)?.join('') ?? '';
  fc.assert(
    fc.property(fc.oneof(oddText, fc.string({ unit: 'grapheme' })), (text) => {
      const clean = cleanText(text);
      expect(cleanText(clean)).toBe(clean);
      expect(seen(clean)).toBe(seen(text.replaceAll('\u001e', '-')));
    }),
  );
});

test.each<[string, string | null, string | null]>([
  ['　一\u000b　二\t\n', '一\n二', '一\n二'],
  ['一\r\n\u200b二', '　一\n　二', '一\n二'],
  ['\u200b\t', null, null],
])('%j says what %j says', (one, other, told) => {
  expect(comparableText(one)).toBe(told);
  expect(comparableText(other ?? '')).toBe(told);
});
