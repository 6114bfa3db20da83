import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { cellChanges } from '../../../core/sheet/fill/cell-changes.ts';
import { planFill } from '../../../core/sheet/fill/fill.ts';
import { located } from '../../../core/sheet/form/recognize.ts';
import type { Sheet, Target } from '../../../core/sheet/model/sheet.ts';
import { gridsOf } from '../../../core/xlsx/read/read-grids.ts';
import { openWorkbook } from '../../../core/xlsx/read/workbook.ts';
import { writeName } from '../../../ui/sheet/cell-names.ts';

const target = (no: number, more: Partial<Target> = {}): Target => ({
  no,
  target: `目標の文${no}`,
  ...more,
});

/** What a sheet changes in a workbook: cell, section, name, and the text that was there. */
function changes(file: string, sheet: Partial<Sheet>): (string | undefined)[] {
  const workbook = openWorkbook(readFileSync(file));
  const map = workbook.ok ? located(gridsOf(workbook.value)) : workbook;
  if (!map.ok) throw new Error(map.problems[0]?.code);
  const whole = { fiscalYear: null, ward: null, policies: [], sections: [], ...sheet };
  const plan = planFill(map.value, whole, { replace: true });
  if (!plan.ok) throw new Error(plan.problems[0]?.code);
  return cellChanges(plan.value).map((change) => {
    const { cell, section, was, replaces, added } = change;
    return [
      cell,
      section?.section,
      writeName(change),
      was === '' ? '空' : was,
      replaces ? '替' : '',
      added ? '増' : '',
    ]
      .filter(Boolean)
      .join(' ');
  });
}

const kept = [
  '困りごとに気付き、担当の窓口まで確かにおつなぎします。',
  '待ち時間を短くし、快適に過ごせる庁舎にします。',
];

const fixture = (name: string) => `test/fixtures/templates/${name}.xlsx`;
const of = (section: string, targets: readonly Target[], division: string | null = null) => ({
  sections: [{ division, section, targets }],
});

test.each<[string, string, Partial<Sheet>, readonly string[]]>([
  [
    'our own template for a section',
    'templates/section.xlsx',
    {
      fiscalYear: 2026,
      ward: '多摩区',
      policies: ['待つ人の立場で考えます。'],
      ...of('区民課', [
        target(1, { scene: '電話', result: '結果の文', countermeasure: '続ける。' }),
      ]),
    },
    [
      'C2 年度',
      'C3 区名',
      'C5 方針① ①',
      'C4 区民課 部署名',
      'C11 区民課 目標1',
      'D11 区民課 目標1の実施結果',
      'E11 区民課 目標1の今後の対応方策',
      'B11 区民課 目標1の場面',
    ],
  ],
  [
    'rows that are put in: they count on, and what stands below is still called right',
    fixture('ward-merged'),
    {
      sections: [
        { division: null, section: '危機管理担当', targets: [1, 2, 3, 4].map((no) => target(no)) },
        { division: 'まちづくり推進部', section: '総務課', targets: [target(1)] },
      ],
    },
    [
      'D9 危機管理担当 目標1',
      'D10 危機管理担当 目標2',
      'D11 危機管理担当 目標3 増',
      'C11 危機管理担当 目標3の番号・場面 増',
      'D12 危機管理担当 目標4 増',
      'C12 危機管理担当 目標4の番号・場面 増',
      'D13 総務課 目標1',
    ],
  ],
  [
    'policies, and a column of their own',
    fixture('extra-columns'),
    {
      policies: [null, ...kept, '声をかけます。'],
      ...of('危機管理担当', [target(1, { policy: 2 })]),
    },
    [
      'D3 方針① ① 市民の立場に立って、分かりやすく丁寧にご案内します。 替',
      'D6 方針④ ④',
      'H9 危機管理担当 目標1',
      'I9 危機管理担当 目標1の方針',
    ],
  ],
])('%s', (_, file, sheet, expected) => {
  expect(changes(file, sheet)).toEqual(expected);
});
