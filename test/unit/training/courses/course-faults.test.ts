import fc from 'fast-check';
import { expect, test } from 'vitest';
import { builtInCatalog } from '../../../../core/catalog/built-in.ts';
import { makeCourseFile, parseCourseFile } from '../../../../core/formats/course-file.ts';
import { composeCourse } from '../../../../core/training/compose.ts';
import { faultsOf } from '../../../../extension/training/courses/course-faults.ts';
import { oddText } from '../../formats/odd-text.ts';

const ids = builtInCatalog.standards.map(({ id }) => id);
const time = fc.oneof(fc.double({ min: -1, max: 700 }), fc.constantFrom(0.5, 5, 480, 481));

test('whatever the form lets be saved comes back from its file', () => {
  let saved = 0;
  fc.assert(
    fc.property(
      oddText,
      time,
      fc.subarray(ids, { minLength: 1 }),
      fc.dictionary(fc.constantFrom(...ids), time, { maxKeys: 3 }),
      (title, minutes, standards, own) => {
        const times = new Map(Object.entries(own));
        const choice = { title: title.trim(), minutes, standards, own: times, before: [] };
        const whole = { ...choice, aim: true, philosophies: true };
        if (faultsOf(whole, builtInCatalog).length > 0) return;
        const course = composeCourse(whole, builtInCatalog);
        if (!course.ok) throw new Error('not composed');
        saved++;
        expect(parseCourseFile(makeCourseFile(course.value))).toEqual(course);
      },
    ),
    { numRuns: 600 },
  );
  expect(saved).toBeGreaterThan(0);
});
