import { clauses } from '../clauses.ts';
import type { Rule } from '../rule.ts';
import { promised } from '../texts.ts';

/** Those for whom it is done, or what they notice of it. */
const citizen =
  /市民|区民|住民|都民|来庁|来所|来館|来訪|窓口|電話|お客|お越し|相談者|利用者|申請者|参加者|対象者|受給者|訪れ|方々|(?:の|した|する|いる|な)方[がにへをはも、]|皆さ|皆様|保護者|親子|子育て|子ども|子供|児童|生徒|高齢|障害|家庭|世帯|町内会|自治会|団体|事業者|地域|待ち時間|お待たせ|分かりやす|わかりやす|ご案内|案内表示|広報|ホームページ|お知らせ/;

const staff =
  /職員|課内|係内|所内|職場|課員|係員|スタッフ|朝礼|ミーティング|会議|研修|ＯＪＴ|OJT|事務処理|業務|組織|マニュアル/;

/** A target is set from where the citizen stands. */
export const notCitizen: Rule = {
  code: 'not-citizen',
  of: 'target',
  phase: 'start',
  clause: clauses['not-citizen'],
  check: (target) => {
    const text = promised(target) ?? '';
    const word = citizen.test(text) ? undefined : staff.exec(text)?.[0];
    return word ? { field: 'target', params: { word } } : null;
  },
};
