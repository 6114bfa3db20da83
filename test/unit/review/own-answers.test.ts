import { expect, test } from 'vitest';
import { answersCsv } from '../../../extension/review/own-answers.ts';
import { blank, standards } from './reviews.ts';

test('the table as CSV holds the goals, in as many columns as the items', () => {
  const goals = [
    { text: '3コール以内に出る', standard: null, outcome: 'done', outcomeNote: '12月から' },
    { text: '名乗る', standard: null, outcome: null, outcomeNote: null },
  ] as const;
  const lines = new TextDecoder()
    .decode(answersCsv({ ...blank(), goals }))
    .trim()
    .split('\r\n');
  expect(lines).toHaveLength(1 + standards.length + goals.length);
  expect(lines.slice(-2)).toEqual(['目標,3コール以内に出る,,達成した,12月から', '目標,名乗る,,,']);
});
