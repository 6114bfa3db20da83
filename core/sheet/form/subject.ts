import { plainWords } from './words.ts';

/**
 * What a paper is about. Any paper with targets and results looks like ours: where its title names
 * something else than service to citizens, 消防団員募集 or ごみ減量, it is another.
 */

/** What the titles, tabs and labels of our papers speak of. */
const ours =
  /(?<!介護|福祉|保育|医療|訪問|看護|配食|送迎|施設)サービス|接遇|応対|窓口|接客|来庁|お客|あいさつ|挨拶|おもてなし|ホスピタリティ|マナー|笑顔|満足|好感|親切|丁寧|ていねい|さわやか|ハートフル|まごころ|思いやり|親しま|信頼|快適|やさしい|(?<![a-z])cs(?![a-z])|場面|理念|向上方針/i;

/** 区民サービス部 and 市民窓口課 are names. */
export const isOurs = (text: string): boolean =>
  wordsOf(text).some((word) => ours.test(word.replace(unit, '')));

/** Whose acts others judge or count by: 点検結果, 評価結果, アンケート結果 are none of what a section did. */
const judging = /評価|点検|検証|確認|チェック|[昨次前]年|期|中間|月|満足|計画|報告|登録|提出/;

/** Whether a heading that ends in 結果 speaks of nothing but what a section does for its targets. */
export function isPlainResult(text: string): boolean {
  const plain = plainWords(text).replace(/\([^()]*\)|[※*].*$/gs, '');
  if (!/(?:結果|実績|成果)$/.test(plain) || judging.test(plain)) return false;
  return !/[\p{Script=Han}\p{Script=Katakana}a-z0-9]/iu.test(subjectOf(plain.replace(ours, '')));
}

function wordsOf(text: string): readonly string[] {
  const parts = text.trim().split(/[\s\u3000]+/);
  // 目 標 管 理 票 is one word.
  const isSpread = parts.filter((part) => part.length === 1).length * 2 > parts.length;
  return plainWords(parts.join(isSpread ? '' : '・')).split(/[^\p{Letter}\p{Number}ー々]+/u);
}

/** Of these a title is made whatever it is about. */
const generic = [
  '令和|平成|西暦|年度|年間|当初|上半期|下半期|前期|後期|期末|中間|最終|今年|本年|当年|昨年|次年|前年',
  '様式|書式|別紙|別添|別記|資料|条関係|調書|用紙|シート|カード|ノート|メモ|ファイル|データ|フォーム|フォーマット|ひな形|原本|最新|共有|一覧|個票|まとめ|チェック|sheet|book|goals?|results?|targets?',
  '区役所|市役所|本市|本区|全庁|庁内|区政|行政|区民|市民|住民|職場|組織|部門|各課|全課|課別|課内|課室|係別|所属|担当|私たち|わたしたち|みんな',
  '重点|目標|結果|実績|成果|効果|取組|実施|実践|行動|活動|状況|達成|管理|進行|進捗|設定|登録|報告|提出|入力|記入|記載|作成|確認|総括|振り返り|ふりかえり|自己|評価|点検|検証|見直し|計画|方針|課題|対応|対策|改善|向上|推進|業務|仕事|事務|運営|内容|項目|具体的|今後|宣言|約束|チャレンジ|テーマ|カイゼン|pdca|サイクル|番号|備考',
  '及び|および|並びに|ならびに|に対する|に関する|に向けた|のための|ための|について|として|による|における|に係る|する|した|まで|から|より|その|向け|関係|全体',
]
  .join('|')
  .split('|')
  .sort((a, b) => b.length - a.length)
  .join('|');
const others = new RegExp(
  `[0-9]+(?:月末?|年|号|回|版|枚目)?|第(?=[0-9])|^[rh](?=[0-9])|.{1,3}市(?=.{1,4}区)|.{1,5}区(?=役所)|${generic}`,
  'gi',
);
/** Where a word ends so, it is a kind of paper, or of office. */
const endings = /(?:[表票書簿版案用別欄度課係部室所者]|[のとにをへなやは等])+$/;

/** A name, a date or a label may stand above a table too: these are what the title of a paper speaks of. */
const paper =
  /目標|結果|実績|成果|取組|計画|評価|報告|管理|進捗|シート|カード|[表票書簿]$|一覧|プラン|状況/;

/** 市民課 of 市民課　目標 and 市民課の目標. */
const unit =
  /^.{1,10}?(?:課|係|室|部|局|センター|担当|支所|出張所|事務所|館|園)(?=の|目標|重点|取組|$)/;
/** What somebody is told, or a policy with its mark. */
const sentence = /[。、「」]|ください|^[\s\u3000]*[①-⑳]/;

const longestTitle = 60;

/** What a title is about, without all that titles are made of; empty where nothing is left. */
export function subjectOf(title: string): string {
  const plain = plainWords(title).replace(/\([^()]*\)/g, '');
  if (plain.length > longestTitle || !paper.test(plain) || sentence.test(title)) return '';
  const left = wordsOf(title.replace(/[(（][^()（）]*[)）]/g, '・')).map((word) =>
    word
      .replace(unit, '')
      .replace(others, ' ')
      .split(' ')
      .map((part) => part.replace(endings, '').replace(/^[のとにをへなやは課係部]+/, ''))
      .join(''),
  );
  return left.join('').length > 1 ? left.join('') : '';
}
