import { expect, test } from 'vitest';
import { mergeFields, sameValue } from '../../core/merge-fields.ts';

const base = { a: 1, b: [1, { c: 2 }], gone: 'x' };

test.each([
  ['only mine', { ...base, a: 2 }, base, { ...base, a: 2 }, []],
  ['only theirs', base, { ...base, a: 2 }, { ...base, a: 2 }, []],
  ['both the same', { ...base, a: 2 }, { ...base, a: 2 }, { ...base, a: 2 }, []],
  ['both differently', { ...base, a: 2 }, { ...base, a: 3 }, { ...base, a: 2 }, ['a']],
  ['a part deep inside', base, { ...base, b: [1, { c: 3 }] }, { ...base, b: [1, { c: 3 }] }, []],
  ['something new on each', { ...base, d: 1 }, { ...base, e: 1 }, { ...base, d: 1, e: 1 }, []],
  ['taken out there', base, { a: 1, b: base.b }, { ...base, gone: undefined }, []],
])('changed: %s', (_, mine, theirs, fields, clashes) => {
  const merged = mergeFields(base, mine, theirs);
  expect(merged.fields).toEqual(fields);
  expect(merged.clashes.map(({ field }) => field)).toEqual(clashes);
});

test.each([
  [{ a: 1, b: 2 }, { b: 2, a: 1 }, true],
  [{ a: 1 }, { a: 1, b: undefined }, true],
  [[1, 2], [2, 1], false],
  [[], {}, false],
  [null, {}, false],
  ['1', 1, false],
])('%j and %j: %s', (one, other, same) => {
  expect(sameValue(one, other)).toBe(same);
});
