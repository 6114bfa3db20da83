import { describe, expect, test } from 'vitest';
import { located } from '../../../core/sheet/form/recognize.ts';
import { isAnothers, isOthers, leftToOthers } from '../../../core/sheet/form/whose.ts';
import type { Grid } from '../../../core/xlsx/grid.ts';
import { drawn } from './grids.ts';

const others = [
  '結果（事務局で集計）',
  '結果（事務局記入）',
  '結果　※企画課が記入します',
  '結果\n※記入しないこと',
  '結果※事務局で記入しますので空欄のままにしてください',
  '結果（区長記入欄）',
  '結果（推進委員会で記入）',
  '結果\n（サービス推進担当が記入）',
  '結果（記入不要）',
  '結果【入力不要】',
  '結果（記入しないでください）',
  '結果（自動計算）',
  '結果（システムで計算）',
  '結果（公表用・企画課で編集）',
  '結果（企画課用）',
  '結果（総務課）',
  '結果（事務局）',
  '結果（記入者：事務局）',
  '結果（集計：事務局）',
  '結果（事務局で後日記入）',
  '結果（事務局担当者が記入）',
  '結果（部長が評価）',
  '結果（区民会議による評価）',
  '結果（他課）',
  '結果（英語）',
  '総務課記入：結果',
  '実施結果[事務局記入欄]',
  '目標（記入例）',
  '目標（見本）',
  '目標（参考）',
  '目標（区長）',
  '目標（市）',
  '目標（区全体）',
  '目標（係員）',
  '目標（旧）',
  '目標（長期）',
];

const own = [
  '結果（各課で記入）',
  '結果（各課記入）',
  '結果（各所属入力）',
  '結果（係で記入）',
  '結果（各担当が記入）',
  '結果（３月末に各課が記入）',
  '結果（課内で話し合って記入）',
  '目標（課長が記入）',
  '結果（所属長が記入）',
  '結果（推進員が記入）',
  // Another has to do with it, yet the section fills it in.
  '結果（各課で記入、事務局で集計）',
  '結果（２月に記入し、委員会に提出）',
  '結果（委員会に報告した内容を記入）',
  '結果（企画課に３月末までに提出）',
  '結果（区ホームページで公表）',
  '結果（公表用）',
  '結果（年度末に記入）',
  '結果※年度末に記入',
  '結果（200字以内）',
  '結果（箇条書きで記入してください。）',
  '結果（区民にわかるように）',
  '結果（自己評価）',
  '結果（課）',
  '目標（課・係）',
  '目標（案）',
  '目標（例：待ち時間を減らす）',
  '目標（前年度の反省を踏まえて記入）',
  '目標及び具体的な取組内容（市民の立場から）',
  '【実施結果】',
  '結果記入欄',
  '実施結果を記入する欄',
];

test.each(others)('%j is for others to fill in', (text) => {
  expect(isOthers(text)).toBe(true);
});

test.each(own)('%j is the section’s own', (text) => {
  expect(isOthers(text)).toBe(false);
});

/** The cells of target 1 and its result, `-` for none; or the problem's code. */
function placesIn(grid: Grid): string {
  const found = located([grid], { fiscalYear: 2026 });
  if (!found.ok) return found.problems.map(({ code }) => code).join();
  const { target, midResult, result } = found.value.sections[0]?.targets[0]?.cells ?? {};
  const mid = midResult ? ` mid ${midResult.cell}` : '';
  return `${target?.cell ?? '-'} ${result?.cell ?? '-'}${mid}`;
}

const table = (...headings: string[]) =>
  drawn(`
サービス向上目標・結果シート | | | |
課名 | 市民課 | | |
番号 | ${headings.join(' | ')}
1 | | | |
2 | | | |
`);

const cards = (target: string, ...results: string[]) =>
  drawn(
    [
      'サービス向上カード|-',
      '課名|市民課',
      ...[1, 2].flatMap((no) => [`No.${no}|-`, `${target}|`, ...results.map((each) => `${each}|`)]),
    ].join('\n'),
  );

describe.each<[string, (target: string, ...results: string[]) => Grid, string, string]>([
  ['a table', table, 'B4', 'C4'],
  ['cards', cards, 'B4', 'B5'],
])('of %s', (_, draw, target, result) => {
  test.each(others.filter((text) => text.startsWith('結果') && !text.includes('\n')))(
    'the only result, %s, is left alone',
    (text) => expect(placesIn(draw('目標', text))).toBe(`${target} -`),
  );

  test.each(own.filter((text) => text.startsWith('結果（')))('the result, %s, is filled', (text) =>
    expect(placesIn(draw('目標', text))).toBe(`${target} ${result}`),
  );

  test.each([
    '目標（記入例）',
    '目標（区長）',
    '旧目標',
    '7年度の目標',
    '令和7年目標',
    'R7目標',
    '次期目標',
    '参考：他区の目標',
    '市の目標',
    '区全体の目標',
    '局の目標',
    '係員の目標',
    '長期目標',
  ])('the only target, %s, is no place for the section’s', (text) =>
    expect(placesIn(draw(text, '結果'))).not.toMatch(`^${target}`),
  );

  test.each(['8年度の目標', '令和8年度目標', '今年度の目標', '課の目標', '目標（課長が記入）'])(
    'the target, %s, is filled',
    (text) => expect(placesIn(draw(text, '結果'))).toBe(`${target} ${result}`),
  );

  test.each(['上半期の結果', '前期の結果', '中間の結果'])('%s alone is not the year’s', (text) =>
    expect(placesIn(draw('目標', text))).toBe(`${target} - mid ${result}`),
  );

  test.each(['第１四半期の結果', '第４四半期の結果', '下半期の結果', '後期結果'])(
    '%s alone is not the year’s',
    (text) => expect(placesIn(draw('目標', text))).toBe(`${target} -`),
  );

  test('上半期の目標 alone is asked', () =>
    expect(placesIn(draw('上半期の目標', '結果'))).toBe('column-unclear'));

  test('the year’s result beside that of a half', () => {
    expect(placesIn(draw('目標', '上半期の結果', '年間の結果'))).toMatch(/ mid /);
    expect(placesIn(draw('目標', '結果（事務局記入）', '結果（各課記入）'))).not.toMatch(result);
  });
});

test.each(['（事務局記入）', '区', '前期は部長が記入', '記入例', '企画課', '全体'])(
  '%s says of a place that it is another’s',
  (text) => expect(isAnothers(text)).toBe(true),
);

test.each(['課', '（課で記入）', '年度末', '今年度', '内容', '窓口の混雑', ''])(
  '%j does not',
  (text) => expect(isAnothers(text)).toBe(false),
);

test.each<[string, string[]]>([
  ['※結果欄は事務局で記入します。', ['結果']],
  ['※「結果」は企画課が記入しますので、空欄で提出してください。', ['結果']],
  ['注）目標は課長が記入し、結果は、推進委員会が記入する。', ['結果']],
  ['※結果は部長が記入', ['結果']],
  ['※結果は記入不要です。', ['結果']],
  ['※結果は各課で記入してください。', []],
  ['※結果は年度末に記入します。', []],
  ['※目標は区長が確認します。', []],
  ['※結果は区ホームページで公表します。', []],
  ['※提出された結果は事務局で集計します。', []],
])('what the remark %s leaves to others', (remark, names) => {
  expect(leftToOthers(remark)).toEqual(names);
});

describe('what is told around a place', () => {
  const head = 'サービス目標シート|-|-|-\n課名|市民課|-|-\n';
  test.each<[string, string, string, string]>([
    ['a remark above', '※結果欄は事務局で記入します。|-|-\n番号|目標|結果\n1||\n2||', '', 'B5 -'],
    ['a remark below', '番号|目標|結果\n1||\n2||\n※結果は部長が記入|-|-', '', 'B4 -'],
    ['a remark below cards', '目標|\n結果|\n※結果は部長が記入|-', '', 'B3 -'],
    ['the row below', '番号|目標|結果\n|（課で記入）|（事務局記入）\n1||\n2||', '', 'B5 -'],
    [
      'a group over it',
      '番号|課記入欄||事務局使用欄\n|目標|取組|結果\n1|||\n2|||',
      'A3:A4 B3:C3',
      'B5 -',
    ],
    [
      '課 and 事務局 below 結果',
      '番号|目標|結果|\n||課|事務局\n1|||\n2|||',
      'A3:A4 B3:B4 C3:D3',
      'B5 C5',
    ],
    [
      '課 and 部長 below 結果',
      '番号|目標|結果|\n||課記入欄|部長記入欄\n1|||\n2|||',
      'A3:A4 B3:B4 C3:D3',
      'B5 C5',
    ],
    [
      'two 年度 below 結果',
      '番号|目標|結果|\n||前年度|今年度\n1|||\n2|||',
      'A3:A4 B3:B4 C3:D3',
      'B5 D5',
    ],
    ['区 and 課 below 目標', '番号|目標||結果\n|区|課|\n1|||\n2|||', 'A3:A4 B3:C3 D3:D4', 'C5 D5'],
    ['targets of three levels', '番号|市の目標|区の目標|課の目標|結果\n1||||\n2||||', '', 'D4 E4'],
    [
      'the year beside its labels',
      '前年度|目標|\n|結果|\n今年度|目標|\n|結果|',
      'A3:A4 A5:A6',
      'C5 C6',
    ],
    [
      'the writer beside its labels',
      '課記入欄|目標|\n|結果|\n部長記入欄|結果|\n|備考|',
      'A3:A4 A5:A6',
      'C3 C4',
    ],
  ])('%s', (_, picture, merges, is) => {
    expect(placesIn(drawn(head + picture, { merges }))).toBe(is);
  });
});
