import { expect, test } from 'vitest';
import { atEnd, atStart, done, good } from './told.ts';

test('a target without a result, at the end', () => {
  expect(atEnd(done, good)).toEqual(['no-result 2.result']);
  expect(atEnd({ ...done, result: '　\n' })).toEqual(['no-result 1.result']);
  expect(atStart({ ...good, result: null })).toEqual([]);
});

test('an empty target needs none', () => {
  expect(atEnd(done, { target: null, result: null })).toEqual([]);
});
