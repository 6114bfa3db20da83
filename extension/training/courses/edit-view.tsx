import { useEffect, useState } from 'preact/hooks';
import type { Catalog } from '../../../core/catalog/catalog.ts';
import { choiceOf } from '../../../core/training/choice.ts';
import { type Choice, composeCourse } from '../../../core/training/compose.ts';
import { type Course, mergeCourses } from '../../../core/training/course.ts';
import { t } from '../../../locales/t.ts';
import { route } from '../../app/route.ts';
import { wholeCatalog } from '../../app/whole-catalog.ts';
import { store } from '../../page-store.ts';
import { readUnfinished } from '../../store/session/unfinished.ts';
import { ownCourse, putCourse } from '../../store/tables/courses.ts';
import { TrainerFrame } from '../frame.tsx';
import { CourseForm, type TypedCourse } from './course-form.tsx';

const formOf = (id: string): string => ['course', id].join('.');

const blank: Choice = {
  title: '',
  minutes: 30,
  aim: true,
  philosophies: false,
  standards: [],
  own: new Map(),
  before: [],
};

interface Begun {
  readonly id: string;
  /** What was typed before and never saved. */
  readonly typed: TypedCourse | null;
  readonly catalog: Catalog;
  readonly choice: Choice;
  /** The course as it was when the typing began; null of a new one. */
  readonly base: Course | null;
}

/** `#/edit/new`, `#/edit/<id>`: a course of one's own. */
export function EditView() {
  const [, id = 'new'] = route.value;
  const [begun, setBegun] = useState<Begun | null>(null);
  useEffect(() => {
    void wholeCatalog().then(async (catalog) => {
      const [course, typed] = await Promise.all([
        id === 'new' ? null : ownCourse(store, id).catch(() => null),
        readUnfinished<TypedCourse>(store, formOf(id)).catch(() => null),
      ]);
      const choice = course ? choiceOf(course, catalog) : blank;
      setBegun({ id, catalog, choice, typed, base: typed?.base ?? course });
    });
  }, [id]);
  if (begun?.id !== id) return null;
  const { catalog } = begun;
  return (
    <TrainerFrame title={t('course.editTitle')}>
      <CourseForm
        key={id}
        form={formOf(id)}
        {...begun}
        plan={(choice) => {
          const composed = composeCourse(choice, catalog);
          return composed.ok ? composed.value : null;
        }}
        save={async (choice, how) => {
          const composed = composeCourse(choice, catalog);
          if (!composed.ok) return null;
          const { base } = begun;
          const mine = base ? withChanges(base, composed.value, catalog) : composed.value;
          const isNew = id === 'new' || how === 'as-new';
          const over = how === 'as-new' ? null : how.over;
          return putCourse(store, isNew ? crypto.randomUUID() : id, over, mine);
        }}
      />
    </TrainerFrame>
  );
}

/** What was changed in the form, on the course as it was: one of elsewhere may have been put together otherwise. */
function withChanges(base: Course, composed: Course, catalog: Catalog): Course {
  const unchanged = composeCourse(choiceOf(base, catalog), catalog);
  return unchanged.ok ? mergeCourses(unchanged.value, composed, base).course : composed;
}
