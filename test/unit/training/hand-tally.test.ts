import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ratings } from '../../../core/review/review.ts';
import {
  countsOf,
  type HandTally,
  handsOf,
  mergeTallies,
  mostHands,
  setHands,
  toTalkAbout,
} from '../../../core/training/hand-tally.ts';

const empty: HandTally = {
  title: '研修',
  heldAt: '2026-12-01T10:00:00+09:00',
  catalog: [],
  items: [],
};

const tallied = (items: Record<string, readonly number[]>): HandTally =>
  Object.entries(items).reduce(
    (tally, [standard, hands]) =>
      ratings.reduce(
        (sum, rating, index) => setHands(sum, standard, rating, hands[index] ?? 0),
        tally,
      ),
    empty,
  );

test.each([
  [1, 1],
  [0, 0],
  [-1, 0],
  [2.9, 2],
  [mostHands + 1, mostHands],
  [Number.POSITIVE_INFINITY, mostHands],
  [Number.NaN, 0],
])('%d hands are %d', (hands, kept) => {
  expect(countsOf(setHands(empty, 'a', 'kept', hands), 'a').kept).toBe(kept);
});

test('the standards stay in the order in which they were voted on', () => {
  const tally = setHands(tallied({ b: [1], a: [2] }), 'b', 'not-kept', 4);
  expect(tally.items.map(({ standard }) => standard)).toEqual(['b', 'a']);
  expect(countsOf(tally, 'b')).toMatchObject({ kept: 1, 'not-kept': 4 });
});

test('a standard without hands is not in the tally', () => {
  expect(setHands(tallied({ a: [1] }), 'a', 'kept', 0).items).toEqual([]);
  expect(handsOf(countsOf(empty, 'a'))).toBe(0);
});

test('any counting leaves whole numbers of hands, and no standard twice', () => {
  const act = fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.constantFrom(...ratings), fc.double());
  fc.assert(
    fc.property(fc.array(act), (acts) => {
      const tally = acts.reduce((sum, [standard, rating, hands]) => {
        return setHands(sum, standard, rating, hands);
      }, empty);
      const names = tally.items.map(({ standard }) => standard);
      expect(new Set(names).size).toBe(names.length);
      for (const { counts } of tally.items) {
        expect(Object.values(counts).every((n) => Number.isInteger(n) && n >= 0)).toBe(true);
        expect(handsOf(counts)).toBeGreaterThan(0);
      }
    }),
  );
});

test.each([
  ['the least kept first', { a: [3, 0, 1], b: [0, 0, 1], c: [1, 1, 2] }, ['b', 'c', 'a']],
  ['not what all keep', { a: [3, 2] }, []],
  ['not what concerns nobody', { a: [0, 0, 0, 0, 9] }, []],
  ['as they came, where they are level', { b: [1, 0, 1], a: [0, 1, 0, 1] }, ['b', 'a']],
  ['nothing of nothing', {}, []],
])('to talk about: %s', (_, items, expected) => {
  expect(toTalkAbout(tallied(items)).map(({ standard }) => standard)).toEqual(expected);
});

test('to talk about: no more than asked for', () => {
  const many = Object.fromEntries(Array.from({ length: 9 }, (_, i) => [`s${i}`, [i, 0, 1]]));
  expect(toTalkAbout(tallied(many))).toHaveLength(5);
  expect(toTalkAbout(tallied(many), 2).map(({ standard }) => standard)).toEqual(['s0', 's1']);
});

test('hands that two pages count come together, number by number', () => {
  const base = setHands(empty, 'a', 'kept', 3);
  const mine = setHands(setHands(base, 'a', 'not-kept', 1), 'b', 'kept', 2);
  const theirs = setHands(setHands(base, 'a', 'kept', 4), 'c', 'kept', 5);
  const { tally, clashes } = mergeTallies(base, mine, theirs);
  expect(clashes).toEqual([]);
  expect(countsOf(tally, 'a')).toMatchObject({ kept: 4, 'not-kept': 1 });
  expect([countsOf(tally, 'b').kept, countsOf(tally, 'c').kept]).toEqual([2, 5]);
});

test('of a number that both have changed mine stands and theirs is told', () => {
  const base = setHands(empty, 'a', 'kept', 3);
  const { tally, clashes } = mergeTallies(
    base,
    setHands(base, 'a', 'kept', 5),
    setHands(base, 'a', 'kept', 4),
  );
  expect(countsOf(tally, 'a').kept).toBe(5);
  expect(clashes).toEqual([{ standard: 'a', rating: 'kept', mine: 5, theirs: 4 }]);
});
