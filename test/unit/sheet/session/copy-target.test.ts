import { expect, test } from 'vitest';
import type { Target } from '../../../../core/sheet/model/sheet.ts';
import { copyTarget } from '../../../../core/sheet/session/copy-target.ts';

const open = (no: number): Target => ({ no, target: null, result: null });
const set = (no: number, target = `今年度の${no}`): Target => ({ ...open(no), target });
const from: Target = {
  no: 2,
  scene: '電話',
  target: '名乗ります。',
  measures: '受話器のそばに名札を置きます。',
  midResult: '半分の電話で名乗っています。',
  result: '名乗りました。',
  philosophies: ['empathy'],
  standard: { id: 'phone-name-first', kind: 'raise' },
  policy: 3,
  organizationGoal: '昨年度の組織目標',
  cost: 'urgent',
  achievement: 'missed',
  countermeasure: '続けます。',
  nominate: true,
  becomesStandard: true,
};
/** What goes along: the text and what it rests on, nothing that was last year's own. */
const copied: Omit<Target, 'no'> = {
  scene: '電話',
  target: '名乗ります。',
  measures: '受話器のそばに名札を置きます。',
  result: null,
  philosophies: ['empathy'],
  standard: { id: 'phone-name-first', kind: 'raise' },
};
const section = (targets: readonly Target[]) => ({ division: null, section: '区民課', targets });

test.each<[string, readonly Target[], Target, readonly Target[]]>([
  ['under its own number', [open(1), open(2)], from, [open(1), { no: 2, ...copied }]],
  ['else under the first open one', [open(1), set(2)], from, [{ no: 1, ...copied }, set(2)]],
  ['else as one more', [set(1), set(2)], from, [set(1), set(2), { no: 3, ...copied }]],
  ['into an empty section', [], from, [{ no: 1, ...copied }]],
  [
    'a scene that is set stays, and what rests on nothing says so',
    [{ ...open(1), scene: '応対' }],
    { no: 1, target: '名乗ります。' },
    [{ ...open(1), scene: '応対', target: '名乗ります。' }],
  ],
  [
    'a result without a target is not written over',
    [{ ...open(2), result: '結果' }],
    from,
    [
      { ...open(2), result: '結果' },
      { no: 3, ...copied },
    ],
  ],
  [
    'nor are measures',
    [{ ...open(2), measures: '名札を置きます。' }],
    from,
    [
      { ...open(2), measures: '名札を置きます。' },
      { no: 3, ...copied },
    ],
  ],
  [
    'not a second time, whatever its line ends',
    [set(1, '　名乗ります。 \r\n'), open(2)],
    from,
    [set(1, '　名乗ります。 \r\n'), open(2)],
  ],
  ['not a second time', [set(1, '名乗ります。'), open(2)], from, [set(1, '名乗ります。'), open(2)]],
  ['nothing where nothing was', [open(1)], open(1), [open(1)]],
])('last year’s target is copied %s', (_, targets, last, expected) => {
  expect(copyTarget(section(targets), last)).toEqual(section(expected));
});
