import { expect, test } from 'vitest';
import { atEnd, atStart, good } from './told.ts';

test.each<[string, string, string[]]>([
  ['a number', good.target, []],
  ['nothing', '来庁された方を丁寧にご案内します。', ['no-measure 1.target']],
  ['a date', '年度内に案内表示を見直し、来庁者が迷わないようにします。', []],
  ['how often', '毎朝、窓口の様子を課の全員に伝えます。', []],
])('measured by %s', (_, target, expected) => {
  expect(atStart({ ...good, target })).toEqual(expected);
});

test('what stands in the measures counts', () => {
  const target = '来庁された方を丁寧にご案内します。';
  expect(atStart({ ...good, target, measures: '毎月1回、案内表示を見直します。' })).toEqual([]);
  expect(atStart({ ...good, target, measures: '案内表示を見直します。' })).toEqual([
    'no-measure 1.target',
  ]);
});

test('what was not measured stays so at the end', () => {
  expect(atEnd({ target: '丁寧に応対します。', result: '声をかけました。' })).toEqual([]);
});
