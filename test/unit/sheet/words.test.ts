import { expect, test } from 'vitest';
import {
  headingWords,
  otherPapers,
  plainWords,
  readHeading,
  surestField,
} from '../../../core/sheet/form/words.ts';
import { sheetFields } from '../../../core/sheet/model/fields.ts';

/** `target 3, measures 2 no1 mid`: what a text says as a label; `closed` where others fill it in, `none` where it is no label. */
function said(text: string): string {
  const heading = readHeading(text);
  if (!heading) return 'none';
  const { fields, number, half, isClosed } = heading;
  if (isClosed) return 'closed';
  const words = Array.from(fields, ([field, weight]) => `${field} ${weight}`).join(', ');
  return [words, number === null ? '' : `no${number}`, half ?? ''].filter(Boolean).join(' ');
}

/** What is said, and the headings that say it, a blank between them. */
const headings: readonly (readonly [string, string])[] = [
  ['division 3', '部 部名 局 局名 部局 部局名 部等 部等名 センター 担当部 所管部 所属部名'],
  ['division 3', '部・センター 部（センター）名'],
  ['section 3', '部署 部署名 部署等 課 課名 課室名 課所名 課係名 課等 室 部課名 部・課 部／課'],
  ['section 3', '所属 所属名 所属（課・係）名 組織名 施設名 事業所名 所管 所管課 主管課 推進課'],
  ['section 3', '担当課 担当課等 担当部署 担当所属 実施課 実施部署 課・担当 部署／担当 課・係'],
  ['section 3', '部署名（課・担当） 課（担当）名'],
  ['section 2', '係 係名 担当係 所属係名 所属・係'],
  ['section 1', '担当'],
  ['no 3', '番号 目標番号 整理番号 No No. NO № 目標No. 整理No. 項番 通番 連番 項 順 順番 # ＃'],
  ['scene 3', '場面 基本場面 基本的な場面 サービス場面 場面区分 場面分類 場面名'],
  ['noScene 3', '番号・場面 番号及び場面 No.・場面'],
  ['organizationGoal 3', '組織目標 上位目標 組織の運営目標 組織経営目標 局目標 局の目標 市の目標'],
  ['organizationGoal 3', '区の目標 区全体の目標 本市の目標 区役所の目標 全体目標 共通目標'],
  ['organizationGoal 3, target 2', '部の目標 部門目標'],

  [
    'target 3',
    '目標 重点目標 今年度の目標 本年度目標 年度目標 年度当初の目標 令和８年度目標 R8年度目標',
  ],
  ['target 3', '区役所サービス向上目標 サービス目標 接遇目標 取組目標 達成目標 行動目標 改善目標'],
  ['target 3', '目標設定 目標内容 目標項目 目標事項 目標課題 目標名 目標テーマ 目標取組内容'],
  [
    'target 3',
    '目標及び具体的な取組内容 目標及び取組 目標・取組 目標と取組 目標並びに取組 目標/取組',
  ],
  [
    'target 3',
    '課の目標 係の目標 区民サービス目標 区役所サービス目標 市民応対目標 わたしたちの目標',
  ],
  ['target 2', '重点項目 重点事項 重点課題 今年度めざす姿 目指す姿'],
  ['target 2', '目標と理由'],
  ['target 2, measures 2', '重点取組 重点取組項目'],
  ['target 1, measures 2', '取組項目 取組事項 取組内容 取り組み内容 改善項目 改善内容 実施項目'],
  ['target 1', 'テーマ 計画 改善課題 取組課題 取組テーマ 改善テーマ Ｐ（計画）'],
  ['target 1, measures 2, countermeasure 2', '改善策'],

  [
    'measures 2',
    '具体的な取組 具体的な取組内容 取組 取り組み 取組み とりくみ 取組計画 重点的な取組',
  ],
  ['measures 2', '具体策 具体的方策 具体的な方法 行動計画 活動内容 実施計画 実施方法 改善方法'],
  [
    'measures 2',
    'そのために行うこと 実施すること 手段 方法 方策 達成手段 達成方法 達成のための方策 目標の具体的内容',
  ],
  ['measures 2', '目標達成のための取組 目標に向けた取組 目標達成に向けた取組'],
  ['target 1, measures 2, result 1', '実施内容'],

  ['result 3', '結果 実施結果 取組結果 取組の結果 活動実績 達成結果 年間実績 実績 成果 取組成果'],
  ['result 3', '結果報告 実績報告 結果概要 目標に対する結果 目標に対する実績 年間の取組実績'],
  ['result 3', '取り組んだ結果 今回の結果 改善結果 課の結果 所管課の取組結果 課の取組の成果'],
  ['result 3', 'サービス向上の成果 検証結果 １年間の活動の成果'],
  ['result 3', '実施結果及び目標の達成度 実施結果・達成度 結果・成果'],
  ['result 2', '目標ごとの結果 課で取り組んだことの結果 接遇の結果 自分たちの取組の実績'],
  ['result 2', '実施結果及び今後の対応方策 結果と課題 成果・課題'],
  ['result 2', '実施状況 取組状況 進捗状況 改善状況 対応状況 振り返り 振返り ふりかえり 検証'],
  ['result 1', '効果 改善効果 取組効果 進捗 報告'],

  ['achievement 3', '達成度 目標達成度 達成度合い 達成区分 達成評価 目標に対する達成度'],
  ['result 2, achievement 3', '達成状況 目標達成状況'],
  [
    'achievement 2',
    '評価 自己評価 自己評価区分 所属長評価 課長評価 総合評価 評価結果 自己点検 判定',
  ],
  ['achievement 2', 'Ｃ（評価） 評価（達成・未達成）'],
  ['closed', '評価（◎○△×） 自己評価（Ａ～Ｄ） 実施結果（○×） 自己評価\n(S・A・B・C)'],
  [
    'closed',
    '実施結果（事務局で集計） 結果※企画課が記入します 目標（記入例） 年度末（事務局記入）',
  ],

  ['countermeasure 3', '今後 今後の課題 今後の対応 今後の対応方策 今後の改善方策 今後の方向性'],
  ['countermeasure 3', '今後に向けて 今後の取組の方向 今後の取組に向けて 今後へ向けた課題'],
  ['countermeasure 3', '今後の取組 今後の展開 今後の進め方 今後の予定 今後の見通し 今後の方針'],
  [
    'countermeasure 3',
    '次年度の取組 次年度に向けて 次年度へ向けた課題 次年度の改善点 次年度以降の対応',
  ],
  ['countermeasure 3', '来年度の目標 翌年度への引継ぎ 次年度の展望'],
  ['countermeasure 2', '課題・改善策 課題改善策 改善点 改善案 対応策 対応方策'],
  ['countermeasure 1', '残課題 課題点 反省 反省点'],
  ['target 1, countermeasure 2', '課題と改善策'],
  ['target 1, countermeasure 1', '課題 改善'],

  ['philosophies 3', '理念 サービス理念 区役所サービスの理念 基本理念 理念項目 関連する理念'],
  ['policy 3', '方針 区役所サービス向上方針 方針番号 方針No. 関連方針 該当する方針'],
  ['cost 3', '経費 予算 費用 コスト 予算措置'],
  ['nominate 3', '推薦 エントリー カイゼン発表会推薦'],
  ['becomesStandard 3', '基準化 所属の基準化 所属基準'],
];
const lines = headings.flatMap(([is, texts]) =>
  texts.split(' ').map((text) => [text, is] as const),
);

test.each(lines)('%s is %s', (text, is) => {
  expect(said(text)).toBe(is);
});

test('every field has a line, and so has every word of the table', () => {
  const told = new Set(lines.flatMap(([text]) => [...(readHeading(text)?.fields.keys() ?? [])]));
  expect([...told].sort()).toEqual(sheetFields.filter((field) => field !== 'midResult').sort());
  const plain = lines.map(([text]) => readHeading(text)?.plain.replace(/[のな]/g, '') ?? '');
  const without = headingWords.filter(([, , words]) => !plain.some((each) => words.test(each)));
  expect(without).toEqual([]);
});

test.each([
  ['half of a year alone', '上半期', 'first'],
  ['half of a year alone', '下期', 'second'],
  ['half of a year alone', '中間', 'mid'],
  ['half of a year alone', '年度末', 'end'],
  ['with its field', '上半期の結果', 'result 3 first'],
  ['with its field', '第１四半期の実績', 'result 3 part'],
  ['with its field', '第２四半期の結果', 'result 3 part'],
  ['with its field', '第1・2四半期の実績', 'result 3 first'],
  ['with its field', '後期の取組結果', 'result 3 second'],
  ['with its field', '第3・4四半期実績', 'result 3 second'],
  ['with its field', '中間報告', 'result 2 mid'],
  ['with its field', '最終報告', 'result 2 end'],
  ['in brackets', '結果（中間）', 'result 3 mid'],
  ['in brackets', '実績（年度末）', 'result 3 end'],
  ['a remark', '結果（年度末に記入）', 'result 3'],
  ['with its field', '中間時点の実績', 'result 3 mid'],
  ['with its field', '９月末時点の進捗状況', 'result 2 mid'],
  ['with its field', '10月末実績', 'result 3 mid'],
  ['with its field', '年度末時点の結果', 'result 3 end'],
  ['with its field', '期末評価', 'achievement 2 end'],
  ['with its field', '最終結果', 'result 3 end'],
  ['with its field', '3月末実績', 'result 3 end'],
  ['a target that is of no half', '中間目標', 'none'],
  ['a target that is of no half', '最終目標', 'none'],
])('%s: %s is %s', (_, text, is) => {
  expect(said(text)).toBe(is);
});

test.each([
  ['目標１', 'target 3 no1'],
  ['目標 2', 'target 3 no2'],
  ['目標①', 'target 3 no1'],
  ['目標（３）', 'target 3 no3'],
  ['目標（⑫）', 'target 3 no12'],
  ['目標その２', 'target 3 no2'],
  ['①目標', 'target 3 no1'],
  ['１．目標', 'target 3 no1'],
  ['３　実施結果', 'result 3 no3'],
  // The number of a chapter of the form.
  ['(1) 目標', 'target 3'],
  ['No.3', 'no 3 no3'],
  ['目標No.2', 'no 3 no2'],
  ['結果2', 'result 3 no2'],
  ['重点目標１', 'target 3 no1'],
  ['第１目標', 'target 3 no1'],
  ['第二目標', 'target 3 no2'],
  ['３つ目の目標', 'target 3 no3'],
  ['二番目の目標', 'target 3 no2'],
  ['３つの目標', 'none'],
  ['目標２の結果', 'result 3 no2'],
  ['重点目標③に対する取組結果', 'result 3 no3'],
  ['2', 'none'],
  ['目標123', 'none'],
])('a label with a number: %s is %s', (text, is) => {
  expect(said(text)).toBe(is);
});

test.each([
  '実施結果※年度末に記入',
  '実施結果＊３月に書く',
  '実施結果（200字以内）',
  '実施結果［必須］',
  '実施結果〔3月〕',
  '実施結果\n（年度末に記入してください。）',
  '実施結果（自己評価）',
  '実施結果を記入',
  '実施結果を記入する欄',
  '実施結果記入欄',
  '実施結果欄',
  '実 施 結 果',
  '実　施　結　果',
  '実\n施\n結\n果',
  '　実施結果　',
  '■実施結果',
  '【実施結果】',
  '【実施結果】※年度末',
  '（実施結果）',
  '実施結果：',
  '実施結果\nResult',
  'Ｄ　実施結果',
  'Do 実施結果',
  '令和８年度　実施結果',
  '今年度の実施結果',
  // F53: a radical of a PDF, one that can't be seen, a soft hyphen, the selector of a glyph
  '実施結果\u200b',
  '実施\u00ad結果',
  '実施結\ufe00果',
  '実施結果\u{e0100}',
])('%j is 実施結果 all the same', (text) => {
  expect(said(text)).toBe('result 3');
});

test.each([
  ['⽬標', 'target 3'],
  ['⾏動計画', 'measures 2'],
  ['ﾃｰﾏ', 'target 1'],
  ['テ―マ', 'target 1'],
  ['ﾌﾘｶｴﾘ', 'none'],
  ['課･担当', 'section 3'],
  ['課‧担当', 'section 3'],
])('characters that look alike: %s is %s', (text, is) => {
  expect(said(text)).toBe(is);
});

test.each([
  '成果指標',
  '目標値',
  '数値目標',
  '個人目標',
  '前年度目標',
  '中期目標',
  '目標達成率',
  '旧目標',
  '次期目標',
  '長期目標',
  '3か年目標',
  '参考：他区の目標',
  '係員の目標',
  '上司の目標',
  '課長目標',
  '私の目標',
  '進捗率',
  'KPI',
  '更新日',
  '設定理由',
  '目標設定の理由',
  '評価基準',
  '達成基準',
  '期限',
  '完了時期',
  '備考',
  '氏名',
  '担当者',
  '所属長',
  '所属長印',
  '合計',
  '記入例',
  '職員番号',
  '電話番号',
  // what a workbook or worksheet is called
  '目標・結果シート',
  '令和８年度　区役所サービス向上目標・結果シート',
  '目標一覧',
  '目標管理シート',
  '実施計画書',
  '目標の設定について',
  // what somebody wrote
  '区民課',
  '令和８年度',
  '４月',
  '第1回',
  '特になし',
  '目標を達成しました。',
  '窓口での待ち時間を短くすることを目標とします。',
  '窓口での待ち時間を短くすることを目標とします',
  '全員が目標を意識して取組を進めました',
  '月ごとの応対研修を行い、待ち時間を3分以内にする',
  '',
  '　',
  `目標${'。'.repeat(200)}`,
])('%j is no label', (text) => {
  expect(said(text)).toBe('none');
});

test('a field is sure where no other is as likely', () => {
  const surest = (text: string) => {
    const heading = readHeading(text);
    return heading && surestField(heading);
  };
  expect(surest('取組内容')).toBe('measures');
  expect(surest('達成状況')).toBe('achievement');
  expect(surest('課題')).toBeNull();
  expect(surest('年度末')).toBeNull();
});

test('words are compared without blanks, widths and spellings of 取組', () => {
  expect(plainWords(' 取り組み　内容\n')).toBe('取組内容');
  expect(plainWords('ＡＢＣ　取組み')).toBe('ABC取組');
  expect(plainWords('振返り')).toBe('振り返り');
});

test.each([
  ['title', '令和８年度人事評価シート', '人事評価'],
  ['title', '出席者名簿', '名簿'],
  ['title', '第3回会議次第', '会議次第'],
  ['title', '来庁者アンケート集計', 'アンケート集計'],
  ['title', '令和８年度　区役所サービス向上目標・結果シート', null],
  ['title', '区役所サービス向上方針', null],
  ['heading', '予算額（千円）', '予算額'],
  ['heading', '職員番号', '職員番号'],
  ['heading', '一次評価', '一次評価'],
  ['heading', 'ウェイト', 'ウェイト'],
  ['heading', '目標', null],
  ['heading', '自己評価', null],
  ['heading', '経費', null],
] as const)('a %s that only other papers have: %s, %s', (kind, text, word) => {
  expect(otherPapers[kind].exec(plainWords(text))?.[0] ?? null).toBe(word);
});
