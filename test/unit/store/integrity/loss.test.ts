import { expect, test } from 'vitest';
import type { Held } from '../../../../extension/store/db/schema.ts';
import { leftOf } from '../../../../extension/store/integrity/loss.ts';

const review = (fiscalYear: number, answers: number, user = 'a'): Held => ({
  user,
  fiscalYear,
  answers,
});
const draft: Held = { user: 'a', fiscalYear: 2026, answers: null };

test('what is left is told by 年度, the latest first, sheets apart', () => {
  const held = { r25: review(2025, 59), r26: review(2026, 59), d1: draft, d2: draft };
  expect(leftOf({ held }, { r25: review(2025, 59), r26: review(2026, 40), d2: draft })).toEqual([
    { user: 'a', fiscalYear: 2026, kind: 'answers', total: 59, left: 40 },
    { user: 'a', fiscalYear: 2026, kind: 'drafts', total: 2, left: 1 },
    { user: 'a', fiscalYear: 2025, kind: 'answers', total: 59, left: 59 },
  ]);
});

test('answers of one review never stand in for those of another', () => {
  const held = { one: review(2026, 10), two: review(2026, 10) };
  expect(leftOf({ held }, { one: review(2026, 20), two: review(2026, 4) })).toEqual([
    { user: 'a', fiscalYear: 2026, kind: 'answers', total: 20, left: 14 },
  ]);
});

test('what was never answered is not missed', () => {
  expect(leftOf({ held: { r: review(2026, 0) } }, {})).toEqual([]);
});
