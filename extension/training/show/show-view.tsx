import { useEffect, useState } from 'preact/hooks';
import type { Catalog } from '../../../core/catalog/catalog.ts';
import type { Course } from '../../../core/training/course.ts';
import { type Deck, makeDeck } from '../../../core/training/deck.ts';
import { t } from '../../../locales/t.ts';
import { ButtonLink } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { route } from '../../app/route.ts';
import { wholeCatalog } from '../../app/whole-catalog.ts';
import { findCourse } from '../find-course.ts';
import { TrainerFrame } from '../frame.tsx';
import { keepTally } from './keep-tally.ts';
import { Show } from './show.tsx';
import { begin, placeOf, type Session, sessionOf } from './showing.ts';

interface Ready {
  readonly session: Session;
  readonly course: Course;
  readonly catalog: Catalog;
  readonly deck: Deck;
}

/** `#/show/new-staff/3`: a course from its third slide on, or from where it stood, in the session that a reload has interrupted or in a new one. */
export function ShowView() {
  const [, key = '', number = ''] = route.value;
  const asked = /^\d+$/.test(number) ? Math.max(Number(number) - 1, 0) : null;
  const [ready, setReady] = useState<Ready | 'gone' | null>(null);
  useEffect(() => {
    let stop = () => {};
    void wholeCatalog().then(async (catalog) => {
      const course = await findCourse(key, catalog);
      const deck = course && makeDeck(course, catalog);
      if (!deck?.slides.length) return setReady('gone');
      const session = sessionOf(key);
      const kept = await keepTally(session, course as Course);
      stop = kept.stop;
      begin(deck, kept.tally, placeOf(asked));
      setReady({ session, course: course as Course, catalog, deck });
    });
    return () => stop();
  }, [key]);
  if (!ready) return null;
  if (ready !== 'gone') return <Show key={key} {...ready} />;
  return (
    <TrainerFrame title={t('trainer.title')}>
      <Notice
        kind="warning"
        focused
        heading={t('slides.gone')}
        actions={<ButtonLink href="#/">{t('trainer.toCourses')}</ButtonLink>}
      >
        <p>{t('slides.goneHelp')}</p>
      </Notice>
    </TrainerFrame>
  );
}
