import { useEffect, useState } from 'preact/hooks';
import type { Catalog } from '../../../core/catalog/catalog.ts';
import { t } from '../../../locales/t.ts';
import { wholeCatalog } from '../../app/whole-catalog.ts';
import { offeredCourses } from '../find-course.ts';
import { TrainerFrame } from '../frame.tsx';
import { Tallies } from '../tally/tallies.tsx';
import { minutesText } from '../words.ts';
import { OwnCourses } from './own-courses.tsx';
import { StartLink } from './start-link.tsx';

/** The courses to choose from: one press, and the room sees the first slide. */
export function CoursesView() {
  const [catalog, setCatalog] = useState<Catalog | null>(null);
  useEffect(() => {
    void wholeCatalog().then(setCatalog);
    // What the press on 始める will need.
    requestIdleCallback(() => void import('../show/show-view.tsx'));
  }, []);
  if (!catalog) return null;
  return (
    <TrainerFrame title={t('trainer.title')}>
      <p>{t('trainer.lead')}</p>
      <ul class="t-courses">
        {offeredCourses(catalog).map(({ id, what, course }) => (
          <CourseRow key={id} courseKey={id} title={course.title} minutes={course.minutes}>
            {what}
          </CourseRow>
        ))}
      </ul>
      <OwnCourses />
      <Tallies />
    </TrainerFrame>
  );
}

interface CourseRowProps {
  courseKey: string;
  title: string;
  minutes: number;
  children: string;
}

function CourseRow({ courseKey, title, minutes, children }: CourseRowProps) {
  return (
    <li>
      <div>
        <h2>{title}</h2>
        <p>{t('trainer.courseWhat', { time: minutesText(minutes), what: children })}</p>
      </div>
      <StartLink courseKey={courseKey} title={title} />
    </li>
  );
}
