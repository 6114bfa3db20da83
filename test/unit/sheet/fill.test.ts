import { describe, expect, test } from 'vitest';
import { locationText, type Problem } from '../../../core/result.ts';
import { planFill } from '../../../core/sheet/fill/fill.ts';
import type { FillOptions } from '../../../core/sheet/fill/fill-draft.ts';
import { located } from '../../../core/sheet/form/recognize.ts';
import type { Sheet, SheetSection, Target } from '../../../core/sheet/model/sheet.ts';
import type { Grid } from '../../../core/xlsx/grid.ts';
import { drawn } from './grids.ts';

const sheetOf = (sections: readonly SheetSection[], rest: Partial<Sheet> = {}): Sheet => ({
  fiscalYear: 2026,
  ward: '多摩区',
  policies: [],
  sections,
  ...rest,
});
const section = (name: string, ...targets: Target[]): SheetSection => ({
  division: null,
  section: name,
  targets,
});

const planned = (grid: Grid | Grid[], sheet: Sheet, options?: FillOptions) => {
  const found = located([grid].flat());
  if (!found.ok) throw new Error(found.problems[0]?.code);
  return planFill(found.value, sheet, options);
};

/** The cells that are written, `C2=待たせません。`, then `(notices)`; or the problems with their places. */
const told = (grid: Grid | Grid[], sheet: Sheet, options?: FillOptions): string => {
  const plan = planned(grid, sheet, options);
  const named = (problems: readonly Problem[]) =>
    problems.map(({ code, at }) => `${code} ${locationText(at)}`);
  if (!plan.ok) return named(plan.problems).join(', ');
  const { plans, notices } = plan.value;
  return [
    ...plans.flatMap(({ insertions }) => insertions.map((each) => `+${each.count}@${each.after}`)),
    ...plans.flatMap(({ writes }) =>
      writes.map(({ address, text }) => `${address}=${text?.replaceAll('\n', '⏎') ?? ''}`),
    ),
    ...named(notices).map((notice) => `(${notice})`),
  ].join(' ');
};

const ward = drawn(`
令和８年度 多摩区役所 | | | |
① | | | |
② 待たせません。 | | | |
部署名 | 番号 | 場面 | 目標 | 結果
総務課 | 1 | 応対 | 前の目標 | 前の結果
 | 2 | | |
企画課 | 1 | | |
`);

describe('a sheet goes into its cells', () => {
  test.each<[string, Sheet, string]>([
    [
      'texts and scenes',
      sheetOf([
        section('企画課', { no: 1, scene: '電話', target: '待たせません。', result: null }),
      ]),
      'D7=待たせません。 C7=電話',
    ],
    [
      'paragraphs, each opened by a blank',
      sheetOf([section('企画課', { no: 1, target: '一つ。\r\n　二つ。 \n\n三つ。' })]),
      'D7=　一つ。⏎　二つ。⏎⏎　三つ。',
    ],
    [
      'what is absent is left, what is the same too',
      sheetOf([section('総務課', { no: 1, scene: '①応対', target: '　前の目標' })]),
      '',
    ],
    [
      'policies beside their marks',
      sheetOf([], { policies: ['聞きます。', '待たせません。', null] }),
      'A2=① 聞きます。',
    ],
    [
      'a row beyond the last',
      sheetOf([section('企画課', { no: 1, target: 'い' }, { no: 3, target: 'は', scene: '電話' })]),
      '+2@7 D7=い D9=は B9=3 C9=電話',
    ],
    [
      'rows between, which move those below',
      sheetOf([
        section('総務課', { no: 3, target: 'は' }),
        section('企画課', { no: 1, target: 'い' }),
      ]),
      '+1@6 D7=は B7=3 D8=い (leftover 様式!D5)',
    ],
    ['a name in other spelling', sheetOf([section('企画担当', { no: 1, target: 'い' })]), 'D7=い'],
    [
      'formulas stay text',
      sheetOf([section('企画課', { no: 1, target: '=1+1', result: '＠川崎' })]),
      'D7==1+1 E7=＠川崎',
    ],
    [
      'characters that no file can hold',
      sheetOf([section('企画課', { no: 1, target: 'い\u000bろ\ud800' })]),
      'D7=いろ (character-dropped 様式!D7)',
    ],
    [
      'another year and ward',
      sheetOf([], { fiscalYear: 2025, ward: '宮前区' }),
      '(year-differs 様式) (ward-differs 様式)',
    ],
  ])('%s', (_, sheet, expected) => {
    expect(told(ward, sheet)).toBe(expected);
  });

  test('another year is told as it stands in titles', () => {
    const plan = planned(ward, sheetOf([], { fiscalYear: 2025 }));
    expect(plan.ok && plan.value.notices.find(({ code }) => code === 'year-differs')).toMatchObject(
      {
        params: { year: 2025, yearTitle: '令和7年度', foundTitle: '令和8年度' },
      },
    );
  });
});

test('cells that show one line only are told of, where a text needs more', () => {
  const cells = new Map(
    Array.from(
      ward.cells,
      ([at, cell]) => [at, { ...cell, look: { ...cell.look, wraps: false } }] as const,
    ),
  );
  const long = 'あ'.repeat(20);
  const sheet = sheetOf([
    section('企画課', { no: 1, target: long, result: '一つ。\n二つ。' }, { no: 2, target: '短い' }),
  ]);
  expect(told({ ...ward, cells }, sheet)).toMatch(/ \(not-wrapped 様式!D7\)$/);
  expect(told(ward, sheet)).not.toMatch(/not-wrapped/);
});

test('each text too long for its row is named, with how many letters would fit', () => {
  const grid = drawn('部署名 | 番号 | 目標 | 結果\n総務課 | 1 | |\n総務課 | 2 | |');
  const long = 'あ'.repeat(900);
  const sheet = sheetOf([
    section('総務課', { no: 1, target: '短い', result: long }, { no: 2, target: long }),
  ]);
  const plan = planned(grid, sheet);
  const problems = plan.ok ? [] : plan.problems;
  expect(problems.map(({ code, at }) => `${code} ${locationText(at)}`).sort()).toEqual([
    'row-too-tall 様式!C3',
    'row-too-tall 様式!D2',
  ]);
  const fits = Number(problems[0]?.params?.fits);
  const shorter = sheetOf([section('総務課', { no: 1, result: 'あ'.repeat(fits) })]);
  expect(told(grid, shorter)).not.toMatch(/row-too-tall/);
});

describe('is refused whole', () => {
  const one = (target: Partial<Target>) => sheetOf([section('総務課', { no: 1, ...target })]);
  const small = '部署名 | 番号 | 目標 | 結果\n総務課 | 1 | |\n企画課 | 2 | |';
  test.each<[string, Grid, Sheet, string]>([
    ['another text there', ward, one({ target: '次の目標' }), 'cell-not-empty 様式!D5'],
    ['another text, to be cleared', ward, one({ result: null }), 'cell-not-empty 様式!E5'],
    ['another scene there', ward, one({ scene: '電話' }), 'cell-not-empty 様式!C5'],
    [
      'another policy there',
      ward,
      sheetOf([], { policies: [null, '聞きます。'] }),
      'cell-not-empty 様式!A3',
    ],
    [
      'a policy too many',
      ward,
      sheetOf([], { policies: [null, '待たせません。', '聞く'] }),
      '(not-in-form 様式)',
    ],
    [
      'no such section',
      ward,
      sheetOf([section('税務課', { no: 1 })]),
      'no-section sections[0].section',
    ],
    [
      'the section of another division',
      drawn('部名 | 課名 | 番号 | 目標 | 結果\n区民サービス部 | 管理課 | 1 | |'),
      sheetOf([
        { division: '道路公園センター', section: '管理課', targets: [{ no: 1, target: 'い' }] },
      ]),
      'no-section sections[0].section',
    ],
    [
      'a section twice',
      ward,
      sheetOf([section('企画課', { no: 1 }), section('企画', { no: 1 })]),
      'section-twice sections[1].section',
    ],
    [
      'no such column',
      drawn('窓口サービス向上目標\n部署名 | 番号 | 目標\n総務課 | 1 |'),
      one({ result: '聞きました。' }),
      'no-column 様式',
    ],
    [
      'a cell for two targets',
      drawn('部署名 | 番号 | 目標 | 結果\n総務課 | 1 | |\n | 2 | |', { merges: 'D2:D3' }),
      one({ result: '聞きました。' }),
      'cell-shared 様式',
    ],
    ['a formula', drawn(small, { formulas: 'C2' }), one({ target: 'い' }), 'formula-cell 様式!C2'],
    [
      'a hidden row',
      drawn(small.replace('2', '1'), { hiddenRows: new Set([2]) }),
      one({ target: 'い' }),
      'row-hidden 様式!C2',
    ],
    [
      'no room where the numbers run through',
      drawn(small),
      sheetOf([section('総務課', { no: 2, target: 'い' })]),
      'rows-short 様式!C2',
    ],
    [
      'a protected worksheet',
      drawn(small, { protected: true }),
      one({ target: 'い' }),
      'sheet-protected 様式!C2',
    ],
    ['32,768 characters', drawn(small), one({ target: 'あ'.repeat(32_768) }), 'too-long 様式!C2'],
    [
      'more lines than a row can hold',
      drawn(small),
      one({ target: 'い\n'.repeat(30).trim() }),
      'row-too-tall 様式!C2',
    ],
  ])('%s', (_, grid, sheet, expected) => {
    expect(told(grid, sheet)).toBe(expected);
  });

  test('another text is written over where that was asked for', () => {
    const sheet = sheetOf(
      [section('総務課', { no: 1, scene: '電話', target: '次の目標', result: null })],
      { policies: [null, null] },
    );
    expect(told(ward, sheet, { replace: true })).toBe('A3=② D5=次の目標 E5= C5=電話');
  });
});

describe('a place without a name', () => {
  const blank = `
部名 | 課名 | 番号 | 目標 | 結果
 | | 1 | |
 | | 2 | |
 | | 1 | |
`;
  const sheet = sheetOf([
    { division: '区民サービス部', section: '区民課', targets: [{ no: 1, target: 'い' }] },
    section('危機管理担当', { no: 1, target: 'ろ' }),
  ]);
  const ours = { furikaeri_section: 'B1' };

  test('is taken by the sections in their order in a template of ours', () => {
    const grid = drawn(blank, { merges: 'A2:A3 B2:B3', names: ours });
    expect(told(grid, sheet)).toBe('A2=区民サービス部 B2=区民課 D2=い B4=危機管理担当 D4=ろ');
  });

  test('takes the division along in one cell', () => {
    const grid = drawn('部署名 | 番号 | 目標 | 結果\n | 1 | |\n | 1 | |', {
      names: { furikaeri_section: 'A1' },
    });
    expect(told(grid, sheet)).toBe('A2=区民サービス部⏎区民課 C2=い A3=危機管理担当 C3=ろ');
  });

  test('is asked about where several wait in a form of another’s', () => {
    const grid = drawn(blank, { merges: 'A2:A3 B2:B3' });
    expect(told(grid, sheet)).toBe(
      'place-unclear sections[0].section, place-unclear sections[1].section',
    );
  });

  test('is none where something is told in it', () => {
    const grid = drawn('部署名 | 番号 | 目標 | 結果\n | 1 | |\n | 1 | 前の目標 |');
    expect(told(grid, sheet)).toBe('no-section sections[1].section');
  });
});

describe('rows grow', () => {
  const heights = (grid: Grid, target: string) => {
    const plan = planned(grid, sheetOf([section('総務課', { no: 1, target })]));
    return plan.ok && plan.value.plans.flatMap((each) => each.heights);
  };
  const narrow = (extras = {}) =>
    drawn('部署名 | 番号 | 目標 | 結果\n総務課 | 1 | |\n- | - | - | -', {
      columnWidths: new Map([[3, 117]]),
      ...extras,
    });

  test('by the lines a text breaks into', () => {
    // 117 points hold ten letters of 11, one of which is kept free for 。.
    expect(heights(narrow(), 'あ'.repeat(9))).toEqual([]);
    expect(heights(narrow(), 'あ'.repeat(27))).toEqual([{ row: 2, points: 54 }]);
    expect(heights(narrow(), 'あ\nい\nう\nえ')).toEqual([{ row: 2, points: 70 }]);
  });

  test('and not where they are high enough', () => {
    expect(heights(narrow({ rowHeights: new Map([[2, 60]]) }), 'あ'.repeat(27))).toEqual([]);
  });

  test('more under a font with tall lines', () => {
    expect(heights(narrow({ rowHeight: 18.75 }), 'あ'.repeat(27))).toEqual([
      { row: 2, points: 62 },
    ]);
  });

  test('each its part where a block is over several, hidden ones aside', () => {
    const block = drawn(
      '部署名 | 番号 | 目標 | 結果\n総務課 | 1 | |\n | | |\n | | |\n企画課 | 1 | |',
      {
        merges: 'A2:A4 B2:B4 C2:C4 D2:D4',
        columnWidths: new Map([[3, 117]]),
        hiddenRows: new Set([3]),
      },
    );
    expect(heights(block, 'あ'.repeat(27))).toEqual([
      { row: 2, points: 27 },
      { row: 4, points: 27 },
    ]);
  });
});
