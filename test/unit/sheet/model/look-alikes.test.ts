import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { folded } from '../../../../core/sheet/model/look-alikes.ts';

describe('reads the same', () => {
  test.each<[string, string, string]>([
    ['a width', 'ﾎｹﾝｾﾝﾀｰ １課', 'ホケンセンター 1課'],
    ['a joined mark', 'が', 'か\u3099'],
    ['a radical that NFKC knows', '⽬標及び具体的な取組内容', '目標及び具体的な取組内容'],
    [
      'radicals that it does not',
      '区⺠課、課⻑、⻘少年、⻄口、⻭科',
      '区民課、課長、青少年、西口、歯科',
    ],
    ['radicals whose Japanese form is another', '⼾籍、⿈⾊、⿊板', '戸籍、黄色、黒板'],
    ['a glyph that a selector asks for', '葛\u{e0100}飾区', '葛飾区'],
    ['a glyph that a short selector asks for', '神\ufe00奈川', '神奈川'],
    ['a zero-width blank', '区\u200b民\ufeff課', '区民課'],
    ['a soft hyphen', '区民\u00ad課', '区民課'],
    ['marks of direction', '\u202a区民課\u202c\u200e', '区民課'],
    ['wave dashes', '4月〜3月 4月～3月', '4月∼3月 4月~3月'],
    ['long marks and dashes', 'センター センタ－ センタ―', 'センタ‐ センタ− センタ-'],
    ['ruled lines for dashes', 'センタ─ センタ━', 'センター センター'],
    ['middle dots', '保護・支援 保護･支援', '保護·支援 保護•支援'],
  ])('%s', (_, one, other) => {
    expect(folded(one)).toBe(folded(other));
  });
});

describe('stays apart', () => {
  test.each([
    ['保護第1課', '保護第2課'],
    ['一', 'ー'],
    ['二', 'ニ'],
    ['斉藤', '齊藤'],
    ['竜', '龍'],
    ['土', '士'],
    ['区民 課', '区民課'],
    ['a', 'A'],
  ])('%s and %s', (one, other) => {
    expect(folded(one)).not.toBe(folded(other));
  });
});

test('every radical that Unicode has becomes an ideograph', () => {
  for (let code = 0x2e81; code < 0x2fd6; code++) {
    const radical = String.fromCharCode(code);
    if (/\p{Assigned}/u.test(radical)) expect(folded(radical)).toMatch(/^\p{Unified_Ideograph}$/u);
  }
});

test('no character goes that can be seen', () => {
  for (let code = 0x20; code < 0x3_0000; code++) {
    const text = String.fromCodePoint(code);
    if (/[\p{L}\p{N}\p{P}\p{S}]/u.test(text) && !/\p{DI}/u.test(text)) {
      expect(folded(text), code.toString(16)).not.toBe('');
    }
  }
});

test('what is folded stays as it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(folded(folded(text))).toBe(folded(text));
    }),
  );
  for (let code = 0; code < 0x1_0000; code++) {
    const once = folded(String.fromCharCode(code));
    expect(folded(once), code.toString(16)).toBe(once);
  }
});
