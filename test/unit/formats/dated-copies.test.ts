import { expect, test } from 'vitest';
import {
  datedCopies,
  datedCopyName,
  keptCopies,
  surplusCopies,
} from '../../../core/formats/dated-copies.ts';

const user = '7d1c2b3a-0000-4000-8000-000000000001';
const noon = Date.parse('2026-12-01T12:00:00+09:00');
const day = 86_400_000;

test('a copy is named after its user and its day in Japan', () => {
  expect(datedCopyName(user, noon)).toBe('ふりかえり_控え_7d1c2b3a_20261201.json');
  expect(datedCopyName(user, noon, 2)).toBe('ふりかえり_控え_7d1c2b3a_20261201-2.json');
  // An hour before midnight in London.
  expect(datedCopyName(user, Date.parse('2026-11-30T23:00:00Z'))).toContain('_20261201.json');
});

test('the newest 30 are kept, whatever order the folder tells them in', () => {
  const names = Array.from({ length: 33 }, (_, index) => datedCopyName(user, noon - index * day));
  const mixed = [...names.slice(15), ...names.slice(0, 15)];
  expect(surplusCopies(mixed, user)).toEqual(names.slice(keptCopies));
  expect(surplusCopies(names.slice(3), user)).toEqual([]);
});

test('of one day the later number is the newer', () => {
  const names = [1, 10, 2].map((no) => datedCopyName(user, noon, no));
  expect(datedCopies(names, user).map(({ no }) => no)).toEqual([10, 2, 1]);
});

test.each([
  'ふりかえり_控え_00000000_20261201.json', // someone else's
  'ふりかえり_控え_7d1c2b3a_20261201 (2).json', // copied by hand
  'ふりかえり_控え_7d1c2b3a_20261201-1.json',
  'ふりかえり_控え_7d1c2b3a_20261201-02.json',
  'ふりかえり_控え_7d1c2b3a_20261201.json.bak',
  'ふりかえり_控え_7d1c2b3a_20261201.JSON',
  'ふりかえり_控え_7d1c2b3a_20260231.json',
  'ふりかえり_控え_7d1c2b3a_20261301.json',
  'ふりかえり_控え_7d1c2b3a_２０２６１２０１.json',
  'X_ふりかえり_控え_7d1c2b3a_20261201.json',
  'ふりかえり_控え_7d1c2b3a_20261201.json\n',
  'R8_多摩区_区民課_控え_20261201-1000.json',
  '大切な表.xlsx',
])('%j is not ours, and never taken away', (name) => {
  const own = Array.from({ length: 40 }, (_, index) => datedCopyName(user, noon - index * day));
  expect(datedCopies([name], user)).toEqual([]);
  expect(surplusCopies([...own, name], user)).not.toContain(name);
});
