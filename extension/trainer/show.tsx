import { effect, signal, useComputed } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Catalog } from '../../core/catalog/catalog.ts';
import type { Course } from '../../core/deck/course.ts';
import type { Deck } from '../../core/deck/deck.ts';
import { t } from '../../locales/t.ts';
import { keepAwake } from '../platform/wake-lock.ts';
import { Bar } from './bar.tsx';
import { openChannel } from './channel.ts';
import { startEngine } from './engine.ts';
import { hearKeys } from './hear-keys.ts';
import { Help } from './help.tsx';
import { look, ruby } from './look.ts';
import { Overview } from './overview.tsx';
import {
  blank,
  drive,
  moved,
  perform,
  position,
  type Session,
  standingOf,
  voting,
} from './showing.ts';
import { Slide } from './slide.tsx';
import './slides.css';

import { pageTitle } from './words.ts';

interface ShowProps {
  session: Session;
  course: Course;
  deck: Deck;
  catalog: Catalog;
  /** The slide to begin with, from 0. */
  from: number;
}

/** A course on the whole window, in step with the presenter's window. */
export function Show({ session, course, deck, catalog, from }: ShowProps) {
  const root = useRef<HTMLDivElement>(null);
  const standards = deck.slides.filter(({ kind }) => kind === 'standard').length;

  useEffect(() => {
    document.title = pageTitle(deck.title);
    document.documentElement.dataset.slides = 'shown';
    const stops = [keepAwake(), hearKeys(), drawAhead(), talkToPresenter(session, course)];
    let stop = () => {};
    let left = false;
    void startEngine(root.current as HTMLDivElement, { index: from, revealed: false }, (to) => {
      moved(to);
      history.replaceState(null, '', `#/show/${session.course}/${to.index + 1}`);
    }).then((engine) => {
      if (left) return engine.stop();
      stop = engine.stop;
      drive(engine);
    });
    return () => {
      left = true;
      drive(null);
      stop();
      for (const end of stops) end();
      delete document.documentElement.dataset.slides;
    };
  }, []);

  const [pointing, point] = usePointing();
  return (
    <div
      class="t-show"
      onPointerMove={point}
      data-pointing={pointing}
      data-look={look.value}
      data-ruby={ruby.value}
      data-voting={voting.value}
      data-blank={blank.value}
    >
      <main>
        <h1 class="f-unseen">{deck.title}</h1>
        <div class="reveal" ref={root}>
          <div class="slides">
            {deck.slides.map((slide, index) => (
              <section key={slide.id} data-kind={slide.kind}>
                <Drawn index={index}>
                  <Slide slide={slide} catalog={catalog} standards={standards} />
                </Drawn>
              </section>
            ))}
          </div>
        </div>
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

/** The slide that has been shown for a moment: those beside it may be drawn ahead. */
const settled = signal(-1);

/** A slide is drawn when it is shown or next to be, and stays: none waits for another to be drawn. */
function Drawn({ index, children }: { index: number; children: ComponentChildren }) {
  const drawn = useRef(false);
  const near = useComputed(
    () => position.value.index === index || Math.abs(settled.value - index) === 1,
  );
  if (near.value) drawn.current = true;
  return drawn.current ? children : null;
}

function drawAhead(): () => void {
  let idle = 0;
  const stop = effect(() => {
    const { index } = position.value;
    cancelIdleCallback(idle);
    idle = requestIdleCallback(() => {
      settled.value = index;
    });
  });
  return () => {
    stop();
    cancelIdleCallback(idle);
    settled.value = -1;
  };
}

const pointingTime = 3000;

/** Whether the pointer has moved a moment ago. */
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
