import fc from 'fast-check';
import { type Review, ratings, roles } from '../../../core/review/review.ts';
import { oddText } from './odd-text.ts';

const standardIds = ['phone-name-first', 'counter-greeting', 'notice-plain-words', 'a', '0'];
const at = '2026-12-01T10:00:00+09:00';

export const finished: Review = {
  id: '3f2b8c1e-5a7d-4e90-8b16-0c9d2e4f6a71',
  revision: 1,
  fiscalYear: 2026,
  state: 'completed',
  completedAt: at,
  catalog: [{ id: 'kawasaki-city', edition: '2016', digest: `sha256-${'0'.repeat(64)}` }],
  unit: { ward: '多摩区', division: '区民サービス部', section: '区民課' },
  role: 'staff',
  answers: {
    'phone-name-first': { rating: 'kept', note: 'メモ', seq: 41, at },
    'counter-greeting': { rating: null, note: 'あとで考える', seq: 43, at },
    'notice-plain-words': { rating: 'partly-kept', note: null, seq: 42, at },
  },
  goals: [
    { text: '名乗る', standard: 'phone-name-first', outcome: 'done', outcomeNote: 'できた' },
    { text: '自由な目標', standard: null, outcome: null, outcomeNote: null },
  ],
  seq: 44,
};

/** What a backup is made of; the golden one too. */
export const backupContent = {
  savedAt: '2026-12-01T10:05:00+09:00',
  user: { id: '0b5f6f0e-9c57-4f0a-9d5b-1d2c3b4a5968', label: '川崎 花子' },
  settings: { shortcuts: false },
  reviews: [finished],
  sheets: [
    {
      format: 'furikaeri.sheet/1',
      fiscalYear: 2026,
      ward: '多摩区',
      policies: [null],
      sections: [],
    },
  ],
};

const orNull = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });

const answer = fc.record({
  rating: orNull(fc.constantFrom(...ratings)),
  note: orNull(oddText),
  seq: fc.nat(),
  at: fc.constant(at),
});

/** Reviews with odd texts in every place that holds a text. */
export const anyReview: fc.Arbitrary<Review> = fc.record({
  id: fc.uuid(),
  revision: fc.integer({ min: 1, max: 9 }),
  fiscalYear: fc.integer({ min: 2019, max: 2040 }),
  state: fc.constantFrom('open' as const, 'completed' as const),
  completedAt: fc.constantFrom(at, null),
  catalog: fc.constant(finished.catalog),
  unit: fc.record({
    ward: orNull(oddText),
    division: orNull(oddText),
    section: orNull(oddText),
  }),
  role: orNull(fc.constantFrom(...roles)),
  answers: fc.dictionary(fc.constantFrom(...standardIds), answer, { noNullPrototype: true }),
  goals: fc.array(
    fc.record({
      text: oddText,
      standard: orNull(fc.constantFrom(...standardIds)),
      outcome: orNull(fc.constantFrom('done' as const, 'dropped' as const)),
      outcomeNote: orNull(oddText),
    }),
    { maxLength: 3 },
  ),
  seq: fc.nat(),
});
