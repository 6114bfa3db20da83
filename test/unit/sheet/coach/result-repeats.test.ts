import { expect, test } from 'vitest';
import { atEnd, done, good } from './told.ts';

test('the target again', () => {
  const result = '窓口に来た方を3分以上お待たせしないよう、混む日は受付を2人にしました。';
  expect(atEnd({ ...good, result })).toEqual(['result-repeats 1.result 95']);
  expect(atEnd(done)).toEqual([]);
});
