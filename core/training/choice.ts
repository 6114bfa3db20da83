import type { Catalog, StandardId } from '../catalog/catalog.ts';
import { type Choice, composeCourse } from './compose.ts';
import type { Course } from './course.ts';

/** The choice that a course was made of, as far as the catalog has it: to change it further. */
export function choiceOf(course: Course, catalog: Catalog): Choice {
  const { title, minutes, steps } = course;
  const times = timesOf(course);
  const choice: Choice = {
    title,
    minutes,
    aim: steps.some(({ kind }) => kind === 'aim'),
    philosophies: steps.some(({ kind }) => kind === 'philosophy'),
    standards: catalog.standards.flatMap(({ id }) => (times.has(id) ? id : [])),
    own: new Map(),
    before: steps,
  };
  const own = timesOf({ steps: steps.filter((step) => step.own) });
  if (own.size > 0) return { ...choice, own };
  // Not made here: where the times are no equal shares, all of them were meant.
  const shared = composeCourse(choice, catalog);
  const meant =
    !shared.ok || [...timesOf(shared.value)].some(([id, time]) => time !== times.get(id));
  return meant ? { ...choice, own: times } : choice;
}

/** The minutes of each standard. */
export const timesOf = ({ steps }: Pick<Course, 'steps'>): ReadonlyMap<StandardId, number> =>
  new Map(steps.flatMap((step) => (step.kind === 'standard' ? [[step.ref, step.minutes]] : [])));
