import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { planFill } from '../../../core/sheet/fill/fill.ts';
import { readSheet } from '../../../core/sheet/fill/read-sheet.ts';
import { located } from '../../../core/sheet/form/recognize.ts';
import { plainText } from '../../../core/sheet/model/cell-text.ts';
import type { Sheet } from '../../../core/sheet/model/sheet.ts';
import { gridsOf } from '../../../core/xlsx/read/read-grids.ts';
import { openWorkbook } from '../../../core/xlsx/read/workbook.ts';
import { applyPlans } from '../../../core/xlsx/write/apply-plans.ts';
import { ownTemplates } from '../../../scripts/own-templates.ts';
import { texts } from './texts.ts';

const bytesOf = (name: string) => new Uint8Array(readFileSync(`templates/${name}`));
const names = ['section.xlsx', 'ward.xlsx'];

function filled(bytes: Uint8Array, sheet: Sheet): Uint8Array {
  const workbook = openWorkbook(bytes);
  if (!workbook.ok) throw new Error(workbook.problems[0]?.code);
  const map = located(gridsOf(workbook.value));
  const plan = map.ok ? planFill(map.value, sheet) : map;
  if (!plan.ok) throw new Error(JSON.stringify(plan.problems));
  const result = applyPlans(workbook.value, plan.value.plans);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value.bytes;
}

function read(bytes: Uint8Array): unknown {
  const workbook = openWorkbook(bytes);
  const map = workbook.ok ? located(gridsOf(workbook.value)) : workbook;
  const sheet = map.ok ? readSheet(map.value) : map;
  return sheet.ok ? sheet.value : sheet.problems;
}

const target = (no: number) => ({
  no,
  scene: '応対',
  target: `${no}番目の目標です。\n二段落目です。`,
  result: `${no}番目の結果です。`,
  countermeasure: null,
});

test('the committed files are those that npm run template makes', () => {
  const made = ownTemplates();
  expect(Object.keys(made)).toEqual(names);
  expect(readdirSync('templates').sort()).toEqual(names);
  for (const name of names) expect(bytesOf(name)).toEqual(made[name]);
});

test.each(names)('%s is blank', (name) => {
  expect(read(bytesOf(name))).toEqual({
    fiscalYear: null,
    ward: null,
    policies: [null, null, null, null],
    sections: [],
  });
});

test('a section takes its sheet, with more targets than rows', () => {
  const sheet: Sheet = {
    fiscalYear: 2026,
    ward: '多摩区',
    policies: ['聞きます。', null, '待たせません。', null],
    sections: [
      {
        division: '区民サービス部',
        section: '区民課',
        targets: [1, 2, 3, 4, 5].map(target),
      },
    ],
  };
  expect(read(filled(bytesOf('section.xlsx'), sheet))).toEqual(sheet);
});

test('a ward takes its sections in their order, joint rows and those without a division', () => {
  const sheet: Sheet = {
    fiscalYear: 2019,
    ward: '高津区',
    policies: ['聞きます。', '待たせません。', null, null],
    sections: [
      { division: null, section: '危機管理担当', targets: [1, 2].map(target) },
      { division: '区民サービス部', section: '区民課', targets: [1, 2, 3, 4].map(target) },
      {
        division: '地域みまもり支援センター',
        section: '保護第1課・保護第2課',
        targets: [1, 2, 3].map(target),
      },
      { division: '道路公園センター', section: '管理課', targets: [] },
    ],
  };
  const bytes = filled(bytesOf('ward.xlsx'), sheet);
  expect(read(bytes)).toEqual(sheet);
  // The second time, each finds its own place by its name.
  expect(filled(bytes, { ...sheet, sections: sheet.sections.toReversed() })).toEqual(bytes);
});

test.each(names)('%s holds every text of up to 800 letters', (name) => {
  const long = '窓口にお越しの方に、こちらからお声をかけます。'.repeat(40);
  const longest = [0, 150, 400, 620].map((at) => long.slice(at, at + 200)).join('\n');
  const workbook = openWorkbook(bytesOf(name));
  const map = workbook.ok ? located(gridsOf(workbook.value)) : workbook;
  if (!map.ok) throw new Error(map.problems[0]?.code);
  const plain = texts.map(plainText).filter((text) => text !== null);
  fc.assert(
    fc.property(fc.array(fc.tuple(plain, plain), { minLength: 1, maxLength: 5 }), (own) => {
      const targets = own.map(([target, result], at) => ({ no: at + 1, target, result }));
      const plan = planFill(map.value, {
        fiscalYear: 2026,
        ward: null,
        policies: [],
        sections: [{ division: null, section: '区民課', targets }],
      });
      expect(plan.ok || plan.problems).toBe(true);
    }),
    { examples: [[[[long.slice(0, 800), longest]]]] },
  );
});

test('a heading of our own may be renamed', () => {
  const sheet: Sheet = {
    fiscalYear: 2026,
    ward: '多摩区',
    policies: [],
    sections: [{ division: null, section: '区民課', targets: [target(1)] }],
  };
  const workbook = openWorkbook(bytesOf('ward.xlsx'));
  if (!workbook.ok) throw new Error(workbook.problems[0]?.code);
  const [grid] = gridsOf(workbook.value);
  const heading = [...(grid?.cells ?? [])].find(([, { text }]) => text.startsWith('目標及び'))?.[0];
  const writes = [{ address: heading ?? '', text: 'わたしたちのめざすこと' }];
  const sheetName = grid?.name ?? '';
  const renamed = applyPlans(workbook.value, [
    { sheet: sheetName, insertions: [], writes, heights: [] },
  ]);
  if (!renamed.ok) throw new Error(renamed.problems[0]?.code);
  expect(read(filled(renamed.value.bytes, sheet))).toMatchObject({ sections: sheet.sections });
});
