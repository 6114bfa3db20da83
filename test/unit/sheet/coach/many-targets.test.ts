import { expect, test } from 'vitest';
import { atEnd, atStart, done, good } from './told.ts';

test('three are usual, four are remarked on', () => {
  expect(atStart(good, good, good)).toEqual([]);
  expect(atStart(good, good, good, good)).toEqual(['many-targets 4→3']);
  expect(atEnd(done, done, done, done)).toEqual(['many-targets 4→3']);
});

test('empty ones do not count', () => {
  expect(atStart(good, good, good, { target: null })).toEqual([]);
});
