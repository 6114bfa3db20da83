import type { Course } from '../../core/deck/course.ts';
import type { CourseRow } from './schema.ts';
import { database, opening } from './session.ts';

/** Trainers' own courses, on this PC. */

/** None where the store can't be used: a session is held without it. */
export async function listCourses(): Promise<CourseRow[]> {
  return opening.peek().state === 'ready' ? database().courses.toArray() : [];
}

export async function ownCourse(id: string): Promise<Course | null> {
  return (await database().courses.get(id))?.course ?? null;
}

/** Resolves once the course is on the disk. */
export async function putCourse(id: string, course: Course): Promise<void> {
  await database().courses.put({ id, course });
}

export async function deleteCourse(id: string): Promise<void> {
  await database().courses.delete(id);
}
