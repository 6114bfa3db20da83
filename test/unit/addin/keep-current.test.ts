import { describe, expect, test } from 'vitest';
import type { Target } from '../../../core/sheet/sheet.ts';
import { keepCurrent } from '../../../office-addin/taskpane/keep-current.ts';

/** What target 1 says: before, in the pane, in the worksheet by now; and what comes of it. */
type Case = readonly [
  title: string,
  base: Partial<Target>,
  mine: Partial<Target>,
  now: Partial<Target>,
  merged: Partial<Target>,
  clashes: readonly (keyof Target)[],
];

const cases: readonly Case[] = [
  ['nothing changed', { target: '甲' }, { target: '甲' }, { target: '甲' }, { target: '甲' }, []],
  ['changed here', { target: '甲' }, { target: '乙' }, { target: '甲' }, { target: '乙' }, []],
  ['changed there', { target: '甲' }, { target: '甲' }, { target: '丙' }, { target: '丙' }, []],
  ['in both, alike', { target: '甲' }, { target: '乙' }, { target: '乙' }, { target: '乙' }, []],
  [
    'in both, otherwise',
    { target: '甲' },
    { target: '乙' },
    { target: '丙' },
    { target: '乙' },
    ['target'],
  ],
  ['cleared there', { target: '甲' }, { target: '甲' }, { target: null }, { target: null }, []],
  ['cleared here', { target: '甲' }, { target: null }, { target: '甲' }, { target: null }, []],
  [
    'one field here, another there',
    { target: '甲', result: null },
    { target: '乙', result: null },
    { target: '甲', result: '済' },
    { target: '乙', result: '済' },
    [],
  ],
  [
    'as it is typed, and as the cell has it',
    { target: null },
    { target: '甲\n乙 ' },
    { target: '　甲\n　乙' },
    { target: '甲\n乙 ' },
    [],
  ],
  [
    'a field without a column stays',
    { target: '甲' },
    { target: '甲', philosophies: ['empathy'] },
    { target: '丙' },
    { target: '丙', philosophies: ['empathy'] },
    [],
  ],
  ['an unticked box is an empty one', { nominate: false }, {}, { nominate: false }, {}, []],
];

describe('what is written here and what the worksheet says by now', () => {
  test.each(cases)('%s', (_, base, mine, now, merged, clashes) => {
    const [was, own, is] = [base, mine, now].map((one) => [{ no: 1, ...one }]);
    const current = keepCurrent(was ?? [], own ?? [], is ?? []);
    expect(current.targets).toEqual([{ no: 1, ...merged }]);
    expect(current.clashes.map(({ field }) => field)).toEqual(clashes);
  });

  test('targets that only one of them has', () => {
    const current = keepCurrent(
      [{ no: 1, target: '甲' }],
      [
        { no: 1, target: '甲' },
        { no: 3, target: '足した目標' },
      ],
      [
        { no: 1, target: '甲' },
        { no: 2, target: '同僚の目標' },
      ],
    );
    expect(current.targets.map(({ no, target }) => [no, target])).toEqual([
      [1, '甲'],
      [2, '同僚の目標'],
      [3, '足した目標'],
    ]);
  });
});
