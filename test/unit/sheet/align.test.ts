import { describe, expect, test } from 'vitest';
import { align, labelKey } from '../../../core/sheet/form/align.ts';
import { viewOf } from '../../../core/sheet/form/grid-view.ts';
import type { Grid } from '../../../core/xlsx/grid.ts';
import { drawn } from './grids.ts';

/** The labels of the form below, as its fingerprint has them. */
const labels = [
  { text: '令和８年度 目標・結果シート', cell: 'A1' },
  { text: '部署名', cell: 'A3' },
  { text: '目標', cell: 'B3' },
  { text: '結果', cell: 'D3' },
  { text: '備考', cell: 'A6' },
];

const form = drawn(`
令和８年度 目標・結果シート | - | - | -
- | - | - | -
部署名 | 目標 | - | 結果
総務課 | | |
企画課 | | |
備考 | - | - | -
`);

/** Where addresses have gone; `?` where it can't be told; else the problem. */
function gone(grid: Grid, ...cells: string[]): string {
  const found = align(labels, viewOf(grid));
  return found.ok
    ? cells.map((cell) => found.value.cell(cell) ?? '?').join(' ')
    : found.problems
        .map(({ code, at, params }) => `${code} ${at.kind === 'cell' && at.cell} ${params?.label}`)
        .join();
}

test('in the form itself every address stays', () => {
  expect(gone(form, 'A1', 'B4', 'C4', 'D5', 'F9')).toBe('A1 B4 C4 D5 F9');
});

describe('rows and columns put in', () => {
  test('above all: everything goes down', () => {
    const grid = drawn(
      '- \n- \n令和８年度 目標・結果シート\n-\n部署名|目標|-|結果\n総務課|||\n企画課|||\n備考',
    );
    expect(gone(grid, 'B4', 'D5', 'A6')).toBe('B6 D7 A8');
  });

  test('between the title and the table: what lies below goes down', () => {
    const grid = drawn(
      '令和８年度 目標・結果シート\n-\n-\n部署名|目標|-|結果\n総務課|||\n企画課|||\n備考',
    );
    expect(gone(grid, 'A1', 'B3', 'D3', 'A6')).toBe('A1 B4 D4 A7');
  });

  test('inside, between two labels: before or behind the place, nobody knows', () => {
    const grid = drawn(
      '令和８年度 目標・結果シート\n-\n部署名|目標|-|結果\n総務課|||\n企画課|||\n|||\n備考',
    );
    expect(gone(grid, 'B3', 'B4', 'B5', 'A6')).toBe('B3 ? ? A7');
  });

  test('a column before all, and one between two headings', () => {
    const left = drawn(
      '-|令和８年度 目標・結果シート\n-\n-|部署名|目標|-|結果\n-|総務課|||\n-|企画課|||\n-|備考',
    );
    expect(gone(left, 'A4', 'B4', 'C4', 'D4')).toBe('B4 C4 D4 E4');
    const inside = drawn(
      '令和８年度 目標・結果シート\n-\n部署名|目標|-|-|結果\n総務課||||\n企画課||||\n備考',
    );
    expect(gone(inside, 'A4', 'B4', 'C4', 'D4')).toBe('A4 B4 ? E4');
  });

  test('what is put in behind the last label moves nothing', () => {
    const grid = drawn(
      '令和８年度 目標・結果シート\n-\n部署名|目標|-|結果|\n総務課||||\n企画課||||\n備考\n-',
    );
    expect(gone(grid, 'D4', 'A6')).toBe('D4 A6');
  });
});

describe('texts that people change', () => {
  test('another year in the title, whatever it is written in', () => {
    for (const year of [
      '令和９年度',
      '令和10年度',
      '令和9（2027）年度',
      '2027年度',
      '令和元年度',
    ]) {
      const grid = drawn(
        `${year} 目標・結果シート\n-\n部署名|目標|-|結果\n総務課|||\n企画課|||\n備考`,
      );
      expect(gone(grid, 'B4')).toBe('B4');
    }
  });

  test('blanks, widths and look-alikes in a label', () => {
    const grid = drawn(
      '令和８年度　目標･結果シート\n-\n部 署 名|⽬標|-|結\u200b果\n総務課|||\n企画課|||\n備　考',
    );
    expect(gone(grid, 'B4')).toBe('B4');
  });

  test('texts of other sections that say the same as a label', () => {
    const grid = drawn(
      '令和８年度 目標・結果シート\n-\n部署名|目標|-|結果\n総務課|結果||目標\n企画課|部署名||結果\n備考',
    );
    expect(gone(grid, 'B4', 'D4')).toBe('B4 D4');
  });

  test('other texts', () => {
    const grid = drawn(
      '令和８年度 目標・結果シート\n-\n部署名|目標|-|結果\n税務課|い||ろ\n区民課|は||に\n備考',
    );
    expect(gone(grid, 'B4', 'D5')).toBe('B4 D5');
  });
});

describe('another form, told by the label and where it was', () => {
  test.each<[string, string, string]>([
    ['a label gone', '部署名|目標|-|', 'form-differs D3 結果'],
    ['a label in other words', '部署名|めあて|-|結果', 'form-differs B3 目標'],
    ['headings in another order', '目標|部署名|-|結果', 'form-differs A3 部署名'],
    [
      'a heading twice, either of which it may be',
      '部署名|目標|目標|-|結果',
      'form-differs B3 目標',
    ],
  ])('%s', (_, header, problem) => {
    const grid = drawn(`令和８年度 目標・結果シート\n-\n${header}\n総務課|||\n企画課|||\n備考`);
    expect(gone(grid, 'B4')).toBe(problem);
  });

  test('a heading that is no more in the row of the others', () => {
    const grid = drawn(
      '令和８年度 目標・結果シート\n-\n部署名|目標|-|\n総務課|||結果\n企画課|||\n備考',
    );
    expect(gone(grid, 'B4')).toBe('form-differs D3 結果');
  });

  test('an empty worksheet', () => {
    expect(gone(drawn('-'), 'B4')).toBe('form-differs A1 令和８年度 目標・結果シート');
  });
});

test('a form without labels says nothing, and keeps its addresses', () => {
  const found = align([], viewOf(drawn('-')));
  expect(found.ok && found.value.cell('C7')).toBe('C7');
});

test('labels are compared by their words, the year aside', () => {
  expect(labelKey('令和８年度　目標')).toBe(labelKey('令和10（2028）年度目標'));
  expect(labelKey('目標')).not.toBe(labelKey('結果'));
});
