import { useEffect, useState } from 'preact/hooks';
import type { Catalog } from '../../core/catalog/catalog.ts';
import { choiceOf } from '../../core/deck/choice.ts';
import { type Choice, composeCourse } from '../../core/deck/compose.ts';
import { t } from '../../locales/t.ts';
import { route } from '../shell/route.ts';
import { ownCourse, putCourse } from '../store/courses.ts';
import { CourseForm } from './course-form.tsx';
import { TrainerFrame } from './frame.tsx';
import { wholeCatalog } from './whole-catalog.ts';

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
  readonly catalog: Catalog;
  readonly choice: Choice;
}

/** `#/edit/new`, `#/edit/<id>`: a course of one's own. */
export function EditRoom() {
  const [, id = 'new'] = route.value;
  const [begun, setBegun] = useState<Begun | null>(null);
  useEffect(() => {
    void wholeCatalog().then(async (catalog) => {
      const course = id === 'new' ? null : await ownCourse(id).catch(() => null);
      setBegun({ catalog, choice: course ? choiceOf(course, catalog) : blank });
    });
  }, [id]);
  if (!begun) return null;
  const { catalog } = begun;
  return (
    <TrainerFrame title={t('course.editTitle')}>
      <CourseForm
        {...begun}
        plan={(choice) => {
          const composed = composeCourse(choice, catalog);
          return composed.ok ? composed.value : null;
        }}
        save={async (choice) => {
          const composed = composeCourse(choice, catalog);
          if (composed.ok) {
            await putCourse(id === 'new' ? crypto.randomUUID() : id, composed.value);
          }
        }}
      />
    </TrainerFrame>
  );
}
