import { expect, test } from 'vitest';
import type { Target } from '../../../../core/sheet/model/sheet.ts';
import { atEnd, atStart, done, good } from './told.ts';

const standard = { id: 'phone-name-first', kind: 'raise' } as const;

test.each<[string, Partial<Target>, string[]]>([
  ['a philosophy item', good, []],
  ['a standard', { target: good.target, standard }, []],
  ['nothing', { target: good.target }, ['no-link 1.philosophies']],
  ['an empty list', { ...good, philosophies: [] }, ['no-link 1.philosophies']],
])('linked to %s', (_, target, expected) => {
  expect(atStart(target)).toEqual(expected);
});

test('it is not asked at the end', () => {
  expect(atEnd({ ...done, philosophies: [] })).toEqual([]);
});
