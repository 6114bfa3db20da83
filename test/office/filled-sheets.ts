import { planFill } from '../../core/sheet/fill/fill.ts';
import type { CellPlace } from '../../core/sheet/form/form.ts';
import { cellAt, type Places } from '../../core/sheet/form/places.ts';
import { located } from '../../core/sheet/form/recognize.ts';
import type { Sheet, Target } from '../../core/sheet/model/sheet.ts';
import { gridsOf } from '../../core/xlsx/read/read-grids.ts';
import { openWorkbook } from '../../core/xlsx/read/workbook.ts';
import { applyPlans } from '../../core/xlsx/write/apply-plans.ts';
import type { WritePlan } from '../../core/xlsx/write-plan.ts';

const sentences = [
  '窓口にお越しの方に、こちらからお声をかけ、ご用件に合った申請書を一緒に選びます。',
  '待ち時間を３分以内とし、「分かりやすい」とのお声を年2回のアンケートで確かめます。\n',
  'ご案内の表示（ピクトグラムを含む。）を見直し、高齢の方・障害のある方・外国人の方にも伝わる言葉を使います。',
  '=SUM(A1:A3)のように見える文も、-5や+81や@tamaも、文のままです。\n\n',
  '（株）や㈱、㎡、①②③、髙橋・山﨑・𠮷田・葛\u{e0100}飾・辻\u{e0101}の字、🙇や🚲もそのまま書けます。',
  'ﾊﾝｶｸｶﾅやＷｅｂページ（https://www.example.jp/tama/shisetsu/annai.html）のご案内も、\n',
  '保護第１課・保護第2課と連携し、OJTを月1回、“WELCOME MESSAGE”の唱和を毎朝行います。',
];
const openings = ['', '=1+1', '＝HYPERLINK("https://example.jp")', '-5', '+81', '@川崎', "'"];
const scenes = ['応対', null, 'お知らせ', '電話'];

/** A text of so many letters. No other ends as it does. */
function textOf(length: number, no: number): string {
  const end = `これで${no}番目。`;
  let text = openings[no % openings.length] ?? '';
  for (let at = no; text.length < length; at++) text += sentences[at % sentences.length];
  return [...text].slice(0, Math.max(0, length - end.length)).join('') + end;
}

/** Short ones among the long, as in real sheets. */
const lengthOf = (no: number, longest: number): number =>
  Math.min(longest, [longest, 10, 60, 120, longest / 2, 30, 90, 200][no % 8] ?? 10);

/** A sheet for all that a template has in sight: one to five targets a section, or one for each row. */
function sheetFor(places: Places, longest: number, rowsOnly: boolean): Sheet {
  let no = 0;
  const next = (part = 1) => textOf(Math.ceil(lengthOf(no, longest) / part), no++);
  const { fields } = places;
  const targetIn = (cell: CellPlace | undefined, at: number): Target => ({
    no: at + 1,
    ...(!(cell && cellAt(places, cell)?.formula) && {
      scene: scenes[at % scenes.length] ?? null,
      target: next(),
      result: next(),
      ...(fields.has('countermeasure') && { countermeasure: next(4) }),
    }),
  });
  return {
    fiscalYear: null,
    ward: null,
    policies: places.policies.map(() => textOf(40, no++)),
    sections: places.sections
      .filter(({ targets }) => !targets.some(({ hidden }) => hidden))
      .map(({ division, section, targets }, index) => ({
        division,
        section: section || `第${index + 1}課`,
        targets: Array.from(
          { length: rowsOnly ? targets.length : ([5, 1, 2, 3, 4][index % 5] ?? 1) },
          (_, at) => targetIn(targets[at]?.cells.target, at),
        ),
      })),
  };
}

export interface FilledTemplate {
  readonly bytes: Uint8Array;
  readonly plans: readonly WritePlan[];
  /** The letters of the longest text: up to 800, as many as a row of this template can show. */
  readonly longest: number;
}

/** A template filled with as much as it takes. */
export function filledTemplate(bytes: Uint8Array, rowsOnly: boolean): FilledTemplate {
  const workbook = openWorkbook(bytes);
  const places = workbook.ok ? located(gridsOf(workbook.value)) : workbook;
  if (!workbook.ok || !places.ok) throw new Error(JSON.stringify(places));
  for (let longest = 800; longest > 0; longest -= 100) {
    const plan = planFill(places.value, sheetFor(places.value, longest, rowsOnly), {
      replace: true,
      wraps: true,
    });
    if (!plan.ok && plan.problems.every(({ code }) => code === 'row-too-tall')) continue;
    const filled = plan.ok ? applyPlans(workbook.value, plan.value.plans) : plan;
    if (!plan.ok || !filled.ok) throw new Error(JSON.stringify(filled));
    return { bytes: filled.value.bytes, plans: plan.value.plans, longest };
  }
  throw new Error('row-too-tall');
}
