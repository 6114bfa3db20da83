import fc from 'fast-check';
import { expect, test } from 'vitest';
import { makeCourseFile, parseCourseFile } from '../../../core/formats/course-file.ts';
import { makeJson } from '../../../core/formats/json-text.ts';
import { locationText } from '../../../core/result.ts';
import { type Course, type Step, stepKinds } from '../../../core/training/course.ts';
import { oddText } from './odd-text.ts';

const course: Course = {
  title: '新任職員研修',
  minutes: 30,
  catalog: [{ id: 'kawasaki-city', edition: '2016' }],
  steps: [
    { kind: 'title', minutes: 1, notes: null },
    { kind: 'standard', ref: 'phone-name-first', minutes: 3, notes: '声に出します。' },
    { kind: 'text', heading: '題', text: '一行\n二行', minutes: 0.5, notes: null },
  ],
};

const file = { format: 'furikaeri.course/1', ...course };
const withStep = (step: object) => ({ ...file, steps: [step] });

test('what is written is what the format names', () => {
  expect(JSON.parse(makeCourseFile(course))).toEqual(file);
});

test('further keys are kept, an absent note is none', () => {
  const steps = [{ kind: 'title', minutes: 1, colour: '青' }];
  const read = parseCourseFile(makeJson({ ...file, steps, place: '第1会議室' }));
  expect(read.ok && read.value).toEqual({
    ...course,
    place: '第1会議室',
    steps: [{ kind: 'title', minutes: 1, colour: '青', notes: null }],
  });
  const again = read.ok && parseCourseFile(makeCourseFile(read.value));
  expect(again).toEqual(read);
});

test.each([
  ['no file of ours', { a: 1 }, 'unknown-format format'],
  ['a review', { ...file, format: 'furikaeri.review/1' }, 'other-format format'],
  ['a newer one', { ...file, format: 'furikaeri.course/2' }, 'newer-format format'],
  ['no steps', { ...file, steps: [] }, 'wrong-value steps'],
  ['steps in an object', { ...file, steps: {} }, 'wrong-type steps'],
  ['an unknown kind', withStep({ kind: 'film', minutes: 1 }), 'wrong-value steps[0].kind'],
  ['time that is none', withStep({ kind: 'aim', minutes: '3分' }), 'wrong-type steps[0].minutes'],
  ['time going back', withStep({ kind: 'aim', minutes: -1 }), 'wrong-value steps[0].minutes'],
  ['a whole year', { ...file, minutes: 525_600 }, 'wrong-value minutes'],
  ['a standard without id', withStep({ kind: 'standard', minutes: 1 }), 'missing steps[0].ref'],
  [
    'a scene without id',
    withStep({ kind: 'scene', ref: null, minutes: 1 }),
    'missing steps[0].ref',
  ],
  [
    'an id that is none',
    withStep({ kind: 'scene', ref: '../x', minutes: 1 }),
    'wrong-value steps[0].ref',
  ],
  ['an empty text', withStep({ kind: 'text', heading: '題', minutes: 1 }), 'missing steps[0].text'],
  [
    'too many steps',
    { ...file, steps: Array(1001).fill({ kind: 'aim', minutes: 1 }) },
    'too-long steps',
  ],
])('refused: %s', (_, value, problem) => {
  const read = parseCourseFile(makeJson(value));
  expect(!read.ok && read.problems.map(({ code, at }) => `${code} ${locationText(at)}`)).toEqual([
    problem,
  ]);
});

const ref = fc.stringMatching(/^[a-z0-9-]{1,20}$/);
const anyStep = fc.constantFrom(...stepKinds).chain((kind) =>
  fc.record({
    kind: fc.constant(kind),
    minutes: fc.double({ min: 0, max: 600, noNaN: true }).map((n) => n + 0),
    notes: fc.option(oddText, { nil: null }),
    ...(kind === 'text' ? { heading: oddText, text: oddText } : {}),
    ...(['philosophy', 'scene', 'standard'].includes(kind) ? { ref } : {}),
  }),
) as fc.Arbitrary<Step>;

test('every course comes back as it was written', () => {
  fc.assert(
    fc.property(fc.array(anyStep, { minLength: 1, maxLength: 20 }), oddText, (steps, title) => {
      const made = { ...course, title, steps };
      expect(parseCourseFile(makeCourseFile(made))).toEqual({ ok: true, value: made });
    }),
  );
});
