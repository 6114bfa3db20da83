import { expect, it } from 'vitest';
import { builtInCatalog } from '../../../core/catalog/built-in.ts';
import { answer } from '../../../core/review/answering.ts';
import { earlierReview, oneEachYear, throughTheYears } from '../../../core/review/comparison.ts';
import { lookBack, mergeGoals, setGoals } from '../../../core/review/goals.ts';
import { nextUnanswered, progress } from '../../../core/review/progress.ts';
import type { Goal } from '../../../core/review/review.ts';
import { at, blank, got, rated, standards } from './reviews.ts';

const [a = '', b = '', c = ''] = standards;
const three = builtInCatalog.standards.slice(0, 3);

it.each([
  ['from the beginning', {}, null, a],
  ['past the answered', { [a]: 'kept' }, null, b],
  ['after the given item', {}, b, c],
  ['round to the beginning', { [c]: 'kept' }, b, a],
  ['none left', { [a]: 'kept', [b]: 'not-applicable', [c]: 'kept' }, a, null],
  ['a cleared one again', { [a]: null, [b]: 'kept', [c]: 'kept' }, null, a],
  ['from an item that is not in the list', {}, 'gone', a],
] as const)('finds the next unanswered item: %s', (_, given, from, expected) => {
  expect(nextUnanswered(rated(given), three, from)).toBe(expected);
});

it('counts progress over the given standards only', () => {
  const review = rated({ [a]: 'kept', [b]: null, 'phone-name-first': 'kept' });
  expect(progress(review, three)).toEqual({ answered: 1, total: 3 });
});

it('takes of two reviews of one year the one that was changed last, whatever the clock said', () => {
  const first = { ...rated({ [a]: 'kept' }), id: 'first' };
  const later = got(
    answer(
      { ...blank(), id: 'later' },
      a,
      { rating: 'not-kept' },
      { seq: 50, at: '2001-01-01T00:00:00+09:00' },
    ),
  );
  expect(oneEachYear([later, first, rated({}, 2024)]).map(({ id }) => id)).toEqual([
    blank(2024).id,
    'later',
  ]);
});

it('sets the years side by side, without those after the review at hand', () => {
  const years = [rated({ [a]: 'kept' }, 2024), rated({ [a]: 'not-kept' }, 2025), rated({}, 2027)];
  const review = rated({ [a]: 'mostly-kept' });
  expect(earlierReview(years, review)?.fiscalYear).toBe(2025);
  expect(earlierReview([], review)).toBeNull();
  const seen = throughTheYears(years, review, builtInCatalog);
  expect(seen.map(({ fiscalYear, summary }) => [fiscalYear, summary.all.rate])).toEqual([
    [2024, 1],
    [2025, 0],
    [2026, 1],
  ]);
});

const goal = (text: string): Goal => ({ text, standard: null, outcome: null, outcomeNote: null });

it('holds up to three goals and drops blank ones', () => {
  expect(
    got(setGoals(blank(), [goal('一'), goal(' 　'), goal('二'), goal('三')], at(4))),
  ).toMatchObject({
    goals: [{ text: '一' }, { text: '二' }, { text: '三' }],
    seq: 4,
  });
  expect(
    setGoals(
      blank(),
      [1, 2, 3, 4].map((n) => goal(`${n}`)),
      at(4),
    ),
  ).toMatchObject({
    ok: false,
    problems: [{ code: 'goal-limit', params: { limit: 3 } }],
  });
});

it('looks back on one goal', () => {
  const review = got(setGoals(blank(2025), [goal('一'), goal('二')], at(4)));
  expect(lookBack(review, 1, { outcome: 'done', outcomeNote: 'できた' }, at(5)).goals).toEqual([
    goal('一'),
    { text: '二', standard: null, outcome: 'done', outcomeNote: 'できた' },
  ]);
});

it('looks back part by part: what is not given stays', () => {
  const review = got(setGoals(blank(2025), [goal('一')], at(4)));
  const noted = lookBack(review, 0, { outcomeNote: '途中' }, at(5));
  expect(lookBack(noted, 0, { outcome: 'done' }, at(6)).goals).toEqual([
    { text: '一', standard: null, outcome: 'done', outcomeNote: '途中' },
  ]);
});

it.each([
  { case: 'only mine changed', base: ['一'], mine: ['一つ'], theirs: ['一'], all: ['一つ'] },
  { case: 'only theirs was added', base: [], mine: [], theirs: ['二'], all: ['二'] },
  {
    case: 'both added',
    base: ['一'],
    mine: ['一', '二'],
    theirs: ['一', '三'],
    all: ['一', '二', '三'],
  },
  { case: 'both reworded the same', base: ['一'], mine: ['甲'], theirs: ['乙'], all: ['甲', '乙'] },
  { case: 'mine removed one', base: ['一', '二'], mine: ['二'], theirs: ['一', '二'], all: ['二'] },
])('merges the goals of two pages: $case', ({ base, mine, theirs, all }) => {
  const [b, m, t] = [base, mine, theirs].map((texts) => texts.map((text) => goal(text)));
  expect(mergeGoals(b ?? [], m ?? [], t ?? []).map(({ text }) => text)).toEqual(all);
});
