import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { Result } from '../../core/result.ts';
import { planFill } from '../../core/sheet/fill/fill.ts';
import { located } from '../../core/sheet/form/recognize.ts';
import type { Sheet } from '../../core/sheet/model/sheet.ts';
import { gridsOf } from '../../core/xlsx/read/read-grids.ts';
import { openWorkbook, type Workbook } from '../../core/xlsx/read/workbook.ts';
import { applyPlans } from '../../core/xlsx/write/apply-plans.ts';
import type { WritePlan } from '../../core/xlsx/write-plan.ts';

const folder = join(import.meta.dirname, '../fixtures/templates');

export const template = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(join(folder, `${name}.xlsx`)));

/** One of the forms that offices draw. */
export const drawnForm = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(join(folder, `../forms/${name}.xlsx`)));

/** A ward's seventeen sections with 51 rows for targets between them, written by LibreOffice. */
export const ward = 'ward-merged';

const phrases = [
  '窓口にお越しの方に、職員から先に「こんにちは」と声をおかけします。',
  '記載台の見本を毎月見直し、書き方のお尋ねを前年度より二割減らします。',
  '混み合う三月と四月は番号札の待ち人数を入口に掲示し、',
  '待ち時間が二十分を超えるときは、係長がご案内に立ちます。',
  '電話は三回以内に取り、担当が不在の場合も、折り返しの時刻をお伝えします。',
  '保護第１課・保護第2課と手引きを合わせ、ご案内のたらい回しを無くします。',
  'ホームページ（https://www.city.kawasaki.jp/）の更新を週1回、朝礼で確かめます。',
  '「分かりやすい」とのお答えを、年2回のアンケートで八割以上にします。',
  '車いすや乳母車の方が通れるよう、通路の幅を九十センチ以上に保ちます。',
  '外国につながる市民の方には、やさしい日本語と翻訳機でお話しします。',
];

/** A sheet with a text for each of a template's targets and results: 30 to 200 characters in two paragraphs. */
export function sheetFor(bytes: Uint8Array, seed: number): Sheet {
  const places = sure(located(gridsOf(sure(openWorkbook(bytes)))));
  let state = seed;
  const chance = (count: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * count);
  };
  const paragraph = () =>
    Array.from({ length: 1 + chance(3) }, () => phrases[chance(phrases.length)]).join('');
  const text = () => `${paragraph()}\n${paragraph()}`;
  const sections = places.sections.map(({ division, section, targets }) => ({
    division,
    section,
    targets: targets.map((_, index) => ({ no: index + 1, target: text(), result: text() })),
  }));
  return { fiscalYear: null, ward: null, policies: [], sections };
}

function sure<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}

function planned(workbook: Workbook, sheet: Sheet): readonly WritePlan[] {
  const places = sure(located(gridsOf(workbook)));
  return sure(planFill(places, sheet, { replace: true })).plans;
}

/** What is to be written, for those that can't find it out by themselves. */
export const plansFor = (bytes: Uint8Array, sheet: Sheet): readonly WritePlan[] =>
  planned(sure(openWorkbook(bytes)), sheet);

/** All that the product does, from bytes to bytes. */
export const ours = (bytes: Uint8Array, sheet: Sheet): Uint8Array => {
  const workbook = sure(openWorkbook(bytes));
  return sure(applyPlans(workbook, planned(workbook, sheet))).bytes;
};

/** `core/xlsx` alone: what to write is known. */
export const oursApplying = (plans: readonly WritePlan[], bytes: Uint8Array): Uint8Array =>
  sure(applyPlans(sure(openWorkbook(bytes)), plans)).bytes;

/** The least that can be done: unzip, put the texts in between, zip. */
export function floor([plan]: readonly WritePlan[], bytes: Uint8Array): Uint8Array {
  const texts = new Map(plan?.writes.map(({ address, text }) => [address, text ?? '']));
  const parts = unzipSync(bytes);
  const path = 'xl/worksheets/sheet1.xml';
  const xml = strFromU8(parts[path] as Uint8Array).replace(
    /<c r="([A-Z]+\d+)"( s="\d+")?[^>]*?(?:\/>|>.*?<\/c>)/g,
    (cell, address, style = '') => {
      const text = texts.get(address)?.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
      return text === undefined
        ? cell
        : `<c r="${address}"${style} t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`;
    },
  );
  return zipSync({ ...parts, [path]: strToU8(xml) });
}

/** Whether the texts of a plan stand in a workbook. */
export function holds(bytes: Uint8Array, plans: readonly WritePlan[]): boolean {
  const grids = gridsOf(sure(openWorkbook(bytes)));
  return plans.every(({ sheet, writes }) => {
    const cells = grids.find(({ name }) => name === sheet)?.cells;
    return writes.every(({ address, text }) => (cells?.get(address)?.text ?? '') === (text ?? ''));
  });
}

export const peerNames = ['exceljs', 'xlsx-populate'] as const;
export type PeerName = (typeof peerNames)[number];
export type PeerFill = (bytes: Uint8Array, plan: WritePlan) => Promise<Uint8Array>;

/** They are JavaScript, and not installed with the product. */
export const peerFill = async (name: PeerName): Promise<PeerFill> =>
  (await import(`./peers/xlsx/${name}.js`)).fill;
