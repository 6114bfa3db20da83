import type { Course } from '../../core/deck/course.ts';
import { rowOf, rowsOf } from './rows.ts';
import type { CourseRow } from './schema.ts';
import { openedStore } from './session.ts';

/** Trainers' own courses, on this PC. Where the store can't be used there are none: a session is held without it. */

export const listCourses = (): Promise<CourseRow[]> => rowsOf('courses');

export async function ownCourse(id: string): Promise<Course | null> {
  return (await rowOf<CourseRow>('courses', id))?.course ?? null;
}

/** Resolves once the course is on the disk. */
export async function putCourse(id: string, course: Course): Promise<void> {
  await (await openedStore()).courses.put({ id, course });
}

export async function deleteCourse(id: string): Promise<void> {
  await (await openedStore()).courses.delete(id);
}
