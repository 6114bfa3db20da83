import { expect, test } from 'vitest';
import type { Target } from '../../../../core/sheet/model/sheet.ts';
import { isPending, withoutPending, withPending } from '../../../../core/sheet/session/pending.ts';

const open = (no: number): Target => ({ no, target: null, result: null });
const set = (no: number): Target => ({ no, target: `目標${no}`, result: null });
const section = (...targets: Target[]) => ({ division: null, section: '区民課', targets });

test.each<[string, Partial<Target>, boolean]>([
  ['nothing', {}, true],
  ['blanks', { target: '　\n', result: '\u200b' }, true],
  ['a scene, preset in the form', { scene: '応対' }, true],
  ['a link', { philosophies: ['empathy'], policy: 1 }, true],
  ['a target', { target: '文' }, false],
  ['measures', { measures: '文' }, false],
  ['a mid-year result', { midResult: '文' }, false],
  ['a result', { result: '文' }, false],
  ['what is next', { countermeasure: '文' }, false],
])('%s: pending is %s', (_, part, expected) => {
  expect(isPending({ no: 1, ...part })).toBe(expected);
});

test.each<[string, Target[], number, Target[]]>([
  ['one row', [], 1, [open(1)]],
  ['three rows', [set(1)], 3, [set(1), open(2), open(3)]],
  ['ten rows, of which three are offered', [], 10, [open(1), open(2), open(3)]],
  ['no row that is known', [], 0, [open(1)]],
  ['more targets than usual', [1, 2, 3, 4].map(set), 6, [1, 2, 3, 4].map(set)],
  ['a row left out', [set(1), set(3)], 3, [set(1), open(2), set(3)]],
])('waiting: %s', (_, targets, rows, expected) => {
  expect(withPending(section(...targets), rows)).toEqual(section(...expected));
});

test.each<[string, Target[], number, Target[]]>([
  ['a row is cleared', [set(1), open(2)], 2, [set(1), open(2)]],
  ['no row is put in for nothing', [set(1), open(2), open(3)], 1, [set(1)]],
  ['a row is put in for a target', [set(1), open(2), set(3)], 1, [set(1), set(3)]],
])('to be written: %s', (_, targets, rows, expected) => {
  expect(withoutPending(section(...targets), rows)).toEqual(section(...expected));
});
