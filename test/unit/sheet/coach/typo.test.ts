import { expect, test } from 'vitest';
import { atStart, good } from './told.ts';

test.each<[string, string, string[]]>([
  [
    'slips',
    'ご要件を伺い、、適確に3分で窓口へご案内します。。',
    [
      'typo 1.target 、、→、',
      'typo 1.target 。。→。',
      'typo 1.target 適確→的確',
      'typo 1.target ご要件→用件',
    ],
  ],
  ['a requirement is none', '3つの要件を満たす方に、窓口で証明書を渡します。', []],
])('%s', (_, target, expected) => {
  expect(atStart({ ...good, target })).toEqual(expected);
});
