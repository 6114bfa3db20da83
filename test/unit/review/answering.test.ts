import { expect, it } from 'vitest';
import { inValue } from '../../../core/result.ts';
import { answer, ratingOf } from '../../../core/review/answering.ts';
import { assign, complete, reopen } from '../../../core/review/completion.ts';
import { at, blank, got, rated } from './reviews.ts';

it('answers an item and leaves the others, and the review it came from, as they were', () => {
  const before = rated({ 'phone-name-first': 'kept' });
  const after = got(answer(before, 'counter-greet-first', { rating: 'not-kept' }, at(9)));
  expect(before.answers['counter-greet-first']).toBeUndefined();
  expect(after.answers['phone-name-first']).toBe(before.answers['phone-name-first']);
  expect(after.answers['counter-greet-first']).toEqual({
    rating: 'not-kept',
    note: null,
    seq: 9,
    at: '2026-12-01T10:00:00+09:00',
  });
});

it.each([
  [
    'a rating keeps the note',
    { note: 'メモ' },
    { rating: 'kept' },
    { rating: 'kept', note: 'メモ' },
  ],
  [
    'a note keeps the rating',
    { rating: 'kept' },
    { note: 'メモ' },
    { rating: 'kept', note: 'メモ' },
  ],
  ['a note may stand alone', {}, { note: 'メモ' }, { rating: null, note: 'メモ' }],
  ['an empty note is none', { note: 'メモ' }, { note: '' }, { rating: null, note: null }],
  [
    'null clears the rating only',
    { rating: 'kept', note: 'メモ' },
    { rating: null },
    { rating: null, note: 'メモ' },
  ],
] as const)('%s', (_, first, second, expected) => {
  const once = got(answer(blank(), 'phone-name-first', first, at(2)));
  const twice = got(answer(once, 'phone-name-first', second, at(3)));
  expect(twice.answers['phone-name-first']).toMatchObject({ ...expected, seq: 3 });
});

it('refuses to change a finished review until it is reopened as its next revision', () => {
  const finished = got(complete(rated({ 'phone-name-first': 'kept' }), at(5)));
  expect(finished).toMatchObject({
    state: 'completed',
    completedAt: at(5).at,
    revision: 1,
    seq: 5,
  });
  expect(answer(finished, 'phone-name-first', { rating: null }, at(6))).toMatchObject({
    ok: false,
    problems: [{ code: 'review-completed', at: inValue('answers.phone-name-first') }],
  });
  expect(complete(finished, at(6)).ok).toBe(false);
  expect(assign(finished, finished.unit, null, at(6)).ok).toBe(false);

  const again = got(reopen(finished, at(7)));
  expect(again).toMatchObject({ state: 'open', completedAt: null, revision: 2, seq: 7 });
  expect(
    ratingOf(
      got(answer(again, 'phone-name-first', { rating: 'not-kept' }, at(8))),
      'phone-name-first',
    ),
  ).toBe('not-kept');
  expect(reopen(again, at(9)).ok).toBe(false);
});

it('can be finished with nothing answered', () => {
  expect(got(complete(blank(), at(2))).state).toBe('completed');
});
