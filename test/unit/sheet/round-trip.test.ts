import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { planFill } from '../../../core/sheet/fill/fill.ts';
import { readSheet } from '../../../core/sheet/fill/read-sheet.ts';
import { type Places, textAt } from '../../../core/sheet/form/places.ts';
import { located } from '../../../core/sheet/form/recognize.ts';
import { plainText } from '../../../core/sheet/model/cell-text.ts';
import { oneLine } from '../../../core/sheet/model/section-name.ts';
import type { Sheet, Target } from '../../../core/sheet/model/sheet.ts';
import type { Grid } from '../../../core/xlsx/grid.ts';
import { gridsOf } from '../../../core/xlsx/read/read-grids.ts';
import { openWorkbook } from '../../../core/xlsx/read/workbook.ts';
import { writableText } from '../../../core/xlsx/writable-text.ts';
import { applyPlans } from '../../../core/xlsx/write/apply-plans.ts';
import type { WritePlan } from '../../../core/xlsx/write-plan.ts';
import { applied, drawn } from './grids.ts';
import { lines, texts } from './texts.ts';

vi.setConfig({ testTimeout: 120_000 });

/** read(fill(S)) = S over what a template can hold. */

type Fill = (plans: readonly WritePlan[]) => readonly Grid[];
interface Template {
  readonly name: string;
  readonly grids: readonly Grid[];
  readonly fill: Fill;
}

const files = globSync('test/fixtures/templates/*.xlsx')
  .filter((path) => !path.includes('protected'))
  .sort()
  .map((path): Template => {
    const opened = openWorkbook(new Uint8Array(readFileSync(path)));
    if (!opened.ok) throw new Error(path);
    const fill: Fill = (plans) => {
      const filled = applyPlans(opened.value, plans);
      if (!filled.ok) throw new Error(JSON.stringify(filled.problems));
      const again = openWorkbook(filled.value.bytes);
      if (!again.ok) throw new Error(JSON.stringify(again.problems));
      return gridsOf(again.value);
    };
    return { name: basename(path), grids: gridsOf(opened.value), fill };
  });

const pictures: readonly (readonly [string, Grid])[] = [
  [
    'names at the first row',
    drawn('部署名|番号|場面|目標|結果\n総務課|1|||\n|2|||\n企画課|1|||\n|2|||'),
  ],
  [
    'names right, in a header on each page',
    drawn(
      '目標|結果|番号・場面|所属\n||①|総務課\n||②|総務課\n目標|結果|番号・場面|所属\n||①|企画課',
    ),
  ],
  [
    'no numbers',
    drawn('部署名|目標|結果|今後の対応方策\n総務課|||\n|||\n企画課|||', { merges: 'A2:A3' }),
  ],
  [
    'optional columns',
    drawn('課名|No|基本理念|目標|方針|結果|達成度|経費|推薦\n総務課|１||||||||\n企画課|１|||||||'),
  ],
];
const drawings = pictures.map(
  ([name, grid]): Template => ({
    name,
    grids: [grid],
    fill: ([plan]) => [plan ? applied(grid, plan) : grid],
  }),
);

const scenes = ['応対', '電話', 'お知らせ', '庁内体制'];
const target = (no: number): fc.Arbitrary<Target> =>
  fc.record(
    {
      no: fc.constant(no),
      scene: fc.option(fc.constantFrom(...scenes)),
      target: fc.option(texts, { freq: 9 }),
      result: fc.option(texts),
      countermeasure: fc.option(texts),
      philosophies: fc.constantFrom([], ['empathy', 'needs'] as const),
      policy: fc.option(fc.constantFrom(1, 4)),
      achievement: fc.option(fc.constantFrom('achieved', 'mostly', 'missed')),
      cost: fc.option(fc.constantFrom('none', 'urgent')),
      nominate: fc.boolean(),
    },
    { requiredKeys: ['no'], noNullPrototype: true },
  );

/** Sheets for some of a template's sections, in any order, with up to five targets where rows can be put in. */
function sheetsFor({ sections, policies }: Places): fc.Arbitrary<Sheet> {
  const places = sections.filter(({ targets }) => !targets.some(({ hidden }) => hidden));
  const slots = new Set(policies.map(({ sheet }) => sheet)).size
    ? policies.filter(({ sheet }) => sheet === policies[0]?.sheet).length
    : 0;
  return fc.record({
    fiscalYear: fc.constant(null),
    ward: fc.constant(null),
    policies: fc.array(fc.option(lines), { maxLength: slots }),
    sections: fc
      .shuffledSubarray(places, { minLength: 1, maxLength: Math.min(3, places.length) })
      .chain((chosen) =>
        fc.tuple(
          ...chosen.map(({ division, section, targets }) => {
            const grows = targets.every(({ top, bottom }) => top === bottom);
            const most = grows ? 5 : targets.length;
            return fc
              .integer({ min: 0, max: most })
              .chain((count) =>
                fc.tuple(...Array.from({ length: count }, (_, index) => target(index + 1))),
              )
              .map((own) => ({ division, section, targets: own }));
          }),
        ),
      ),
  });
}

const plain = (text: string | null) => text && plainText(writableText(text).text);

/** What is there, with what a sheet says laid over it as far as the template has columns. */
function expected(before: Sheet, sheet: Sheet, map: Places): Sheet {
  const { fields } = map;
  const policies = before.policies.map((old, index) => {
    const policy = sheet.policies[index];
    return policy === undefined ? old : plain(policy && writableText(policy).text.trim());
  });
  const sections = before.sections.map((old) => {
    const own = sheet.sections.find(({ section }) => section === old.section);
    const targets = new Map(old.targets.map((each) => [each.no, each]));
    for (const each of own?.targets ?? []) {
      const known = targets.get(each.no);
      const preset = known?.scene ?? presetScene(map, old.section, each.no);
      const scene = sameScene(each.scene, preset) ? preset : each.scene;
      const laid: Record<string, unknown> = {
        ...blank(fields),
        ...(fields.has('noScene') && { scene: presetScene(map, old.section, each.no) }),
        ...known,
      };
      for (const [key, value] of Object.entries({ ...each, ...(scene && { scene }) })) {
        if (key === 'scene' && !value) continue;
        if (key in laid) laid[key] = typeof value === 'string' ? plain(value) : value;
      }
      targets.set(each.no, laid as unknown as Target);
    }
    const told = [...targets.values()].filter(
      (each) => each.target || each.result || each.countermeasure,
    );
    return { ...old, targets: told.sort((a, b) => a.no - b.no) };
  });
  return { ...before, policies, sections };
}

/** The scene that a blank row of a template names in its column of numbers and scenes. */
function presetScene(places: Places, name: string, no: number): string | null {
  const place = places.sections.find(
    ({ section, numbers }) => section === name && numbers === 'other',
  );
  const cell = place?.targets[no - 1]?.cells.noScene;
  return cell ? oneLine(textAt(places, cell)) || null : null;
}

/** A target's keys in a template's columns, nothing told. */
const blank = (fields: ReadonlySet<string>): object => ({
  no: 0,
  ...((fields.has('scene') || fields.has('noScene')) && { scene: null }),
  target: null,
  ...(fields.has('result') && { result: null }),
  ...(fields.has('countermeasure') && { countermeasure: null }),
  ...(fields.has('philosophies') && { philosophies: [] }),
  ...(fields.has('policy') && { policy: null }),
  ...(fields.has('achievement') && { achievement: null }),
  ...(fields.has('cost') && { cost: null }),
  ...(fields.has('nominate') && { nominate: false }),
});

const sameScene = (one?: string | null, other?: string | null) =>
  oneLine(one ?? '').replace(/^[①-⑧]/, '') === oneLine(other ?? '').replace(/^[①-⑧]/, '');

describe.each([...files, ...drawings])('$name', ({ grids, fill }) => {
  const found = located(grids);
  if (!found.ok) throw new Error(found.problems[0]?.code);
  const map = found.value;
  const before = readSheet(map);
  if (!before.ok) throw new Error(before.problems[0]?.code);

  test('reads back what was filled in', () => {
    let filled = 0;
    const refused = new Map<string, number>();
    fc.assert(
      fc.property(sheetsFor(map), (sheet) => {
        const plan = planFill(map, sheet, { replace: true });
        if (!plan.ok) {
          for (const { code } of plan.problems) refused.set(code, (refused.get(code) ?? 0) + 1);
          return;
        }
        filled += 1;
        const again = located(fill(plan.value.plans));
        expect(again.ok && readSheet(again.value)).toEqual({
          ok: true,
          value: expected(before.value, sheet, map),
        });
      }),
      { numRuns: 60 },
    );
    // What can't be written is told: a formula of the template's own, or a text too long for its column.
    expect(
      [...refused.keys()].filter((code) => !/^(formula-cell|row-too-tall)$/.test(code)),
    ).toEqual([]);
    expect(filled).toBeGreaterThan(15);
  });
});
