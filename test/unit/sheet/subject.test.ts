import { describe, expect, test } from 'vitest';
import { located } from '../../../core/sheet/form/recognize.ts';
import { isOurs, subjectOf } from '../../../core/sheet/form/subject.ts';
import type { Grid } from '../../../core/xlsx/grid.ts';
import { drawn } from './grids.ts';

/** Titles of our papers that never speak of service. */
const plainTitles = [
  '令和８年度　課別目標・結果シート',
  '令和８年度　各課の取組目標と成果',
  '組織目標管理シート',
  '部門別重点目標',
  '令和８年度　川崎市多摩区役所　目標・結果一覧',
  '業務改善目標シート',
  '事務改善の取組結果',
  '年間目標と振り返り',
  '目標設定シート（様式1）',
  '第１号様式　目標管理表',
  '令和８年度　重点取組の実績報告書',
  '課のチャレンジ目標',
  'R8年度_目標結果シート',
  '改善活動計画書',
  'PDCAシート',
  '令和８年度　目標及び結果（公表用）',
  '私たちの約束と取組結果',
  '市民課　目標・結果',
  '目 標 管 理 票',
  '目　標',
  '保険年金課の目標と実績',
  'まちづくり推進部　目標一覧',
  '2026年度目標・結果表',
];

const otherTitles = [
  '消防団員募集活動　目標と結果',
  '区民祭り　出店計画と実績',
  '内部統制　リスク対応目標と実施結果',
  '令和８年度　地域防災　取組目標と結果',
  '特定健診受診率向上　目標・実績一覧',
  'ごみ減量・リサイクル　取組目標と結果',
  '図書館　貸出目標と実績',
  '学力向上　目標と結果',
  '職員研修の目標と実施結果',
  '庁舎エネルギー　取組目標・結果報告',
  '交通安全運動　目標及び実績',
  '選挙啓発　目標と結果',
  '市税徴収　目標と実績',
  '税務課　滞納整理　目標・結果シート',
  '空き家対策　目標と実績',
  '時間外勤務縮減　目標・結果報告書',
  'マイナンバーカード交付　目標と実績',
  '放置自転車対策　目標と結果',
  'DX推進　取組目標と結果',
  'ハラスメント防止　取組目標と結果',
  '障害者雇用　目標と実績',
  '介護サービス　利用目標と実績',
  '子育て支援　重点目標と取組結果',
  '区民サービス部　献血　目標と結果',
];

test.each(plainTitles)('%s is about nothing else', (title) => {
  expect(subjectOf(title)).toBe('');
});

test.each(otherTitles)('%s is about something', (title) => {
  expect([subjectOf(title).length > 1, isOurs(title)]).toEqual([true, false]);
});

test.each([
  '区役所サービス向上目標',
  'さわやか接遇運動　目標と結果',
  '来庁者の満足度を高める取組',
  'ＣＳ向上　目標シート',
  '窓口改善　目標と実績',
  '区 役 所 サ ー ビ ス 向 上 目 標 管 理 票',
])('%s is ours', (title) => {
  expect(isOurs(title)).toBe(true);
});

const shapes: readonly [string, (title: string) => Grid][] = [
  [
    'a section’s table',
    (title) =>
      drawn(`
${title} | - | - | -
担当課 | | - | -
番号 | 目標 | 取組内容 | 結果
1 | | |
2 | | |
`),
  ],
  [
    'a ward’s list',
    (title) =>
      drawn(`
${title} | - | - | -
課名 | 番号 | 目標 | 結果
総務課 | 1 | |
 | 2 | |
市民課 | 1 | |
`),
  ],
  [
    'cards',
    (title) =>
      drawn(`
${title} | -
課名 |
目標１ |
目標１の結果 |
目標２ |
目標２の結果 |
`),
  ],
];

describe.each(shapes)('%s', (_, draw) => {
  test.each(plainTitles)('under the title %s is filled', (title) => {
    expect(located([draw(title)]).ok).toBe(true);
  });

  test.each(otherTitles)('under the title %s is asked about', (title) => {
    expect(located([draw(title)]).ok).toBe(false);
  });

  test.each(['ごみ減量目標', '滞納整理_結果表'])('in the tab %s is asked about', (name) => {
    expect(located([{ ...draw(''), name }]).ok).toBe(false);
  });
});

test('where the title says nothing the heading of the target may tell what it is about', () => {
  const table = (target: string) => drawn(`番号 | ${target} | 結果\n1 | |\n2 | |`);
  expect(located([table('募集目標')]).ok).toBe(false);
  expect(located([table('重点目標')]).ok).toBe(true);
  expect(located([table('接遇目標')]).ok).toBe(true);
});

test('a section’s name is no word of its title', () => {
  const table = drawn(`
主要事業進捗管理表 | - | -
課名 | 市民窓口課 | -
番号 | 目標 | 結果
1 | |
2 | |
`);
  expect(located([table]).ok).toBe(false);
});
