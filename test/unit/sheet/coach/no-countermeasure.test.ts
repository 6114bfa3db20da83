import { expect, test } from 'vitest';
import type { Target } from '../../../../core/sheet/model/sheet.ts';
import { atEnd, done, good } from './told.ts';

const countermeasure = '来年度は4月に始めます。';
const remark = 'no-countermeasure 1.countermeasure';

test.each<[string, Partial<Target>, string[]]>([
  ['missed, nothing next', { ...done, achievement: 'missed' }, [remark]],
  ['missed, and what is next', { ...done, achievement: 'missed', countermeasure }, []],
  [
    'missed in its own words',
    { ...good, result: '混む日の受付を2人にできませんでした。' },
    [remark],
  ],
  [
    'missed in its own words, and what is next',
    { ...good, result: '混む日の受付を2人にできませんでした。来年度は4月に始めます。' },
    [],
  ],
  [
    'achieved, whatever its words',
    {
      ...good,
      achievement: 'achieved',
      result: '苦情は一度も受けていません。遅れは防げず、できなかった日は1日です。',
    },
    [],
  ],
])('%s', (_, target, expected) => {
  expect(atEnd(target)).toEqual(expected);
});
