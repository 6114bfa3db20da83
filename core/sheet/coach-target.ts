import type { Advice, AdvicePlace } from './advice.ts';
import { plainText } from './cell-text.ts';
import { type SheetSection, type Target, usualTargets } from './sheet.ts';

/** Advice on how targets are set at the start of a 年度 (001 §5(2)). */

export function adviseSection({ section, targets }: SheetSection): Advice[] {
  const set = targets.filter(({ target }) => plainText(target ?? '') !== null);
  const place = { section, no: null, field: 'target' } as const;
  const clause = '001 §5(2)';
  if (set.length === 0) return [{ code: 'no-target', place, params: {}, clause }];
  if (set.length <= usualTargets) return [];
  const params = { count: set.length, usual: usualTargets };
  return [{ code: 'many-targets', place, params, clause }];
}

/** A number, a date, how often, or by whom: anything one can see at the year's end. */
const measure =
  /[0-9０-９①-⑳%％割]|[一二三四五六七八九十百数][つ回件日週月年人枚度]|毎[日朝週月年回度]|週に|月に|年に|半年|四半期|上半期|下半期|上期|下期|年度内|年内|年度末|まで|以内|以上|以下|全員|全て|すべて|必ず|ゼロ/;

/** Those for whom it is done, or what they notice of it. */
const citizen =
  /市民|区民|住民|都民|来庁|来所|来館|来訪|窓口|電話|お客|お越し|相談者|利用者|申請者|参加者|対象者|受給者|訪れ|方々|(?:の|した|する|いる|な)方[がにへをはも、]|皆さ|皆様|保護者|親子|子育て|子ども|子供|児童|生徒|高齢|障害|家庭|世帯|町内会|自治会|団体|事業者|地域|待ち時間|お待たせ|分かりやす|わかりやす|ご案内|案内表示|広報|ホームページ|お知らせ/;

const staff =
  /職員|課内|係内|所内|職場|課員|係員|スタッフ|朝礼|ミーティング|会議|研修|ＯＪＴ|OJT|事務処理|業務|組織|マニュアル/;

export function adviseTarget(section: string, one: Target): Advice[] {
  const text = plainText(one.target ?? '');
  if (text === null) return [];
  const place: AdvicePlace = { section, no: one.no, field: 'target' };
  const advice: Advice[] = [];
  if (!one.standard && !one.philosophies?.length) {
    const linked = { ...place, field: 'philosophies' } as const;
    advice.push({ code: 'no-link', place: linked, params: {}, clause: '001 §5(3)' });
  }
  if (!measure.test(text)) {
    advice.push({ code: 'no-measure', place, params: {}, clause: '001 §5(2)' });
  }
  const word = citizen.test(text) ? undefined : staff.exec(text)?.[0];
  if (word) advice.push({ code: 'not-citizen', place, params: { word }, clause: '001 §5(2)' });
  return advice;
}
