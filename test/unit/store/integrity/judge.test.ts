import { describe, expect, test } from 'vitest';
import { type Evidence, judge } from '../../../../extension/store/integrity/judge.ts';

// Three places, each whole, cut back to an earlier moment, or gone: 27 combinations. The database
// was written 40 times when it was cut, 60 times in the end.

const heads = {
  whole: { seq: 60, copied: 59 },
  cut: { seq: 40, copied: 39 },
  gone: null,
} as const;
const copies = { whole: { seq: 60 }, cut: { seq: 20 }, gone: null, unreadable: 'hurt' } as const;
const counts = { whole: { seq: 60 }, cut: { seq: 10 }, gone: null, unreadable: 'hurt' } as const;

const verdictOf = (
  database: keyof typeof heads,
  copy: keyof typeof copies,
  count: keyof typeof counts,
) => judge({ head: heads[database], whole: true, copy: copies[copy], count: counts[count] });

describe('what is done with the database', () => {
  test.each([
    ['whole', 'whole', 'whole', 'sound'],
    ['whole', 'whole', 'cut', 'sound'],
    ['whole', 'whole', 'gone', 'sound'],
    ['whole', 'cut', 'whole', 'sound'],
    ['whole', 'cut', 'cut', 'unproven'],
    ['whole', 'cut', 'gone', 'unproven'],
    ['whole', 'gone', 'whole', 'sound'],
    ['whole', 'gone', 'cut', 'unproven'],
    ['whole', 'gone', 'gone', 'unproven'],
    ['cut', 'whole', 'whole', 'lost'],
    ['cut', 'whole', 'cut', 'lost'],
    ['cut', 'whole', 'gone', 'lost'],
    ['cut', 'cut', 'whole', 'lost'],
    ['cut', 'cut', 'cut', 'unproven'],
    ['cut', 'cut', 'gone', 'unproven'],
    ['cut', 'gone', 'whole', 'lost'],
    ['cut', 'gone', 'cut', 'unproven'],
    ['cut', 'gone', 'gone', 'unproven'],
    ['gone', 'whole', 'whole', 'lost'],
    ['gone', 'whole', 'cut', 'lost'],
    ['gone', 'whole', 'gone', 'lost'],
    ['gone', 'cut', 'whole', 'lost'],
    ['gone', 'cut', 'cut', 'lost'],
    ['gone', 'cut', 'gone', 'lost'],
    ['gone', 'gone', 'whole', 'lost'],
    ['gone', 'gone', 'cut', 'lost'],
    // Nothing is left that could tell it from a PC on which nobody has answered: the first screen asks.
    ['gone', 'gone', 'gone', 'sound'],
    // What is there and can't be read proves nothing, but that there was something.
    ['whole', 'unreadable', 'whole', 'sound'],
    ['whole', 'unreadable', 'unreadable', 'unproven'],
    ['whole', 'whole', 'unreadable', 'sound'],
    ['cut', 'unreadable', 'unreadable', 'unproven'],
    ['gone', 'unreadable', 'gone', 'lost'],
    ['gone', 'gone', 'unreadable', 'lost'],
  ] as const)('database %s, copy %s, count %s: %s', (database, copy, count, verdict) => {
    expect(verdictOf(database, copy, count)).toBe(verdict);
  });
});

const evidence = (some: Partial<Evidence>): Evidence => ({
  head: heads.whole,
  whole: true,
  copy: copies.whole,
  count: counts.whole,
  ...some,
});

test.each<[string, Partial<Evidence>]>([
  [
    'a browser that was killed before the others were written',
    { copy: { seq: 59 }, count: { seq: 3 } },
  ],
  [
    'a browser that was killed before the count was ever on the disk',
    { copy: { seq: 59 }, count: null },
  ],
  [
    'a database of an earlier version, which knows nothing of the others',
    { head: { seq: 60 }, copy: null, count: null },
  ],
  ['the first answers, before there is a copy', { head: { seq: 2 }, copy: null, count: null }],
])('%s is no damage', (_, some) => {
  expect(judge(evidence(some))).toBe('sound');
});

test('a row that is missing or altered is a loss, whatever the others say', () => {
  expect(judge(evidence({ whole: false }))).toBe('lost');
});
