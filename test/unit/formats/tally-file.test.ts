import fc from 'fast-check';
import { expect, test } from 'vitest';
import { makeJson } from '../../../core/formats/json-text.ts';
import { parseReviewFile } from '../../../core/formats/read-review-file.ts';
import { makeTallyFile, parseTallyFile } from '../../../core/formats/tally-file.ts';
import { locationText } from '../../../core/result.ts';
import { type HandTally, setHands } from '../../../core/training/hand-tally.ts';
import { oddText } from './odd-text.ts';
import { sha256 } from './sha256.ts';

const empty: HandTally = {
  title: '新任職員研修',
  heldAt: '2026-12-01T10:00:00+09:00',
  catalog: [{ id: 'kawasaki-city', edition: '2016' }],
  items: [],
};
const tally = setHands(
  setHands(empty, 'phone-name-first', 'kept', 12),
  'phone-name-first',
  'not-kept',
  3,
);
const file = { format: 'furikaeri.tally/1', ...tally };
const [item] = tally.items;

test('what is written is what the format names, and comes back', () => {
  expect(JSON.parse(makeTallyFile(tally))).toEqual({
    format: 'furikaeri.tally/1',
    title: '新任職員研修',
    heldAt: '2026-12-01T10:00:00+09:00',
    catalog: [{ id: 'kawasaki-city', edition: '2016' }],
    items: [
      {
        standard: 'phone-name-first',
        counts: {
          kept: 12,
          'mostly-kept': 0,
          'partly-kept': 0,
          'not-kept': 3,
          'not-applicable': 0,
        },
      },
    ],
  });
  expect(parseTallyFile(makeTallyFile(tally))).toEqual({ ok: true, value: tally });
  expect(parseTallyFile(makeTallyFile(empty))).toEqual({ ok: true, value: empty });
});

test('further keys are kept', () => {
  const read = parseTallyFile(makeJson({ ...file, room: '第1会議室' }));
  expect(read).toEqual({ ok: true, value: { ...tally, room: '第1会議室' } });
});

test('it is never taken for a review', async () => {
  const read = await parseReviewFile(makeTallyFile(tally), sha256);
  expect(!read.ok && read.problems[0]?.code).toBe('other-format');
});

const counts = (change: object) => ({
  ...file,
  items: [{ standard: 'a', counts: { ...item?.counts, ...change } }],
});

test.each([
  ['a course', { ...file, format: 'furikaeri.course/1' }, 'other-format format'],
  ['half a hand', counts({ kept: 0.5 }), 'wrong-value items[0].counts.kept'],
  ['a hand less than none', counts({ kept: -1 }), 'wrong-value items[0].counts.kept'],
  ['more than a hall', counts({ kept: 10_000 }), 'wrong-value items[0].counts.kept'],
  ['hands in words', counts({ 'not-kept': '三' }), 'wrong-type items[0].counts.not-kept'],
  ['a rating left out', counts({ kept: undefined }), 'missing items[0].counts.kept'],
  ['a day alone', { ...file, heldAt: '2026-12-01' }, 'wrong-value heldAt'],
  ['the same twice', { ...file, items: [item, item] }, 'duplicate-id items[1].standard'],
])('refused: %s', (_, value, problem) => {
  const read = parseTallyFile(makeJson(value));
  expect(!read.ok && read.problems.map(({ code, at }) => `${code} ${locationText(at)}`)).toEqual([
    problem,
  ]);
});

test('it comes back under every title that a course may have', () => {
  fc.assert(
    fc.property(oddText, (title) => {
      const named = { ...tally, title };
      expect(parseTallyFile(makeTallyFile(named))).toEqual({ ok: true, value: named });
    }),
  );
});
