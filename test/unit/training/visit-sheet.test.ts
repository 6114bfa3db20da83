import { expect, test } from 'vitest';
import { blankVisit, mergeVisits } from '../../../core/training/visit-sheet.ts';

/** Two pages write on one observer's sheet (F48). */

const base = { ...blankVisit, place: '区民課', good: '明るい声', marks: { a: 'good' as const } };

test('fields that only one page has changed come together', () => {
  const mine = {
    ...base,
    advice: '札を出す',
    marks: { a: 'good' as const, b: 'not-seen' as const },
  };
  const theirs = { ...base, date: '12月1日', marks: { a: 'to-improve' as const } };
  expect(mergeVisits(base, mine, theirs)).toEqual({
    sheet: {
      ...base,
      advice: '札を出す',
      date: '12月1日',
      marks: { a: 'to-improve', b: 'not-seen' },
    },
    clashes: [],
  });
});

test('a field that both have changed stays as it is here, and theirs is told', () => {
  const outcome = mergeVisits(base, { ...base, good: 'こちら' }, { ...base, good: 'あちら' });
  expect(outcome.sheet.good).toBe('こちら');
  expect(outcome.clashes).toEqual([{ field: 'good', theirs: 'あちら' }]);
});

test('the same words on both pages, and a field that was emptied there, are no clash', () => {
  const same = mergeVisits(base, { ...base, good: '同じ' }, { ...base, good: '同じ' });
  const emptied = mergeVisits(base, { ...base, good: 'こちら' }, { ...base, good: '' });
  expect([same.clashes, emptied.clashes]).toEqual([[], []]);
});

test('a mark that both have given differently is told with its item', () => {
  const outcome = mergeVisits(
    base,
    { ...base, marks: { a: 'not-seen' } },
    { ...base, marks: { a: 'to-improve' } },
  );
  expect(outcome.sheet.marks).toEqual({ a: 'not-seen' });
  expect(outcome.clashes).toEqual([{ field: 'mark', standard: 'a', theirs: 'to-improve' }]);
});
