import { type Course, mergeCourses } from '../../../core/training/course.ts';
import type { CourseRow } from '../db/schema.ts';
import type { Store } from '../store.ts';
import { rowOf, rowsOf } from './rows.ts';
import { deleteRow, writeRow } from './write-row.ts';

/** Trainers' own courses, on this PC. Where the store can't be used there are none: a session is held without it. */

export const listCourses = (store: Store): Promise<CourseRow[]> => rowsOf(store, 'courses');

export async function ownCourse(store: Store, id: string): Promise<Course | null> {
  return (await rowOf<CourseRow>(store, 'courses', id))?.course ?? null;
}

/**
 * Resolves with null once the course is on the disk, together with what another page has changed in
 * it since `base`. Where both have changed the same, nothing is written, and what the other has saved
 * is answered: the person is to say which stays.
 */
export async function putCourse(
  store: Store,
  id: string,
  base: Course | null,
  mine: Course,
): Promise<Course | null> {
  const merge = (theirs: Course) => {
    const { course, clashes } = mergeCourses(base ?? mine, mine, theirs);
    return { content: course, clashes: clashes.map(() => theirs) };
  };
  const written = await writeRow(store, { table: 'courses', id, content: mine, merge, asks: true });
  return written.isAsked ? (written.clashes[0] ?? null) : null;
}

export const deleteCourse = (store: Store, id: string): Promise<void> =>
  deleteRow(store, 'courses', id);
