import { expect, test } from 'vitest';
import { atEnd, atStart, done, good } from './told.ts';

test.each<[string, string, string[]]>([
  [
    'words',
    '当該窓口では、可及的速やかに市民へ書類を3種類そろえます。',
    ['stiff-word 1.target 可及的速やかに→できるだけ早く', 'stiff-word 1.target 当該→その'],
  ],
  [
    'verbs, by the whole word',
    '窓口の充実を図り、年2回、丁寧な案内に努めていきます。',
    ['stiff-word 1.target 充実を図る→充実させる', 'stiff-word 1.target 努める→…します'],
  ],
])('%s', (_, target, expected) => {
  expect(atStart({ ...good, target })).toEqual(expected);
});

test('in what is next, at the end', () => {
  expect(atEnd({ ...done, countermeasure: '鋭意取り組みます。' })).toEqual([
    'stiff-word 1.countermeasure 鋭意→力を入れて',
  ]);
});
