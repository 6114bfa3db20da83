import { folded } from '../model/look-alikes.ts';
import { remembered } from '../model/remembered.ts';

/**
 * Whose place a heading is, as its remarks tell: 結果（各課で記入） is the section's own, 結果（事務局で集計）
 * somebody else's, 結果（自動計算） nobody's.
 */

type Whose = 'own' | 'other' | null;

/** Those who set targets and report on them, also where a time stands before them. */
const own =
  /(?:^|[にはも末月時]|年度)(?:(?:各|全|当|自|本|貴|所管|担当|実施|主管|所属|提出|対象|該当|記入|作成|回答)?(?:課室?|課所|課等|課・係|所属|部署|係|室|班|所|館|園|施設|職場|センター|グループ|チーム|担当)(?:内|長|担当者?|職員|所属長)?|(?:各|当|本)[区部局]|課長|所属長|係長|室長|班長|館長|園長|所長|支所長|担当者|推進員|(?:推進)?責任者|記入者|作成者|本人|自分|自己|各自|全員|職員|皆|私たち)$/;

/** How anybody else is called. */
const other =
  /(?:課|係|室|局|部|区|市|県|国|担当|[委要]?員|会|会議|本部|長|上司|者|センター|外部|モニター|区民|市民|住民|客|お?客様|システム|他)$/;

const acts =
  '(?:記入|入力|記載|使用|処理|集計|編集|作成|確認|評価|採点|審査|判定|検証|計算|算[出定]|転記|(?:取り?|とり)?まとめ|整理|講評|追記|修正|管理|回答|承認|査定|コメント|所見|意見|書|入れ|埋め|付け|つけ)';
/** Who does something to the place: 事務局で集計, 企画課記入, 部長が３月に確認. */
const doing = new RegExp(`^(.{1,16}?)(が|で|は|にて|において|による|より|の)?${acts}`);
const doingLater = new RegExp(
  `^([^がでに]{1,12})(?:が|で|にて|において)(?:後日|後程|別途|追って|一括で?|最後に|まとめて|年度末に?|[0-9]{1,2}月末?に?)${acts}`,
);
const doer = /^(?:記入|入力|作成|集計|編集|担当)者?[:はー](.+)$/;
/** 結果（総務課） */
const section = /^[^のをにが]{2,8}[課室]$/;
const writing = /記入|入力|記載|書/;

const nobody =
  /(?:記入|入力|記載|記述)(?:は|の必要)?(?:不要|不可|禁止|なし|無し|無用|しない|しなくて|せず)|書かない|触らない|空欄の?まま|自動(?:で|的に)?(?:計算|入力|集計|表示|反映|転記|算出)|^(?:計算式|数式|自動)/;

/** What stands in brackets where it is another's, of another time, or only shown. */
const named =
  /^(?:事務局|副?区長|市長|部長|局長|次長|上司|.{0,10}(?:委員会|部会|本部|会議)|他(?:課|部署|区|市|所属)|他の.{1,4}|[本全]?[市区](?:役所|全体)?|国|県|部|局|全庁|全体|共通|[係課]員|職員|個人|各人|各自|本人|私|(?:記入|記載|作成|入力)?例|見本|サンプル|参考|旧|変更前|中?長期|中期|将来|次期|来期|翌期|英[語文訳]|翻訳|多言語|やさしい日本語)(?:の?(?:方針|目標|もの|用|分|版|欄))?$/;
const forOthers = /^(.{1,12})(?:専用|用|欄|のみ)$/;

function saidBy(clause: string): Whose {
  if (nobody.test(clause) || named.test(clause)) return 'other';
  const [, who, particle] =
    doingLater.exec(clause) ?? doer.exec(clause) ?? doing.exec(clause) ?? [];
  const isWriting = writing.test(clause);
  if (who === undefined) {
    const whose = forOthers.exec(clause)?.[1] ?? section.exec(clause)?.[0] ?? '';
    if (other.test(whose) && !own.test(whose)) return 'other';
    return isWriting ? 'own' : null;
  }
  if (own.test(who)) return isWriting ? 'own' : null;
  if (other.test(who) || (particle === 'が' && isWriting)) return 'other';
  return isWriting ? 'own' : null;
}

/** Most texts say nothing of it. */
const mayTell = /[(（〔[［【※＊*]|(?:記入|使用|入力|処理|集計)/;
const brackets = /[([〔【]([^()[\]〔〕【】]*)[)\]〕】]/g;

const clausesIn = (words: string): readonly string[] => words.split(/[、。，,・;；\n()]/);

const isLeft = (said: readonly Whose[]): boolean => said.includes('other') && !said.includes('own');

const withoutBlanks = (text: string): string => folded(text).replace(/[^\S\n]+/g, '');

/** Whether a heading says that it is not the section's own place. What the section and another do there is its own. */
export const isOthers = remembered((text): boolean => {
  if (!mayTell.test(text)) return false;
  const plain = withoutBlanks(text);
  const [said = '', ...remarks] = plain.split(/[※*]/);
  const inside = [...said.matchAll(brackets)].map(([, words = '']) => words);
  // 総務課記入：結果
  const [, head] =
    /^(.*?(?:記入|使用|入力|処理|集計)欄?)(?:[:\n]|$)/.exec(said.replace(brackets, '')) ?? [];
  const clauses = [...inside, ...remarks].flatMap(clausesIn);
  const whose = (head === undefined ? clauses : [...clauses, head]).map(saidBy);
  return isLeft(whose);
});

/** Whether all that a short text says is that a place is another's: 事務局記入 below 結果, 区 or 前年 beside 課. */
export function isAnothers(text: string): boolean {
  const plain = withoutBlanks(text).replace(/^[※*([〔【]+|[)\]〕】]+$/g, '');
  return plain.length <= longestName && isLeft(clausesIn(plain).map(saidBy));
}

const longestName = 24;

/** Whether what stands in a place says that others write there. */
export const isLeftToOthers = (text: string): boolean =>
  /記入|入力|記載|不要|自動/.test(text) && isAnothers(text);

/** What a remark leaves to others: 結果 of ※「結果」欄は事務局で記入します。 */
export function leftToOthers(remark: string): readonly string[] {
  if (remark.length > longestRemark || !mayLeave.test(remark)) return [];
  const plain = withoutBlanks(remark).replace(/は[、,]/g, 'は');
  return plain.split(/[、。,\n]/).flatMap((clause) => {
    const [, name = '', said = ''] = leaving.exec(clause) ?? [];
    return name && entering.test(said) && saidBy(said) === 'other' ? [name] : [];
  });
}

const longestRemark = 120;
const mayLeave = /は.*(?:記入|入力|記載|計算|算出|転記|不要|書)/s;
const leaving = /^[※*・●○◎(注:0-9]*[「『【]?(.{1,12}?)[」』】]?(?:の?欄)?(?:について)?は(.+)$/;
const entering = /記入|入力|記載|計算|算出|転記|不要|書/;
