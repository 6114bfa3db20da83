import { describe, expect, test } from 'vitest';
import { captionNumber } from '../../../core/sheet/form/cards-numbers.ts';
import { located } from '../../../core/sheet/form/recognize.ts';
import type { Grid } from '../../../core/xlsx/grid.ts';
import { drawn } from './grids.ts';

test.each([
  ['サービス目標 1', 1],
  ['目標２', 2],
  ['目標（3）', 3],
  ['第1目標', 1],
  ['第一目標', 1],
  ['第２の目標', 2],
  ['【目標2】', 2],
  ['No.3', 3],
  ['4', 4],
  ['②', 2],
  ['Ⅱ', 2],
  ['目標⑫', 12],
  ['カード2', 2],
  ['目標 その2', 2],
  ['その三', 3],
  ['目標二', 2],
  ['重点目標3', 3],
  ['重点取組２', 2],
  ['3 つ目の目標', 3],
  ['二番目の目標', 2],
  ['１枚目', 1],
  ['目標3（重点）', 3],
  ['サービス向上目標カード　２', 2],
  // Said twice.
  ['１　目標その一', 1],
  ['◆ 2つ目の目標　／　No. 2', 2],
])('the number of the caption %j is %d', (text, number) => {
  expect(captionNumber(text)).toBe(number);
});

test.each([
  '令和8年度',
  '3分以内',
  '2階',
  '様式1',
  '様式第2号',
  '別紙1',
  '10％',
  '9月',
  '第1四半期',
  '1年目',
  '１～３',
  '2026-1',
  '目標1-2',
  '1日3回',
  '5人',
  '内線 12',
  '3つの目標',
  '窓口応対',
  '一般',
  '目標',
  '',
])('%j is no number of a card', (text) => {
  expect(captionNumber(text)).toBeNull();
});

/** Four cards in two columns, the captions row by row. */
function fourCards(captions: readonly [string, string, string, string]): Grid {
  const [one, two, three, four] = captions;
  const grid = drawn(
    `
サービス向上カード | - | - | - | -
課名 | 市民課 | - | - | -
${one} | | - | ${two} |
目標 | | - | 目標 |
結果 | | - | 結果 |
${three} | | - | ${four} |
目標 | | - | 目標 |
結果 | | - | 結果 |
`,
    { merges: 'A3:B3 D3:E3 A6:B6 D6:E6' },
  );
  const cells = new Map(grid.cells);
  for (const at of ['A3', 'D3', 'A6', 'D6']) {
    const cell = cells.get(at);
    if (cell) cells.set(at, { ...cell, look: { ...cell.look, filled: true } });
  }
  return { ...grid, cells };
}

/** Where the targets go, and their results, in the order of the section's; or the problem. */
function order(captions: readonly [string, string, string, string]): string {
  const found = located([fourCards(captions)]);
  if (!found.ok) {
    return found.problems
      .map(({ code, params = {} }) => [code, ...Object.values(params)].join(' '))
      .join();
  }
  const targets = found.value.sections[0]?.targets ?? [];
  return targets.map(({ cells }) => `${cells.target?.cell}-${cells.result?.cell}`).join(' ');
}

describe.each([
  'サービス目標 {}',
  '目標{}',
  '目標（{}）',
  '第{}目標',
  '【目標{}】',
  'No.{}',
  '{}',
  'カード{}',
  '目標 その{}',
  '重点目標{}',
  '{} つ目の目標',
  '{}　目標',
])('cards with the captions %s', (caption) => {
  const numbered = (numbers: readonly string[]) =>
    numbers.map((each) => caption.replace('{}', each)) as [string, string, string, string];

  test.each([
    ['across first', ['1', '2', '3', '4'], 'B4-B5 E4-E5 B7-B8 E7-E8'],
    ['down first', ['1', '3', '2', '4'], 'B4-B5 B7-B8 E4-E5 E7-E8'],
    ['from the right', ['２', '１', '４', '３'], 'E4-E5 B4-B5 E7-E8 B7-B8'],
  ])('numbered %s are filled by their numbers', (_, numbers, is) => {
    expect(order(numbered(numbers))).toBe(is);
  });

  test('with numbers that can’t be followed are asked about', () => {
    expect(order(numbered(['1', '3', '5', '7']))).toBe('column-unclear target');
  });
});

test.each<[string, [string, string, string, string]]>([
  ['of two counts', ['1-1', '2-1', '1-2', '2-2']],
  ['of letters', ['カードＡ', 'カードＣ', 'カードＢ', 'カードＤ']],
  ['of other things', ['1階', '2階', '3階', '4階']],
])('captions %s are asked about', (_, captions) => {
  expect(order(captions)).toBe('column-unclear target');
});

test('cards without captions are filled across first', () => {
  expect(order(['', '', '', ''])).toBe('B4-B5 E4-E5 B7-B8 E7-E8');
});
