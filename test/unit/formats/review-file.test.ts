import fc from 'fast-check';
import { expect, test } from 'vitest';
import { withChecksum } from '../../../core/formats/digest.ts';
import { makeJson } from '../../../core/formats/json-text.ts';
import { parseReviewFile } from '../../../core/formats/read-review-file.ts';
import { makeReviewFile } from '../../../core/formats/review-file.ts';
import { inValue, locationText, whole } from '../../../core/result.ts';
import { anyReview, finished } from './reviews.ts';
import { sha256 } from './sha256.ts';

const made = async (notes: boolean, name: string | null, review = finished) => {
  const file = await makeReviewFile(review, { notes, name }, sha256);
  if (!file.ok) throw new Error(file.problems[0]?.code);
  return file.value;
};

test('what goes in is what the format names, in its order', async () => {
  expect(await made(true, '川崎 花子')).toEqual({
    format: 'furikaeri.review/1',
    id: finished.id,
    revision: 1,
    fiscalYear: 2026,
    catalog: finished.catalog,
    unit: finished.unit,
    role: 'staff',
    name: '川崎 花子',
    completedAt: '2026-12-01T10:00:00+09:00',
    answers: {
      'phone-name-first': { rating: 'kept', note: 'メモ' },
      'notice-plain-words': { rating: 'partly-kept', note: null },
    },
    goals: finished.goals,
    checksum: expect.stringMatching(/^sha256-[0-9a-f]{64}$/),
  });
});

test('notes, name and what the store adds stay at home unless ticked', async () => {
  const review = {
    ...finished,
    diary: '私事',
    unit: { ...finished.unit, seat: '私事' },
    catalog: finished.catalog.map((ref) => ({ ...ref, file: '私事' })),
    goals: finished.goals.map((goal) => ({ ...goal, why: '私事' })),
  };
  const file = await made(false, null, review);
  const text = makeJson(file);
  expect(text).not.toMatch(/私事|メモ|あとで|できた|seq|"at"/);
  expect(file.name).toBeNull();
  expect(file.goals.map(({ text }) => text)).toEqual(['名乗る', '自由な目標']);
});

test.each([
  { ...finished, state: 'open' as const, completedAt: null },
  { ...finished, state: 'open' as const },
  { ...finished, completedAt: null },
])('an unfinished review is not handed over', async (review) => {
  const file = await makeReviewFile(review, { notes: true, name: null }, sha256);
  expect(!file.ok && file.problems).toEqual([{ code: 'review-open', at: whole }]);
});

test('every review comes back as it was handed over', async () => {
  await fc.assert(
    fc.asyncProperty(anyReview, fc.boolean(), async (review, notes) => {
      const done = { ...review, state: 'completed' as const, completedAt: finished.completedAt };
      const file = await made(notes, null, done);
      const read = await parseReviewFile(makeJson(file), sha256);
      expect(read).toEqual({ ok: true, value: { file, warnings: [] } });
    }),
  );
});

test('an edited file is read with a warning (F32), its further keys kept', async () => {
  const edited = { ...(await made(false, null)), role: 'section-chief', remark: ['追記'] };
  expect(await parseReviewFile(makeJson(edited), sha256)).toEqual({
    ok: true,
    value: { file: edited, warnings: [{ code: 'checksum-differs', at: inValue('checksum') }] },
  });
});

test('the layout of the text is no part of the content', async () => {
  const file = await made(true, null);
  const turned = Object.fromEntries(Object.entries(file).reverse());
  const read = await parseReviewFile(`\ufeff${JSON.stringify(turned)}`, sha256);
  expect(read).toEqual({ ok: true, value: { file, warnings: [] } });
});

test.each([
  [
    'a rating of its own',
    { answers: { a: { rating: 'great', note: null } } },
    ['wrong-value answers.a.rating'],
  ],
  ['no rating', { answers: { a: { rating: null, note: null } } }, ['wrong-type answers.a.rating']],
  ['an answer without a note', { answers: { a: { rating: 'kept' } } }, ['missing answers.a.note']],
  ['answers in a list', { answers: [] }, ['wrong-type answers']],
  [
    'a standard’s id in capitals',
    { answers: { A: { rating: 'kept', note: null } } },
    ['wrong-value answers.A'],
  ],
  ['an id that is none', { id: '../x' }, ['wrong-value id']],
  ['half a year', { fiscalYear: 2026.5 }, ['wrong-value fiscalYear']],
  ['a year in words', { fiscalYear: '令和8年度' }, ['wrong-type fiscalYear']],
  ['revision 0', { revision: 0 }, ['wrong-value revision']],
  ['a date alone', { completedAt: '2026-12-01' }, ['wrong-value completedAt']],
  ['an unknown role', { role: 'mayor' }, ['wrong-value role']],
  ['no unit', { unit: null }, ['wrong-type unit']],
  [
    'a short digest',
    { catalog: [{ id: 'a', edition: '1', digest: 'sha256-0' }] },
    ['wrong-value catalog[0].digest'],
  ],
])('refused: %s', async (_, change, problems) => {
  const file = await withChecksum({ ...(await made(true, null)), ...change }, sha256);
  const read = await parseReviewFile(makeJson(file), sha256);
  expect(!read.ok && read.problems.map(({ code, at }) => `${code} ${locationText(at)}`)).toEqual(
    problems,
  );
});

test('more problems than anyone reads are told by the first', async () => {
  const answers = Object.fromEntries(Array.from({ length: 300 }, (_, i) => [`a${i}`, {}]));
  const read = await parseReviewFile(makeJson({ ...(await made(true, null)), answers }), sha256);
  expect(!read.ok && read.problems).toEqual([
    { code: 'missing', at: inValue('answers.a0.rating') },
  ]);
});
