import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SheetSection, Target } from '../../../../core/sheet/model/sheet.ts';
import type { DraftTarget } from '../../../../core/sheet/session/draft-target.ts';
import {
  addTarget,
  changeTarget,
  moveTarget,
  putBack,
  removeTarget,
} from '../../../../core/sheet/session/edit.ts';
import { acts, drafted, taken, targetsOf, textsIn } from './histories.ts';

const section = (...targets: readonly DraftTarget[]): SheetSection => ({
  division: null,
  section: '区民課',
  targets,
});
const set = (no: number, target: string | null, more: Partial<DraftTarget> = {}): Target => ({
  no,
  target,
  result: null,
  ...more,
});
const [a, b, c] = [set(1, '甲'), set(2, '乙', { result: '済' }), set(3, '丙')];

/** Number, text, and where the form had it: `2 乙 <3`. */
const short = ({ targets }: SheetSection) =>
  targets.map(({ no, target, takenNo }: DraftTarget) =>
    [no, target, takenNo === undefined ? null : `<${takenNo}`].filter(Boolean).join(' '),
  );

test.each<[string, SheetSection, string[]]>([
  ['the second one up', moveTarget(section(a, b, c), 2, -1), ['1 乙 <2', '2 甲 <1', '3 丙']],
  ['the second one down', moveTarget(section(a, b, c), 2, 1), ['1 甲', '2 丙 <3', '3 乙 <2']],
  ['the first one up', moveTarget(section(a, b, c), 1, -1), ['1 甲', '2 乙', '3 丙']],
  ['the last one down', moveTarget(section(a, b, c), 3, 1), ['1 甲', '2 乙', '3 丙']],
  ['up and down again', moveTarget(moveTarget(section(a, b), 2, -1), 1, 1), ['1 甲', '2 乙']],
  ['past a number that is left out', moveTarget(section(a, c), 3, -1), ['1 丙 <3', '3 甲 <1']],
  ['one that is not there', moveTarget(section(a), 7, 1), ['1 甲']],
])('moved: %s', (_, { targets }, expected) => {
  expect(short(section(...targets))).toEqual(expected);
});

test('all that belongs to a target moves with it', () => {
  const rich = { ...b, philosophies: ['empathy'], achievement: 'missed', note: '朝礼' } as Target;
  const moved = moveTarget(section(a, rich), 2, -1);
  expect(moved.targets[0]).toEqual({ ...rich, no: 1, takenNo: 2 });
});

describe('removed', () => {
  test.each<[string, number, readonly Target[], string[]]>([
    ['the form had it: its last place is cleared', 2, [a, b, c], ['1 甲', '2 丙 <3', '3 <2']],
    ['the last one, which the form had', 3, [a, b, c], ['1 甲', '2 乙', '3']],
    ['the form never had it', 2, [a], ['1 甲', '2 丙 <3']],
    ['one that is not there', 7, [a, b, c], ['1 甲', '2 乙', '3 丙']],
  ])('%s', (_, no, form, expected) => {
    expect(short(removeTarget(section(a, b, c), no, section(...form)).section)).toEqual(expected);
  });

  test('what is left in the last place says nothing in any field', () => {
    const rich: Target = {
      ...b,
      philosophies: ['empathy'],
      nominate: true,
      policy: 2,
      cost: 'none',
    };
    const { section: left } = removeTarget(section(a, rich), 2, section(a, b));
    expect(left.targets[1]).toEqual({
      ...{ no: 2, target: null, result: null },
      ...{ philosophies: [], nominate: false, policy: null, cost: null },
    });
  });

  test('and put back', () => {
    for (const form of [section(a, b, c), section(a), null]) {
      for (const no of [1, 2, 3]) {
        const { section: left, removed } = removeTarget(section(a, b, c), no, form);
        expect(removed && putBack(left, removed)).toEqual(section(a, b, c));
      }
    }
  });

  test('and put back where its place was written in since', () => {
    const { section: left, removed } = removeTarget(section(a, b), 1, section(a, b));
    const again = changeTarget(left, 2, { target: '丁' });
    expect(removed && short(putBack(again, removed))).toEqual(['1 甲 <3', '2 乙', '3 丁 <1']);
  });
});

test('added: empty, under the next number, and never taken for one that the form has', () => {
  expect(short(addTarget(section(a, b)))).toEqual(['1 甲', '2 乙', '3']);
  const moved = moveTarget(section(a, b, c), 3, -1);
  const { section: fewer } = removeTarget(moved, 3, section(a, c));
  expect(short(fewer)).toEqual(['1 甲', '2 丙 <3']);
  expect(short(addTarget(fewer))).toEqual(['1 甲', '2 丙 <3', '3 <4']);
});

test('whatever is done, no text is lost but what was cleared, written over or taken out', () => {
  fc.assert(
    fc.property(taken, acts, (form, all) => {
      const kept = all.filter(({ kind }) => !/write|clear|link|remove|policy/.test(kind));
      expect(textsIn(drafted(form, kept, '甲')).sort()).toEqual(textsIn(form).sort());
      const numbers = targetsOf(drafted(form, all, '甲')).map(({ no }) => no);
      expect(numbers).toEqual(numbers.map((_, index) => index + 1));
    }),
    { numRuns: 300 },
  );
});
