import { expect, test } from 'vitest';
import { similarity } from '../../../../core/sheet/coach/similarity.ts';

test.each([
  ['同じ文です。', '同じ文です', 1],
  ['ＯＪＴを行います', 'OJTを 行います', 1],
  ['あいうえお', 'かきくけこ', 0],
  ['', '', 1],
  ['長い文をここに書きました', '短', 0],
])('%j and %j share %d', (one, other, share) => {
  expect(similarity(one, other)).toBe(share);
});

test('long texts are compared without long waiting', () => {
  expect(similarity('あ'.repeat(32_767), 'あ'.repeat(32_767))).toBe(1);
});
