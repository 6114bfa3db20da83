import { describe, expect, test } from 'vitest';
import { builtInCatalog } from '../../../core/catalog/built-in.ts';
import { inValue } from '../../../core/result.ts';
import { choiceOf, timesOf } from '../../../core/training/choice.ts';
import { type Choice, composeCourse } from '../../../core/training/compose.ts';
import { type Course, plannedMinutes, type Step } from '../../../core/training/course.ts';
import { builtInCourses } from '../../../core/training/courses.ts';
import { makeDeck } from '../../../core/training/deck.ts';
import { got } from '../review/reviews.ts';

const course = (steps: readonly Step[]): Course => ({
  title: '研修',
  minutes: 30,
  catalog: [],
  steps,
});
const step = (step: object, minutes = 1) => ({ notes: null, minutes, ...step }) as Step;

describe('a deck', () => {
  test('has a slide for each step, with its time and its number among the standards', () => {
    const deck = makeDeck(
      course([
        step({ kind: 'title' }, 0.5),
        step({ kind: 'standard', ref: 'phone-name-first', notes: '声に出す' }, 3),
        step({ kind: 'scene', ref: 'phone' }),
        step({ kind: 'standard', ref: 'phone-name-first' }, 2),
        step({ kind: 'closing' }, 1),
      ]),
      builtInCatalog,
    );
    expect(
      deck.slides.map((slide) => [
        slide.kind,
        slide.id,
        slide.from,
        slide.until,
        slide.kind === 'standard' && slide.number,
      ]),
    ).toEqual([
      ['title', '1', 0, 0.5, false],
      ['standard', '2', 0.5, 3.5, 1],
      ['scene', '3', 3.5, 4.5, false],
      ['standard', '4', 4.5, 6.5, 2],
      ['closing', '5', 6.5, 7.5, false],
    ]);
    expect(deck.minutes).toBe(7.5);
    expect(deck.slides[1]?.notes).toBe('声に出す');
  });

  test('tells what the catalog does not have, and goes on without it', () => {
    const deck = makeDeck(
      course([
        step({ kind: 'standard', ref: 'gone' }, 9),
        step({ kind: 'scene', ref: 'roof' }),
        step({ kind: 'philosophy', ref: 'luck' }),
        step({ kind: 'standard', ref: 'phone-name-first' }),
      ]),
      builtInCatalog,
    );
    expect(deck.missing).toEqual(['gone', 'roof', 'luck']);
    expect(deck.slides.map(({ from, until }) => [from, until])).toEqual([[0, 1]]);
  });

  test('shows with a scene only the standards that come in the course', () => {
    const [slide] = makeDeck(
      course([
        step({ kind: 'scene', ref: 'phone' }),
        step({ kind: 'standard', ref: 'phone-name-first' }),
        step({ kind: 'standard', ref: 'counter-greet-first' }),
      ]),
      builtInCatalog,
    ).slides;
    expect(slide?.kind === 'scene' && slide.standards.map(({ id }) => id)).toEqual([
      'phone-name-first',
    ]);
  });

  test.each([
    ['', []],
    ['\n 　\n', []],
    ['一行', ['一行']],
    ['一つ\r\n\r\n二つ\r三つ\n', ['一つ', '二つ', '三つ']],
  ])('a text %j has the lines %j', (text, lines) => {
    const [slide] = makeDeck(
      course([step({ kind: 'text', heading: '題', text })]),
      builtInCatalog,
    ).slides;
    expect(slide).toMatchObject({ heading: '題', lines, status: null, basis: null });
  });

  test('of nothing is empty', () => {
    expect(makeDeck(course([]), builtInCatalog)).toEqual({
      title: '研修',
      minutes: 0,
      slides: [],
      missing: [],
    });
  });
});

describe('a course of one’s own', () => {
  const all = builtInCatalog.standards.map(({ id }) => id);
  const choice = (change: Partial<Choice> = {}): Choice => ({
    title: '区民課の研修',
    minutes: 30,
    aim: true,
    philosophies: false,
    standards: ['phone-name-first', 'notice-contact', 'phone-check-identity'],
    own: new Map(),
    before: [],
    ...change,
  });
  const kinds = (course: Course) =>
    course.steps.map((step) => ('ref' in step ? step.ref : step.kind));

  test('follows the catalog, each scene before its standards', () => {
    expect(kinds(got(composeCourse(choice(), builtInCatalog)))).toEqual([
      'title',
      'aim',
      'notice',
      'notice-contact',
      'phone',
      'phone-name-first',
      'phone-check-identity',
      'closing',
    ]);
  });

  test.each([
    [30, 3, 30],
    [15, 3, 15],
    [10.7, 3, 10.5], // no quarter of a minute
    [1, 3, 7.5], // half a minute each, and what stands around them
    [120, 59, 120],
    [600, 59, 600],
    [0, 59, 38.5],
  ])('for %d minutes, %d standards take %d', (minutes, count, planned) => {
    const standards = count === 3 ? choice().standards : all.slice(0, count);
    const course = got(composeCourse(choice({ minutes, standards }), builtInCatalog));
    expect(plannedMinutes(course)).toBe(planned);
    expect(course.minutes).toBe(minutes);
    expect(course.steps.every((step) => step.minutes >= 0.5)).toBe(true);
  });

  test.each([[[]], [['gone']]])('of the standards %j is none', (standards) => {
    expect(composeCourse(choice({ standards }), builtInCatalog)).toEqual({
      ok: false,
      problems: [{ code: 'nothing-chosen', at: inValue('standards') }],
    });
  });

  const standardTimes = ({ steps }: Course) =>
    steps.flatMap((step) => (step.kind === 'standard' ? step.minutes : []));

  test.each([
    [[], [8, 8, 8]],
    [
      ['phone-name-first', 10],
      [7, 10, 7],
    ],
    [
      ['phone-name-first', 60],
      [0.5, 60, 0.5],
    ], // longer than was asked for
    [
      ['counter-greet-first', 10],
      [8, 8, 8],
    ], // not in the course
  ])('with the minutes %j of one standard the three take %j', (pair, times) => {
    const own = new Map(pair.length ? [pair as [string, number]] : []);
    expect(standardTimes(got(composeCourse(choice({ own }), builtInCatalog)))).toEqual(times);
  });

  test('keeps what a course had of notes, texts and times around the standards', () => {
    const text = (heading: string) => step({ kind: 'text', heading, text: heading });
    const before = [
      text('はじめに'),
      step({ kind: 'title', notes: 'あいさつ' }, 2),
      step({ kind: 'standard', ref: 'counter-greet-first', notes: 'なくなる' }),
      text('窓口のあと'),
      step({ kind: 'standard', ref: 'phone-name-first', notes: '声に出す' }),
      text('電話のあと'),
      step({ kind: 'closing' }, 5),
    ];
    const made = got(composeCourse(choice({ before }), builtInCatalog));
    expect(
      made.steps.map((one) => (one.kind === 'text' ? one.heading : (one.notes ?? one.kind))),
    ).toEqual([
      'はじめに',
      'あいさつ',
      '窓口のあと',
      'aim',
      'scene',
      'standard',
      'scene',
      '声に出す',
      '電話のあと',
      'standard',
      'closing',
    ]);
    expect(made.steps[1]?.minutes).toBe(2);
    expect(made.steps.at(-1)?.minutes).toBe(5);
    expect(plannedMinutes(made)).toBe(30);
  });

  test.each([
    choice(),
    choice({ aim: false, philosophies: true }),
    choice({ standards: all, title: '　' }),
    choice({ own: new Map([['phone-name-first', 10]]) }),
    choice({ minutes: 120, standards: all, own: new Map([['phone-name-first', 10]]) }),
  ])('gives the choice it was made of again', (made) => {
    const course = got(composeCourse(made, builtInCatalog));
    const again = choiceOf(course, builtInCatalog);
    expect(again).toEqual({
      ...made,
      standards: all.filter((id) => made.standards.includes(id)),
      before: course.steps,
    });
    expect(got(composeCourse(again, builtInCatalog))).toEqual(course);
  });

  test.each(builtInCourses)('made of $id takes the same time for each standard', ({ course }) => {
    const again = got(composeCourse(choiceOf(course, builtInCatalog), builtInCatalog));
    expect(timesOf(again)).toEqual(
      new Map([...timesOf(again).keys()].map((id) => [id, timesOf(course).get(id)])),
    );
  });
});
