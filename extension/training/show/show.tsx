import { effect } from '@preact/signals';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Catalog } from '../../../core/catalog/catalog.ts';
import type { Course } from '../../../core/training/course.ts';
import type { Deck } from '../../../core/training/deck.ts';
import { t } from '../../../locales/t.ts';
import { keepAwake } from '../../platform/wake-lock.ts';
import { openChannel } from '../channel.ts';
import { Bar } from './bar.tsx';
import { hearKeys } from './hear-keys.ts';
import { Help } from './help.tsx';
import { Overview } from './overview.tsx';
import { blank, pastEnd, perform, type Session, standingOf, voting } from './showing.ts';
import { Slides } from './slides.tsx';
import { ruby, theme } from './theme.ts';
import './slides.css';
import { pageTitle } from '../words.ts';

interface ShowProps {
  session: Session;
  course: Course;
  deck: Deck;
  catalog: Catalog;
}

/** A course on the whole window, in step with the presenter's window. */
export function Show({ session, course, deck, catalog }: ShowProps) {
  useEffect(() => {
    document.title = pageTitle(deck.title);
    document.documentElement.dataset.slides = 'shown';
    const stops = [keepAwake(), hearKeys(), talkToPresenter(session, course)];
    return () => {
      for (const stop of stops) stop();
      delete document.documentElement.dataset.slides;
    };
  }, []);

  const [pointing, point] = usePointing();
  useEffect(point, [pastEnd.value]);
  return (
    <div
      class="t-show f-light"
      onPointerMove={point}
      data-pointing={pointing}
      data-look={theme.value}
      data-ruby={ruby.value}
      data-voting={voting.value}
      data-blank={blank.value}
    >
      <main>
        <h1 class="f-unseen">{deck.title}</h1>
        <Slides course={session.course} deck={deck} catalog={catalog} />
      </main>
      {blank.value && (
        <button type="button" class="t-blank" onClick={() => perform({ do: 'blank' })}>
          <span class="f-unseen">{t('slides.unblank')}</span>
        </button>
      )}
      <Bar session={session} deck={deck} />
      <Overview deck={deck} />
      <Help />
    </div>
  );
}

/** A first-timer learns from the bar what there is to press. */
const pointingTime = 5000;

/** Whether the pointer has moved a moment ago, or the slides have begun or ended. */
function usePointing(): [pointing: boolean, point: () => void] {
  const [pointing, setPointing] = useState(false);
  const ending = useRef<ReturnType<typeof setTimeout>>(undefined);
  const point = () => {
    setPointing(true);
    clearTimeout(ending.current);
    ending.current = setTimeout(setPointing, pointingTime, false);
  };
  return [pointing, point];
}

/** Answers the presenter's window, does what it asks for, and tells it of each change. */
function talkToPresenter(session: Session, course: Course): () => void {
  const channel = openChannel((word) => {
    if (word.say === 'standing' || word.session !== session.id) return;
    if (word.say === 'act') perform(word.act);
    else tell();
  });
  const tell = () => channel.say({ say: 'standing', standing: standingOf(session, course) });
  const stop = effect(tell);
  return () => {
    stop();
    channel.close();
  };
}
