import type { Catalog } from '../../core/catalog/catalog.ts';
import type { Course } from '../../core/training/course.ts';
import {
  type BuiltInCourse,
  builtInCourses,
  courseOfEverything,
} from '../../core/training/courses.ts';
import { store } from '../page-store.ts';
import { ownCourse } from '../store/tables/courses.ts';

/** Courses by the name they have in the page's address: `new-staff`, `own-<id>`. */

export function offeredCourses(catalog: Catalog): BuiltInCourse[] {
  const everything = courseOfEverything(catalog);
  return everything ? [...builtInCourses, everything] : [...builtInCourses];
}

const ownStart = 'own-';
export const keyOfOwn = (id: string): string => ownStart + id;

export async function findCourse(key: string, catalog: Catalog): Promise<Course | null> {
  if (key.startsWith(ownStart)) return ownCourse(store, key.slice(ownStart.length));
  return offeredCourses(catalog).find(({ id }) => id === key)?.course ?? null;
}
