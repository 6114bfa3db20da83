import type { SheetField } from '../model/fields.ts';
import { folded } from '../model/look-alikes.ts';
import { remembered } from '../model/remembered.ts';
import { isOthers } from './whose.ts';

/** What the words of a label say: which field it may be of, and how surely. */
export interface Heading {
  /** The words without blanks, remarks and signs. */
  readonly plain: string;
  /** 3: nothing else is called so; 2: mostly so; 1: it may be. */
  readonly fields: ReadonlyMap<SheetField, number>;
  /** Which part of the 年度 it speaks of, where it does. */
  readonly half: Half | null;
  /** The 2 of 目標２. */
  readonly number: number | null;
  /** It says that others fill it in, or takes a mark alone: a label all the same, of no field. */
  readonly isClosed: boolean;
}

/** `first` and `second` are of equal standing; `mid` is on the way to `end`; `part` is one quarter. */
export type Half = 'first' | 'second' | 'mid' | 'end' | 'part';

type Word = readonly [field: SheetField, weight: number, words: RegExp];

/**
 * The headings of forms, as offices write them: of one part of a heading, blanks, remarks, の and な
 * taken out. A word may be of several fields; what stands beside it decides.
 */
export const headingWords: readonly Word[] = [
  ['division', 3, /^(?:部|局|部局|部署?センター|部等|センター|担当部|所管部|所属部)名?称?$/],
  [
    'section',
    3,
    /^(?:(?:担当|所管|主管|所属|実施|推進)?(?:部署|課室?|課所|課係|部課|所属|組織|施設|事業所)|所管|課等|室|担当所属)(?:等|名称?)?$/,
  ],
  ['section', 2, /^(?:担当|所属)?係名?$/],
  ['section', 1, /^担当$/],
  [
    'no',
    3,
    /^(?:(?!方針|職員|電話|郵便|内線).{0,6}番号|(?:目標|項目|整理)?no|項番|通番|連番|項|順|順番|#)$/i,
  ],
  ['scene', 3, /^(?:基本的?|サービス)?場面(?:区分|分類|名)?$/],
  [
    'organizationGoal',
    3,
    /^(?:[本当全]?(?:組織|部門|部|局|上位|市|区|国|県|庁)(?:全体|役所|全域|共通)?|全体|共通)(?:運営|経営)?目標$/,
  ],
  [
    'target',
    3,
    /^(?!.*(?:昨年|前年|次年|来年|翌年|[次来翌]期|過去|従来|将来|旧|数値|個人|自分|中期|[長短]期|か年|中間|組織|上位|最終|参考|他[区市課部局の]|私(?!たち|達)|訓練|育成|指導|学習|援助|保健|減量|販売|売上|営業)|.*(?:[部局区市課係所]長|[係課局部職]員|上司|部下|各自|本人|責任者)目標|[本当全]?(?:組織|部門?|局|市|区|国|県|庁)(?:全体|役所|全域|共通)?(?:運営|経営)?目標|(?:全体|共通)目標|つ)(?:(?!内容|理由).){0,10}目標(?:設定|内容|項目|事項|課題|名|テーマ|具体的?取組|取組|取組内容)?$/,
  ],
  // A division's own, where no other is there; else what it hangs on.
  ['target', 2, /^部門?(?:運営|経営)?目標$/],
  ['target', 2, /^(?:めざす|目指す)姿$/],
  ['measures', 2, /^(?:そ?ために)?(?:行う|実施する)こと$/],
  ['target', 2, /^重点(?:項目|事項|取組|課題|取組(?:項目|事項|内容))$/],
  [
    'target',
    1,
    /^(?:(?:取組|改善|実施)(?:項目|事項|内容|課題|テーマ)|テーマ|課題|改善策|改善|計画)$/,
  ],
  [
    'measures',
    2,
    /^(?:目標(?:達成)?(?:ため|に?向けた|に?向けて))?(?!.*(?:目標|結果|成果|状況|年度|今後|課題))(?:.{0,4}取組|.{0,4}(?:取組|実施|実践|行動|活動|改善)(?:内容|事項|計画|方法|手段|方策|策|手法|項目))$/,
  ],
  [
    'measures',
    2,
    /^(?:具体(?:策|的?内容|的?方策|的?方法)|手段|方法|方策|目標具体的?内容|達成(?:手段|方法|ため方策))$/,
  ],
  [
    'result',
    3,
    /^(?:今回|1?年間|(?:所管|担当|所属|実施|各|自|本|当)?(?:課|係|部署|職場))?(?:目標|取組|取組んだ|取組に対する|実施|実施した|行った|活動|実践|行動|改善|達成|目標達成|目標に対する|サービス(?:改善|向上)?)?(?:取組|活動)?(?:結果|実績|成果)(?:報告|内容|概要|欄)?$|^検証結果$/,
  ],
  // 目標ごとの取組の成果, 課で取り組んだことの結果
  [
    'result',
    2,
    /^(?:サービス|接遇|応対|窓口|業務|事務|職場|組織|重点|具体的|主|実際|全体|取組|実施|実践|行動|活動|改善|向上|達成|目標|推進|項目|テーマ|年度|年間|所管|担当|所属|課|係|室|部署|自分|私たち|対する|ごと|こと|[のをにでしたてちきんだらりるれいっう])+(?:結果|実績|成果)(?:報告|内容|概要|欄|等)?$/,
  ],
  [
    'result',
    2,
    /^(?:取組|実施|進捗|(?:目標に対する)?達成|目標達成|改善|対応)状況(?:報告)?$|^(?:振り?返り|ふりかえり|検証)$/,
  ],
  ['result', 1, /^(?:改善|取組)?効果$|^実施内容$|^進捗$|^報告$/],
  ['achievement', 3, /^(?:目標(?:に対する)?)?達成(?:度|度合い?|区分|状況|評価)$/],
  ['achievement', 2, /^(?:自己|所属長|課長|総合)?評価(?:区分|結果)?$|^自己(?:点検|採点)$|^判定$/],
  [
    'countermeasure',
    3,
    /^今後(?:[にへ]?向けて?|[にへ]?向けた)?(?:対応|改善|取組|課題|展開|方向|進め方|予定|方針|見通し)?(?:方策|策|取組|課題|方針|方向性?|性|事項|等)?(?:[にへ]?向けて)?$/,
  ],
  [
    'countermeasure',
    3,
    /^(?:次|来|翌)年度(?:以降)?(?:へ|に)?(?:向けて?|向けた)?(?:取組|課題|目標|対応|改善点?|重点|方針|方向性|引継ぎ?|展望)?(?:方策|策|事項|等)?$/,
  ],
  ['countermeasure', 2, /^(?:課題|要因)?(?:改善|対応)(?:方策|策|点|案|事項)$/],
  ['countermeasure', 1, /^残?課題点?$|^反省点?$|^改善$/],
  ['philosophies', 3, /^(?:区役所)?(?:サービス)?(?:基本)?理念(?:項目)?$/],
  ['policy', 3, /^(?:区役所)?(?:サービス)?(?:向上)?方針(?:番号|no)?$/i],
  ['cost', 3, /^(?:経費|予算|費用|コスト|予算措置)$/],
  ['nominate', 3, /^(?:カイゼン)?(?:発表会)?(?:推薦|エントリー)$/],
  ['becomesStandard', 3, /^(?:所属)?基準化$|^所属基準$/],
];

/** Asked first: most cells hold none of these. */
const anyWord =
  /部|局|センター|課|所|施設|組織|係|室|担当|番号|no|項|番|順|#|場面|目標|重点|テーマ|取組|改善|計画|行動|活動|実施|実践|具体|手段|方法|方策|結果|実績|成果|状況|振り?返り|ふりかえり|検証|効果|進捗|報告|達成|評価|姿|こと|自己|判定|対応|今後|年度|反省|理念|方針|経費|予算|費用|コスト|推薦|エントリー|基準|期|中間|月/i;

/** Two parts of one heading that are one field. */
const compounds: readonly (readonly [SheetField, readonly SheetField[]])[] = [
  ['noScene', ['no', 'scene']],
  ['section', ['division', 'section']],
  ['target', ['target', 'measures']],
  ['result', ['result', 'achievement']],
  ['result', ['result', 'countermeasure']],
];

/** Longer than these is a sentence, not a heading: with its remarks, and without. */
const longest = { whole: 120, plain: 26 };

/** What somebody says, not what a place is called. */
const sentence = /。|(?:ます|です|ました|ません|でした|ましょう)$/;

/** Of a text that ends so, it is the title of the whole. */
const title =
  /(?:シート|様式|一覧表?|報告書|管理表|カード|個?票|調書|計画書|要領|一部|写し|について)$/;

/** Where a mark is asked for, （◎○△×） or （Ａ～Ｄ）, no text is. */
const marksOnly =
  /[(（〔［[][\s\u3000]*(?:[○◎●△▲×✕〇◯]|[A-ESＡ-ＥＳ](?![a-zａ-ｚ])|[1-5１-５](?=[\s・、,，～〜~\-－／/]))(?:[\s\u3000・、,，～〜~\-－／/]|[○◎●△▲×✕〇◯A-ESＡ-ＥＳ1-5１-５])+(?:の?[0-9０-９]?段階)?(?:で|を)?(?:記入|評価|選択)?[)）〕］\]]/;

/** Words that tell which part of the 年度 is meant, taken out of what they stand beside. */
const halves: readonly (readonly [Half, RegExp])[] = [
  ['part', /第[1-4]四半期(?:末)?/],
  ['first', /(?:上半期|上期|前期|前半|第1[・~]2四半期)(?:末)?/],
  ['second', /(?:下半期|下期|後期|後半|第3[・~]4四半期)(?:末)?/],
  ['mid', /(?:中間(?!目標)|(?:9|10)月末?)(?:時点|期)?/],
  ['end', /(?:年度末|期末|最終(?!目標)|3月末)(?:時点)?/],
];

/** The words of a text as they are compared: widths, blanks and look-alikes make no difference. */
export const plainWords = remembered((text) =>
  folded(text)
    .replace(/\s+/g, '')
    .replace(/取り?組み?|取?とりくみ|取りくみ/g, '取組')
    .replace(/振返り/g, '振り返り'),
);

/** Without what is only remarked: （200字以内）, ※年度末に記入, [注]; the number of 目標（３） stays. */
/** 【目標１】 is 目標１. */
const withinBrackets = (text: string): string =>
  text.replace(
    /^[\s\u3000]*[【〔［[<＜《〈]([^【】〔〕［］[\]<>＜＞《》〈〉]+)[】〕］\]>＞》〉][\s\u3000]*$/,
    '$1',
  );

function withoutRemarks(text: string): string {
  const bare = text
    .replace(/^[\s\u3000]*[※＊*]/, '')
    .replace(/[※＊*].*$/s, '')
    .replace(
      /[(（〔[［](?!(?:[0-9０-９]{1,2}|[①-⑳])[)）]\s*$)[^()（）〔〕[\]［］]*[)）〕\]］]/g,
      '',
    );
  // Ｐ（計画） says it in the brackets.
  const inside = /[(（]([^()（）]+)[)）]/.exec(text)?.[1];
  return inside && plainWords(bare).replace(/[a-z]/gi, '') === '' ? inside : bare;
}

/** Without what stands beside the Japanese: the Ｐ of Ｐ　目標, the Plan of Plan 目標, the Goal of 目標⏎Goal. */
const withoutLetters = (words: string): string =>
  /[぀-ヿ㐀-鿿]/.test(words)
    ? words.replace(/^(?:[pdca]|plan|do|check|act(?:ion)?)(?=[^!-~])|[a-z'’]{3,}$/gi, '')
    : words;

const signs = /[!-/:-@[-`{-~\xa1-\xbf\u2010-\u2bff\u3001-\u3004\u3008-\u303f\u30fb\ufffd]/g;

/**
 * What a text says as a label, or null where it is none. Width, blanks, line breaks, remarks, a leading
 * 年度, and の and な make no difference; a heading of several parts (目標及び具体的な取組内容) is
 * understood by its parts.
 */
export const readHeading = remembered((text): Heading | null => {
  if (text === '' || text.length > longest.whole) return null;
  const words = withoutLetters(plainWords(withoutRemarks(withinBrackets(text))));
  if (words.length > longest.plain || !anyWord.test(words) || sentence.test(words)) return null;
  const half = halves.find(([, pattern]) => pattern.test(words)) ?? halfInBrackets(text);
  const rest = (half ? words.replace(half[1], '') : words)
    .replace(
      /^(?:令和|平成|[RH])?(?:元|\d{1,4})年度|^[RH]\d{1,2}(?!\d)|^[今本当]年度|^年度[当末]初?|^年度(?=.)/,
      '',
    )
    .replace(/^(?:(?:関連|該当|対応|関係)する|関連(?=.)|該当(?=.)|の)/, '')
    .replace(/[をに]?(?:記入|記載|入力)(?:する)?(?:欄)?$/, '')
    .replace(/^1年間/, '年間')
    // 目標１の結果
    .replace(/^.{0,4}目標([0-9]{1,2}|[①-⑳])(?:に対する|について|に関する|の)(?=.)/, '$1')
    // 第一目標, 第1の目標, ２つ目の目標, 目標二
    .replace(
      /^第([0-9]{1,2}|[一二三四五六七八九])(?=目標|の)|^第?([0-9]{1,2}|[一二三四五六七八九])[つ番個]目の?(?=.)|(?<=目標)([一二三四五六七八九])$/,
      (_, ...found) => {
        const digits: string = found[0] ?? found[1] ?? found[2];
        return /\d/.test(digits) ? digits : String('一二三四五六七八九'.indexOf(digits) + 1);
      },
    );
  const numbered =
    /^(.*?)(?:その)?[(（]?([0-9]{1,2}|[①-⑳])[)）.]?$|^[(（]?([0-9]{1,2}|[①-⑳])[)）.、]?(.+)$/s.exec(
      rest.replace(/^no\.?(?=\d)/i, 'no'),
    );
  const digits = numbered?.[2] ?? numbered?.[3];
  const named = (numbered ? (numbered[1] ?? numbered[4] ?? '') : rest).replace(/欄$/, '');
  const isTitle = title.test(named);
  const fields = isTitle ? new Map<SheetField, number>() : fieldsOf(named);
  if ((fields.size > 0 || half) && (marksOnly.test(text) || isOthers(text))) {
    return { ...closed, plain: named.replace(signs, '') };
  }
  // 中間報告 and 最終報告 report on a target, as 報告 alone need not.
  if (half && named === '報告') fields.set('result', 2);
  const number = digits ? numberOf(digits) : null;
  return fields.size > 0 || half
    ? {
        ...closed,
        plain: named.replace(signs, ''),
        fields,
        half: half?.[0] ?? null,
        number,
        isClosed: false,
      }
    : null;
});

const closed = { fields: new Map<SheetField, number>(), half: null, number: null, isClosed: true };

/** 結果（中間） is of the middle of the year, 目標（年度末に確認） of no part of it. */
function halfInBrackets(text: string): (typeof halves)[number] | undefined {
  const inside = /[(（]([^()（）]{1,12})[)）][\s\u3000]*$/.exec(text)?.[1];
  const plain = inside === undefined ? '' : plainWords(inside);
  return halves.find(([, pattern]) => pattern.exec(plain)?.[0] === plain && plain !== '');
}

const numberOf = (digits: string): number => Number(digits.normalize('NFKC'));

/** What may be told along with a field, and is none of its own. */
const alongside = /^(?:実施)?(?:時期|期限|期間|方法|手順|担当者?|場所|頻度|数値)$/;

function fieldsOf(words: string): Map<SheetField, number> {
  const whole = fieldsOfPart(words);
  if (whole.size > 0) return whole;
  const said = words.split(/及び|および|並びに|ならびに|又は|[・･/、,&+→⇒]|と(?![りめ])/);
  const all = said.map(fieldsOfPart);
  const parts = all.filter((part) => part.size > 0);
  if (all.length === 1 || parts.length === 0) return new Map();
  // A part that says nothing leaves some doubt.
  const isSilent = said.some((word, index) => all[index]?.size === 0 && !alongside.test(word));
  const doubt = isSilent ? 1 : 0;
  const [first, ...others] = parts;
  const best = (field: SheetField) => Math.max(...parts.map((part) => part.get(field) ?? 0));
  const shared = [...(first ?? [])].filter(([field]) => others.every((part) => part.has(field)));
  if (shared.length > 0) return new Map(shared.map(([field]) => [field, best(field) - doubt]));
  const compound = compounds.find(
    ([, [one, other]]) =>
      one &&
      other &&
      parts.every((part) => part.has(one) || part.has(other)) &&
      parts.some((part) => part.has(one)) &&
      parts.some((part) => part.has(other)),
  );
  if (!compound) return new Map();
  const [field, members] = compound;
  // 成果と課題 says more than a result.
  const more = members.includes('countermeasure') ? 1 : 0;
  return new Map([[field, Math.max(...members.map(best)) - doubt - more]]);
}

function fieldsOfPart(part: string): Map<SheetField, number> {
  const word = part
    .replace(signs, '')
    .replace(/[のな]/g, '')
    .replace(/等$|内容等$/, '');
  const fields = new Map<SheetField, number>();
  if (word === '' && part.includes('#')) return new Map([['no', 3]]);
  for (const [field, weight, pattern] of headingWords) {
    if (pattern.test(word) && (fields.get(field) ?? 0) < weight) fields.set(field, weight);
  }
  return fields;
}

/** The field whose heading a text surely is, where it is of one alone. */
export function surestField({ fields }: Heading): SheetField | null {
  const [first, second] = [...fields].sort(([, a], [, b]) => b - a);
  return first && first[1] > (second?.[1] ?? 0) ? first[0] : null;
}

/**
 * What only other papers have: budgets, rosters, one person's 人事評価, questionnaires, meetings. One
 * such heading in a table, or title over it, and it is not taken for a form of ours.
 */
export const otherPapers = {
  title:
    /人事評価|業績評価|能力評価|自己申告|個人(?:行動)?目標|自己目標|予算要求|予算書|決算|予算額|名簿|アンケート(?:調査|集計|結果|票|用紙)|(?<!^|目標|目標管理|結果|実績|取組|サービス|課別|年度)台帳|受付簿|処理簿|議事録|会議次第|次第$|日程表|工程表|出勤|勤務|面談|身上|受講報告|復命書|購入|見積|物品|貸出|育成(?:計画|目標|シート|記録)|指導(?:計画|案)|保健指導(?!課|係|担当)|訓練(?!課|校|係|担当)|当番|清掃|日誌|日報|週報|学習(?:計画|目標|シート)|施策評価|事務事業|事業評価|指標一覧|健康(?:管理表|診断)|学校評価|総合計画|ケアプラン|研修計画|ボランティア|安全衛生|省エネ|節電|(?:環境|品質|安全|営業|売上)目標/,
  heading:
    /要求額|予算額|決算額|執行額|金額|単価|数量|職員番号|ウ[ェエ]イト|困難度|[一二]次評価|評価者|被評価|面談|出欠|回答数|設問|質問|生年月日|電話番号|住所|申出|受付日|受付者|議題|品名|型番|講師|受講|参加(?:者数|人数)|購入|耐用|保管|体重|血圧|支援内容|研修(?:内容|目標)|点検(?:項目|者)|調査項目|用務|施策名?$|上司|指導担当|発言者|記録者|園児|児童名|生徒|当番|職員(?:名|氏名)$|^氏名$/,
  /** Of these one is enough, whatever the title says: a row for each person, somebody's appraisal. */
  decisive:
    /職員番号|ウ[ェエ]イト|困難度|評価|面談|支援内容|研修|施策|上司|指導担当|園児|児童|生徒|当番|体重|血圧|^(?:職員(?:氏)?|氏)名$/,
} as const;
