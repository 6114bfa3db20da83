import { globSync } from 'node:fs';
import { basename } from 'node:path';
import { expect, test } from 'vitest';
import { adviceCodes } from '../../../../core/sheet/coach/advice.ts';
import { clauses } from '../../../../core/sheet/coach/clauses.ts';
import { coach, rules } from '../../../../core/sheet/coach/coach.ts';
import { atEnd, atStart, done, good, sheetOf, told } from './told.ts';

const files = (pattern: string, end: string) =>
  globSync(pattern)
    .map((path) => basename(path, end))
    .sort();

test('each code is one rule, in a file of its name, with its test', () => {
  const codes = [...adviceCodes].sort();
  expect(rules.map(({ code }) => code).sort()).toEqual(codes);
  expect(files('core/sheet/coach/rules/*.ts', '.ts')).toEqual(codes);
  expect(files('test/unit/sheet/coach/*.test.ts', '.test.ts')).toEqual(
    [...codes, 'coach', 'gather', 'similarity'].sort(),
  );
});

test('each rule rests on the clause of its code', () => {
  expect(rules.map(({ code, clause }) => [code, clause])).toEqual(
    rules.map(({ code }) => [code, clauses[code]]),
  );
});

test('good ones are left alone', () => {
  expect(atStart(good)).toEqual([]);
  expect(atEnd(done)).toEqual([]);
});

test('a sheet with a result is at its end', () => {
  expect(told(sheetOf(good))).toEqual([]);
  expect(told(sheetOf(good, { ...good, result: '2人にしました。' }))).toEqual([
    'no-result 1.result',
  ]);
});

test('advice comes section by section, target by target, with its clause', () => {
  const stiff = { target: '職員の当該業務を改善します。' };
  const { sections, ...sheet } = sheetOf(stiff, stiff);
  const two = [...sections, { division: null, section: '総務課', targets: [] }];
  const advice = coach({ ...sheet, sections: two }, 'start');
  const one = [
    'no-link 001 §5(3)',
    'no-measure 001 §5(2)',
    'not-citizen 001 §5(2)',
    'stiff-word null',
  ];
  expect(advice.map(({ code, clause }) => `${code} ${clause}`)).toEqual([
    ...one,
    ...one,
    'no-target 001 §5(2)',
  ]);
  expect(advice.map(({ place }) => place.no)).toEqual([1, 1, 1, 1, 2, 2, 2, 2, null]);
});
