import type { Catalog } from '../../../core/catalog/catalog.ts';
import { standardById } from '../../../core/catalog/lookup.ts';
import type { Course } from '../../../core/training/course.ts';
import { t } from '../../../locales/t.ts';
import { Button } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { minutesText } from '../words.ts';

interface CourseClashProps {
  theirs: Course;
  catalog: Catalog;
  onBoth: () => void;
  onMine: () => void;
  onTheirs: () => void;
}

/** The course was changed on another page too: what that one has saved, and what is to become of both. */
export function CourseClash({ theirs, catalog, onBoth, onMine, onTheirs }: CourseClashProps) {
  const items = theirs.steps.flatMap((step) => (step.kind === 'standard' ? [step.ref] : []));
  return (
    <Notice
      kind="warning"
      focused
      heading={t('course.clash')}
      actions={
        <>
          <Button kind="primary" onClick={onBoth}>
            {t('course.keepBoth')}
          </Button>
          <Button onClick={onMine}>{t('course.keepMine')}</Button>
          <Button onClick={onTheirs}>{t('course.keepTheirs')}</Button>
        </>
      }
    >
      <p>{t('course.clashHelp')}</p>
      <p>
        {t('course.theirs', {
          title: theirs.title,
          size: t('course.size', { count: items.length, time: minutesText(theirs.minutes) }),
        })}
      </p>
      <ul>
        {items.map((id) => (
          <li key={id}>{standardById(catalog, id)?.text ?? id}</li>
        ))}
      </ul>
    </Notice>
  );
}
