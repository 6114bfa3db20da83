import { expect, test } from 'vitest';
import type { Target } from '../../../../core/sheet/model/sheet.ts';
import { atEnd, atStart, done, good } from './told.ts';

test.each<[string, Partial<Target>[], string[]]>([
  ['one', [good], []],
  ['none', [], ['no-target']],
  ['one of blanks', [{ target: '　\n' }], ['no-target']],
])('%s', (_, targets, expected) => {
  expect(atStart(...targets)).toEqual(expected);
});

test('it is asked at the end too', () => {
  expect(atEnd()).toEqual(['no-target']);
  expect(atEnd(done)).toEqual([]);
});
