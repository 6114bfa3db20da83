import { useEffect, useState } from 'preact/hooks';
import { courseFileName } from '../../../core/formats/file-name.ts';
import { sameValue } from '../../../core/merge-fields.ts';
import type { Course } from '../../../core/training/course.ts';
import { t } from '../../../locales/t.ts';
import { Button, ButtonLink, Buttons } from '../../../ui/button.tsx';
import { StatusMessage } from '../../../ui/status-message.tsx';
import { DeleteDialog } from '../../app/delete-dialog.tsx';
import { SaveOutcomeNotice, useSavingFile } from '../../app/save-outcome.tsx';
import { store } from '../../page-store.ts';
import { causeOf } from '../../store/db/cause.ts';
import type { CourseRow } from '../../store/db/schema.ts';
import { deleteCourse, listCourses, putCourse } from '../../store/tables/courses.ts';
import { keyOfOwn } from '../find-course.ts';
import { OpenFile } from '../open-file.tsx';
import { minutesText } from '../words.ts';
import { StartLink } from './start-link.tsx';

/** A trainer's own courses: made here, or come as a file. */
export function OwnCourses() {
  const [rows, setRows] = useState<readonly CourseRow[]>([]);
  const [deleting, setDeleting] = useState<CourseRow | null>(null);
  const [told, setTold] = useState<string | null>(null);
  const saving = useSavingFile();
  const read = () => void listCourses(store).then(setRows);
  useEffect(read, []);

  const save = ({ course }: CourseRow) => {
    setTold(null);
    return saving.save(courseFileName(course.title), async () => {
      const { makeCourseFile } = await import('../../../core/formats/course-file.ts');
      return makeCourseFile(course);
    });
  };
  const remove = async () => {
    if (deleting) await deleteCourse(store, deleting.id);
    read();
  };
  const take = async (course: Course) => {
    try {
      const known = rows.some((row) => sameValue(row.course, course));
      if (!known) await putCourse(store, crypto.randomUUID(), null, course);
      setTold(t(known ? 'course.known' : 'course.taken', { title: course.title }));
      read();
    } catch (error) {
      setTold(t('keep.why', { cause: causeOf(error) }));
    }
  };

  return (
    <>
      <h2>{t('course.own')}</h2>
      <p>{t('course.ownLead')}</p>
      {rows.length > 0 && (
        <ul class="t-courses">
          {rows.map((row) => (
            <li key={row.id}>
              <div>
                <h3>{row.course.title}</h3>
                <p>
                  {t('course.size', {
                    count: row.course.steps.filter(({ kind }) => kind === 'standard').length,
                    time: minutesText(row.course.minutes),
                  })}
                </p>
                <Buttons>
                  <ButtonLink kind="text" href={`#/edit/${row.id}`}>
                    {t('ui.change')}
                  </ButtonLink>
                  <Button kind="text" onClick={() => save(row)}>
                    {t('saveFile.download')}
                  </Button>
                  <Button kind="text" danger onClick={() => setDeleting(row)}>
                    {t('trainer.delete')}
                  </Button>
                </Buttons>
              </div>
              <StartLink courseKey={keyOfOwn(row.id)} title={row.course.title} />
            </li>
          ))}
        </ul>
      )}
      <SaveOutcomeNotice id="course" saving={saving} />
      <Buttons>
        <ButtonLink href="#/edit/new">{t('course.make')}</ButtonLink>
      </Buttons>
      <OpenFile
        id="course-file"
        label={t('course.open')}
        support={t('course.openHelp')}
        other={{ kind: 'tally', text: t('course.isTally', { field: t('tally.open') }) }}
        read={async (text) => {
          const { parseCourseFile } = await import('../../../core/formats/course-file.ts');
          return parseCourseFile(text);
        }}
        onRead={take}
        onChoose={() => {
          setTold(null);
          saving.clear();
        }}
      />
      <StatusMessage about={told}>
        <p>{told}</p>
      </StatusMessage>
      <DeleteDialog
        open={deleting !== null}
        heading={t('course.sure', { title: deleting?.course.title ?? '' })}
        warning={t('course.sureHelp')}
        act={t('trainer.delete')}
        onClose={() => setDeleting(null)}
        remove={remove}
      />
    </>
  );
}
