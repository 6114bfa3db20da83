import { expect, test } from 'vitest';
import { atStart, good } from './told.ts';

test.each<[string, string, string[]]>([
  ['staff alone', '課内研修を年2回行い、職員の知識を高めます。', ['not-citizen 1.target 課内']],
  ['staff, for citizens', '課内研修を年2回行い、市民の質問にその場で答えます。', []],
  ['neither', '電算機の更新を3月までに終えます。', []],
])('%s', (_, target, expected) => {
  expect(atStart({ ...good, target })).toEqual(expected);
});

test('citizens in the measures count', () => {
  const target = '課内研修を年2回行い、職員の知識を高めます。';
  expect(atStart({ ...good, target, measures: '市民の質問にその場で答えます。' })).toEqual([]);
});
