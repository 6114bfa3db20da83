import { describe, expect, test } from 'vitest';
import { located } from '../../../core/sheet/form/recognize.ts';
import { isPlainResult } from '../../../core/sheet/form/subject.ts';
import { drawn } from './grids.ts';

/** Which column is the result, where no word of the table says so for sure. */

test.each([
  '区民への対応結果',
  'みんなで取り組んだことの成果',
  'ＣＳ向上の成果',
  '窓口の改善の実績',
  'できたこと・結果',
])('%s speaks of nothing but what was done', (text) => {
  expect(isPlainResult(text)).toBe(true);
});

test.each([
  'アンケート結果',
  '満足度調査結果',
  'サービス満足度アンケート結果',
  '協議結果',
  '会議結果',
  '研修の結果',
  '審査結果',
  '面談結果',
  '点検結果',
  '他課からの評価結果',
  'モニタリング結果',
  '第三者診断結果',
  '入札結果',
  '次年度の結果',
  '前回の結果',
  '半期の結果',
  '10月時点の結果',
  '結果の公表日',
  '結果を見る人',
])('%s may be another’s', (text) => {
  expect(isPlainResult(text)).toBe(false);
});

const widths = (...letters: number[]) => new Map(letters.map((width, at) => [at + 1, width]));

function resultIn(headings: string, columnWidths = widths()): string {
  const grid = drawn(`サービス目標シート | - | -\n番号 | ${headings}\n1 | | |\n2 | | |`, {
    columnWidths,
  });
  const found = located([grid]);
  if (!found.ok) return found.problems.map(({ code }) => code).join();
  return found.value.sections[0]?.targets[0]?.cells.result?.cell ?? 'none';
}

describe('the result is', () => {
  test.each([
    [
      'the only column right of the target that ends in 結果',
      '目標 | 区民への対応結果 | 備考',
      'C3',
    ],
    ['none where two may be', '目標 | 区民への対応結果 | 市民への対応の成果', 'none'],
    ['none where another judges', '目標 | 利用者アンケート結果', 'none'],
    ['none left of the target', '区民への対応結果 | 目標 | 備考', 'none'],
    ['what says so surely, where both are there', '目標 | 区民への対応結果 | 実施結果', 'D3'],
    ['実績 beside 計画', '計画 | 実績', 'C3'],
    ['asked where it could be the 検証 too', '目標 | 結果 | 検証結果', 'column-unclear'],
  ])('%s', (_, headings, is) => {
    expect(resultIn(headings)).toBe(is);
  });

  test('none where the column is much narrower than the target’s', () => {
    const headings = '目標 | 区民への対応結果 | 備考';
    expect(resultIn(headings, widths(30, 300, 280, 100))).toBe('C3');
    expect(resultIn(headings, widths(30, 300, 100, 100))).toBe('none');
  });
});

test('計画 beside what is no result for sure is asked about', () => {
  expect(resultIn('計画 | 進捗')).toBe('column-unclear');
});
