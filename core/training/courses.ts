import type { Catalog } from '../catalog/catalog.ts';
import { composeCourse } from './compose.ts';
import type { Course } from './course.ts';
import { beforeWork } from './courses/before-work.ts';
import { counterService } from './courses/counter-service.ts';
import { newStaff } from './courses/new-staff.ts';
import { subsectionChief } from './courses/subsection-chief.ts';

/** The courses that come with the product. Their items, times and notes are ours (見本); what is shown is the catalog's. */

export interface BuiltInCourse {
  readonly id: string;
  /** For whom, and what it is for. */
  readonly what: string;
  readonly course: Course;
}

export const builtInCourses: readonly BuiltInCourse[] = [
  {
    id: 'new-staff',
    what: '区役所で働き始めた人に、応対の基本を伝えます。着任した日の職場研修にも使えます。',
    course: newStaff,
  },
  {
    id: 'subsection-chief',
    what: '係長の役割、職場の様子を知る方法、手本になる応対を取り上げます。職場外研修向けです。',
    course: subsectionChief,
  },
  {
    id: 'counter',
    what: '窓口での応対の基準を、練習しながら一つずつ確かめます。職場研修や日々のOJTに使えます。',
    course: counterService,
  },
  {
    id: 'before-work',
    what: '朝礼や強化月間に、基準を一つ、声に出して確かめます。ほかの項目は、研修を作って選べます。',
    course: beforeWork,
  },
];

const everythingMinutes = 120;

/** Every philosophy item and every standard of a catalog; null where it has no standard. */
export function courseOfEverything(catalog: Catalog): BuiltInCourse | null {
  const composed = composeCourse(
    {
      title: '全項目の研修',
      minutes: everythingMinutes,
      aim: true,
      philosophies: true,
      standards: catalog.standards.map(({ id }) => id),
      own: new Map(),
      before: [],
    },
    catalog,
  );
  return composed.ok
    ? {
        id: 'everything',
        what: '理念とすべての基準を、場面の順に見ていきます。何回かに分けても使えます。',
        course: composed.value,
      }
    : null;
}
