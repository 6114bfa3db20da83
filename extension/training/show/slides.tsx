import { effect, signal, useComputed } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { Catalog } from '../../../core/catalog/catalog.ts';
import type { Deck, Slide as SlideContent } from '../../../core/training/deck.ts';
import { type Engine, startEngine } from './engine.ts';
import { drive, keepPlace, moveTo, position } from './showing.ts';
import { Slide } from './slide.tsx';

interface SlidesProps {
  /** As the address names it. */
  course: string;
  deck: Deck;
  catalog: Catalog;
}

/** The slide that is shown, with those beside it, in the hands of the engine. */
export function Slides({ course, deck, catalog }: SlidesProps) {
  const root = useRef<HTMLDivElement>(null);
  const engine = useRef<Engine>(null);
  const { index, revealed } = position.value;
  const standards = deck.slides.filter(({ kind }) => kind === 'standard').length;
  const models = deck.slides.some(isModel);

  useEffect(() => {
    const stop = followMoves(
      (at) => {
        settled.value = at;
      },
      (at) => {
        history.replaceState(null, '', `#/show/${course}/${at + 1}`);
        keepPlace(course, position.peek());
      },
    );
    let left = false;
    void startEngine(root.current as HTMLDivElement, moveTo).then((started) => {
      if (left) return started.stop();
      engine.current = started;
      started.show(position.peek());
      drive(started);
    });
    return () => {
      left = true;
      stop();
      keepPlace(course, position.peek());
      settled.value = -1;
      drive(null);
      engine.current?.stop();
    };
  }, []);
  useLayoutEffect(() => engine.current?.show({ index, revealed }), [index, revealed]);

  const first = Math.max(index - 1, 0);
  return (
    <>
      <div class="reveal" ref={root}>
        <div class="slides">
          {deck.slides.slice(first, index + 2).map((slide, place) => (
            <section key={slide.id} data-kind={slide.kind} data-index={first + place}>
              <Drawn index={first + place}>
                <Slide slide={slide} catalog={catalog} standards={standards} models={models} />
              </Drawn>
            </section>
          ))}
        </div>
      </div>
      <div class="t-progress" aria-hidden="true">
        <span style={{ width: `${(index / Math.max(deck.slides.length - 1, 1)) * 100}%` }} />
      </div>
    </>
  );
}

function isModel(slide: SlideContent): boolean {
  if (slide.kind === 'standard') return slide.standard.status === 'model';
  return slide.kind === 'text' && slide.status === 'model';
}

/** The slide that has been shown for a moment: those beside it may be drawn ahead. */
const settled = signal(-1);

/** A slide is drawn when it is shown, or next to be: none waits for another to be drawn. */
function Drawn({ index, children }: { index: number; children: ComponentChildren }) {
  const near = useComputed(
    () => position.value.index === index || Math.abs(settled.value - index) <= 1,
  );
  return near.value ? children : null;
}

const latest = 200;
const rest = 300;

/**
 * Says which slide is shown, as soon as the page has nothing else to do, and again when the hand
 * rests: Firefox and Chrome refuse the address of a page that changes it at each of many moves. The
 * answer ends it.
 */
function followMoves(onIdle: (index: number) => void, onRest: (index: number) => void): () => void {
  // What an effect answers with is done before its next run, and at its end.
  return effect(() => {
    const { index } = position.value;
    const idle = requestIdleCallback(() => onIdle(index), { timeout: latest });
    const resting = setTimeout(onRest, rest, index);
    return () => {
      cancelIdleCallback(idle);
      clearTimeout(resting);
    };
  });
}
