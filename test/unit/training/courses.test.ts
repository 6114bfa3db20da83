import { describe, expect, test } from 'vitest';
import { builtInCatalog } from '../../../core/catalog/built-in.ts';
import { makeCourseFile, parseCourseFile } from '../../../core/formats/course-file.ts';
import { plannedMinutes } from '../../../core/training/course.ts';
import { builtInCourses } from '../../../core/training/courses.ts';
import { makeDeck } from '../../../core/training/deck.ts';
import { dutyLists } from '../../../core/training/duties.ts';

describe.each(builtInCourses.map(({ id, course }) => [id, course] as const))('%s', (_, course) => {
  test('takes the time it says', () => {
    expect(plannedMinutes(course)).toBe(course.minutes);
  });

  test('finds all it names in the catalog that comes with it', () => {
    const deck = makeDeck(course, builtInCatalog);
    expect(deck.missing).toEqual([]);
    expect(deck.slides).toHaveLength(course.steps.length);
    const [{ id, edition }] = [builtInCatalog];
    expect(course.catalog).toEqual([{ id, edition }]);
  });

  test('opens with its title, and closes with goals', () => {
    expect(course.steps[0]?.kind).toBe('title');
    expect(course.steps.at(-1)?.kind).toBe('closing');
  });

  test('shows a scene before the standards of that scene', () => {
    const kinds = makeDeck(course, builtInCatalog).slides.flatMap((slide) => {
      if (slide.kind === 'scene') return [slide.standards.map(({ id }) => id)];
      return [];
    });
    expect(kinds.every((standards) => standards.length > 0)).toBe(true);
  });

  test('is a course file', () => {
    expect(parseCourseFile(makeCourseFile(course))).toEqual({ ok: true, value: course });
  });
});

test('every course has an id of its own', () => {
  const ids = builtInCourses.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

test('the duty lists are ours in words, and as long as the original: four in a 課, five in a 係', () => {
  expect(dutyLists.map(({ id, duties, status }) => [id, duties.length, status])).toEqual([
    ['section', 4, 'summary'],
    ['subsection', 5, 'summary'],
  ]);
});
