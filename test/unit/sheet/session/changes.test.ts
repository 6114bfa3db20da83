import { expect, test } from 'vitest';
import type { Target } from '../../../../core/sheet/model/sheet.ts';
import type { WorkbookTexts } from '../../../../core/sheet/model/sheet-draft.ts';
import {
  changesBetween,
  type FieldValue,
  fieldText,
} from '../../../../core/sheet/session/changes.ts';
import type { TargetField } from '../../../../core/sheet/session/same.ts';

const texts = (
  targets: readonly Target[],
  section = '区民課',
  policies: WorkbookTexts['policies'] = [],
): WorkbookTexts => ({ policies, sections: [{ division: null, section, targets }] });

/** `section no.field before → after`. */
const told = (before: WorkbookTexts, after: WorkbookTexts) =>
  changesBetween(before, after).map(
    ({ section, no, field, ...values }) =>
      `${section ?? ''} ${no}.${field} ${fieldText(field, values.before) ?? ''} → ${fieldText(field, values.after) ?? ''}`,
  );

test.each<[string, WorkbookTexts, WorkbookTexts, string[]]>([
  ['nothing', texts([{ no: 1, target: '甲' }]), texts([{ no: 1, target: '甲' }]), []],
  [
    'texts, in the order of the form',
    texts([{ no: 1, result: null, target: '甲', midResult: null }]),
    texts([{ no: 1, result: '済', target: '乙', midResult: '半' }]),
    ['区民課@ 1.target 甲 → 乙', '区民課@ 1.midResult  → 半', '区民課@ 1.result  → 済'],
  ],
  [
    'cleaning alone, by the product or by the file',
    texts([{ no: 1, target: '　甲\u000b　乙\u00ad \r\n', result: null }]),
    texts([{ no: 1, target: '甲\n乙', result: '' }]),
    [],
  ],
  [
    'a target more, one less',
    texts([{ no: 1, target: '甲' }]),
    texts([{ no: 2, target: '乙' }]),
    ['区民課@ 1.target 甲 → ', '区民課@ 2.target  → 乙'],
  ],
  [
    'a field that one side has no place for',
    texts([{ no: 1, target: '甲', achievement: 'missed' }]),
    texts([{ no: 1, target: '甲', philosophies: ['empathy'] }]),
    [],
  ],
  [
    'choices, in words',
    texts([{ no: 1, achievement: null, philosophies: [], nominate: false, standard: null }]),
    texts([
      {
        ...{ no: 1, achievement: 'missed', philosophies: ['empathy', 'needs'], nominate: true },
        standard: { id: 'phone-name-first', kind: 'raise' },
      },
    ]),
    [
      '区民課@ 1.achievement  → 未達成',
      '区民課@ 1.philosophies  → 市民と共感、ニーズの把握',
      '区民課@ 1.nominate  → ○',
      '区民課@ 1.standard  → phone-name-first',
    ],
  ],
  [
    'policies first, by their slots',
    texts([{ no: 1, target: '甲' }], '区民課', ['一', null]),
    texts([{ no: 1, target: '乙' }], '区民課', ['一', '二', '三']),
    [' 2.policies  → 二', ' 3.policies  → 三', '区民課@ 1.target 甲 → 乙'],
  ],
  [
    'a section that is spelled otherwise',
    texts([{ no: 1, target: '甲' }], '保護第1課・保護第2課'),
    texts([{ no: 1, target: '乙' }], '保護第１課、保護第２課'),
    ['保護1課・保護2課@ 1.target 甲 → 乙'],
  ],
  [
    'sections that one side alone has',
    texts([{ no: 1, target: '甲' }], '総務課'),
    texts([{ no: 1, target: '乙' }], '企画課'),
    ['企画課@ 1.target  → 乙', '総務課@ 1.target 甲 → '],
  ],
])('%s', (_, before, after, expected) => {
  expect(told(before, after)).toEqual(expected);
});

test.each<[TargetField | 'policies', FieldValue, string | null]>([
  ['target', '　一\n　二', '一\n二'],
  ['result', null, null],
  ['policies', '一', '一'],
  ['policy', 2, '②'],
  ['cost', 'next-year', '次年度'],
  ['becomesStandard', false, null],
  ['philosophies', [], null],
  ['standard', null, null],
  ['countermeasure', ' ', null],
])('%s %j in words: %j', (field, value, expected) => {
  expect(fieldText(field, value)).toBe(expected);
});

test('all that is lost where one takes the place of the other', () => {
  const draft = texts(
    [
      {
        ...{ no: 1, target: '甲', measures: '乙', result: null, achievement: 'missed' },
        ...{ countermeasure: '丙', philosophies: ['empathy'], cost: null },
        standard: { id: 'phone-name-first', kind: 'raise' },
      },
    ],
    '区民課',
    ['一'],
  );
  const file = texts([{ no: 1, target: '甲', result: null, policy: 1 }]);
  const lost = changesBetween(draft, file, { replaces: true });
  expect(lost.map(({ field, before }) => [field, fieldText(field, before)])).toEqual([
    ['policies', '一'],
    ['measures', '乙'],
    ['achievement', '未達成'],
    ['countermeasure', '丙'],
    ['philosophies', '市民と共感'],
    ['standard', 'phone-name-first'],
  ]);
  expect(changesBetween(draft, file).map(({ field }) => field)).toEqual(['policies']);
});
