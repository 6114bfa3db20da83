import { describe, expect, test } from 'vitest';
import { type ListWords, ruled } from '../../../core/sheet/fill/cell-rules.ts';
import { viewOf } from '../../../core/sheet/form/grid-view.ts';
import type { Validation } from '../../../core/xlsx/grid.ts';
import { areaOf, drawn } from './grids.ts';

/** What a cell A1 with a rule makes of a text. */
function told(rule: Validation | null, text: string, chosen?: ListWords): string {
  const grid = drawn('|', { validations: rule ? [rule] : [] });
  const found = ruled(
    { views: new Map([['様式', viewOf(grid)]]) },
    { sheet: '様式', cell: 'A1' },
    text,
    chosen,
  );
  if (found.kind === 'kept') return found.text;
  return found.kind === 'too-long'
    ? `too-long ${found.max}`
    : `not-in-list ${found.words.join('')}`;
}
const list = (...words: string[]): Validation => ({ kind: 'list', areas: [areaOf('A1')], words });
const atMost = (max: number | null): Validation => ({
  kind: 'length',
  areas: [areaOf('A1')],
  min: 1,
  max,
});

describe('a list', () => {
  const words = ['達成', 'おおむね達成', '未達成'];
  test.each([
    ['達成', '達成'],
    ['おおむね達成', 'おおむね達成'],
    ['未達成', '未達成'],
    [' 達 成 ', '達成'],
    ['達成⺀', 'not-in-list 達成おおむね達成未達成'],
    ['できた', 'not-in-list 達成おおむね達成未達成'],
    ['', 'not-in-list 達成おおむね達成未達成'],
  ])('%j becomes %s', (text, is) => {
    expect(told(list(...words), text)).toBe(is);
  });

  test.each([
    ['達成', ['達成した', '概ね達成した', '達成できなかった'], '達成した'],
    ['おおむね達成', ['達成した', '概ね達成した', '達成できなかった'], '概ね達成した'],
    ['未達成', ['達成した', '概ね達成した', '達成できなかった'], '達成できなかった'],
    ['おおむね達成', ['達成', 'ほぼ達成', '未達成'], 'ほぼ達成'],
    ['未達成', ['達成', '未達'], '未達'],
    ['応対', ['①お知らせ', '②応対', '③電話'], '②応対'],
    ['電話', ['1.お知らせ', '3.電話'], '3.電話'],
    ['達成', ['Ａ．達成', 'Ｂ．未達成'], 'Ａ．達成'],
    ['ﾃｽﾄ', ['テスト'], 'テスト'],
    // No word of ours: a person chooses.
    ['達成', ['◎', '○', '△', '×'], 'not-in-list ◎○△×'],
    // Two that say the same: which is meant?
    ['達成', ['達成した', '達成できた'], 'not-in-list 達成した達成できた'],
  ])('%s in %j is %s', (text, words, is) => {
    expect(told(list(...words), text)).toBe(is);
  });

  test.each([
    ['達成', 'Ａ'],
    // Chosen for a form with other words.
    ['未達成', 'not-in-list ＡＢＣ'],
    ['おおむね達成', 'not-in-list ＡＢＣ'],
  ])('of letters has the word that was chosen for %s: %s', (text, is) => {
    const chosen = new Map([
      ['達成', 'Ａ'],
      ['未達成', '×'],
    ]);
    expect(told(list('Ａ', 'Ｂ', 'Ｃ'), text, chosen)).toBe(is);
  });

  test('whose words nobody can tell keeps the text', () => {
    expect(told({ kind: 'list', areas: [areaOf('A1')], words: null }, 'い')).toBe('い');
  });
});

describe('a length', () => {
  test('counts characters as people do', () => {
    expect(told(atMost(3), 'あいう')).toBe('あいう');
    expect(told(atMost(3), 'あいうえ')).toBe('too-long 3');
    expect(told(atMost(2), '𠮷野')).toBe('𠮷野');
    expect(told(atMost(0), 'あ')).toBe('too-long 0');
    expect(told(atMost(null), 'あ'.repeat(999))).toBe('あ'.repeat(999));
  });
});

test('no rule, or one for other cells', () => {
  expect(told(null, 'い')).toBe('い');
  expect(told({ kind: 'length', areas: [areaOf('B1:C9')], min: null, max: 1 }, 'いろ')).toBe(
    'いろ',
  );
});
