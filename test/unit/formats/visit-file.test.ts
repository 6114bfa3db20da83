import fc from 'fast-check';
import { expect, test } from 'vitest';
import { makeJson } from '../../../core/formats/json-text.ts';
import { makeVisitFile, parseVisitFile } from '../../../core/formats/visit-file.ts';
import { locationText } from '../../../core/result.ts';
import { blankVisit, marks, type VisitSheet } from '../../../core/training/visit-sheet.ts';
import { oddText } from './odd-text.ts';

const sheet: VisitSheet = {
  ...blankVisit,
  place: '区民課 3番窓口',
  marks: { 'phone-name-first': 'good' },
  advice: '一行\n二行',
};
const file = { format: 'furikaeri.visit/1', ...sheet };

test('what is written is what the format names', () => {
  expect(JSON.parse(makeVisitFile(sheet))).toEqual(file);
});

test('further keys are kept, and what is absent is empty', () => {
  const read = parseVisitFile(makeJson({ format: file.format, place: '区民課', weather: '雨' }));
  expect(read).toEqual({ ok: true, value: { ...blankVisit, place: '区民課', weather: '雨' } });
});

test.each([
  ['no file of ours', { a: 1 }, 'unknown-format format'],
  ['a tally', { ...file, format: 'furikaeri.tally/1' }, 'other-format format'],
  ['a newer one', { ...file, format: 'furikaeri.visit/2' }, 'newer-format format'],
  ['a mark there is none of', { ...file, marks: { a: 'bad' } }, 'wrong-value marks.a'],
  ['marks in a list', { ...file, marks: ['good'] }, 'wrong-type marks'],
  ['an id that is none', { ...file, marks: { '../x': 'good' } }, 'wrong-value marks.../x'],
  ['a text in a list', { ...file, good: ['良い'] }, 'wrong-type good'],
])('refused: %s', (_, value, problem) => {
  const read = parseVisitFile(makeJson(value));
  expect(!read.ok && read.problems.map(({ code, at }) => `${code} ${locationText(at)}`)).toEqual([
    problem,
  ]);
});

test('every sheet comes back as it was written, whatever its letters', () => {
  const anySheet = fc.record({
    place: oddText,
    date: oddText,
    observer: oddText,
    marks: fc.dictionary(fc.stringMatching(/^[a-z0-9-]{1,20}$/), fc.constantFrom(...marks), {
      noNullPrototype: true,
    }),
    good: oddText,
    toImprove: oddText,
    advice: oddText,
  });
  fc.assert(
    fc.property(anySheet, (any) => {
      expect(parseVisitFile(makeVisitFile(any))).toEqual({ ok: true, value: any });
    }),
  );
});
