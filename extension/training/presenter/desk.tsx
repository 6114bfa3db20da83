import type { Deck, Slide } from '../../../core/training/deck.ts';
import { handsOf } from '../../../core/training/hand-tally.ts';
import { t } from '../../../locales/t.ts';
import { Button } from '../../../ui/button.tsx';
import { timeOfDay } from '../../../ui/date-and-time.ts';
import { Notice } from '../../../ui/notice.tsx';
import { Ballot } from '../ballot.tsx';
import type { Act, Standing } from '../channel.ts';
import { slideName } from '../slide-name.ts';
import { minutesText, stopwatch } from '../words.ts';

interface DeskProps {
  standing: Standing;
  deck: Deck;
  perform: (act: Act) => void;
  /** Epoch milliseconds. */
  now: number;
  /** Nothing has been heard of the slides for a while. */
  lost: boolean;
}

const minute = 60_000;

/** What the presenter looks at: this slide, its notes, what comes next, and the time. */
export function Desk({ standing, deck, perform, now, lost }: DeskProps) {
  const { index, revealed, blank, voting, told, counts } = standing;
  const slide = deck.slides[index];
  if (!slide) return null;
  const next = deck.slides[index + 1];
  return (
    <main class="p-desk">
      <h1 class="p-title">{deck.title}</h1>
      <Clock {...{ standing, deck, slide, now }} />
      {lost && (
        <Notice kind="warning" live="alert" heading={t('presenter.lost')}>
          <p>{t('presenter.lostHelp')}</p>
        </Notice>
      )}
      <div class="p-columns">
        <section aria-labelledby="now">
          <h2 id="now">{t('presenter.now', { number: index + 1, total: deck.slides.length })}</h2>
          <p class="p-slide">{slideName(slide)}</p>
          {blank && <p class="p-state">{t('presenter.blank')}</p>}
          {revealed && <p class="p-state">{t('presenter.revealed')}</p>}
          {told && (
            <p class="p-state" role="status">
              {told}
            </p>
          )}
          {slide.notes && (
            <>
              <h2>{t('presenter.notes')}</h2>
              <p class="p-notes">{slide.notes}</p>
            </>
          )}
          {counts && (
            <>
              <p>{t('slide.allHands', { count: handsOf(counts) })}</p>
              <Ballot
                counts={counts}
                counting={voting}
                shown
                onHands={(rating, hands) => perform({ do: 'hands', rating, hands })}
              />
            </>
          )}
        </section>
        <div>
          {slide.kind === 'standard' && <Hints slide={slide} />}
          <section aria-labelledby="next">
            <h2 id="next">{t('presenter.next')}</h2>
            <p class="p-slide p-next">{next ? slideName(next) : t('presenter.noNext')}</p>
            {next?.notes && <p class="p-notes">{next.notes}</p>}
          </section>
        </div>
      </div>
      <div class="f-buttons p-acts">
        <Button onClick={() => perform({ do: 'previous' })}>{t('slides.previous')}</Button>
        <Button kind="primary" onClick={() => perform({ do: 'next' })}>
          {t('slides.next')}
        </Button>
        {slide.kind === 'standard' && (
          <Button aria-pressed={voting} onClick={() => perform({ do: 'voting' })}>
            {t('slides.voting')}
          </Button>
        )}
        <Button aria-pressed={blank} onClick={() => perform({ do: 'blank' })}>
          {t('slides.blank')}
        </Button>
      </div>
    </main>
  );
}

/** The standard's guidance and examples: the room sees them later. */
function Hints({ slide: { standard } }: { slide: Extract<Slide, { kind: 'standard' }> }) {
  const { guidance, good, poor } = standard;
  return (
    <dl class="p-hints">
      {guidance && <Hint name={t('slide.guidance')} text={guidance} />}
      {good && <Hint name={t('slide.good')} text={good} />}
      {poor && <Hint name={t('slide.poor')} text={poor} />}
    </dl>
  );
}

function Hint({ name, text }: { name: string; text: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{text}</dd>
    </div>
  );
}

interface ClockProps {
  standing: Standing;
  deck: Deck;
  slide: Slide;
  now: number;
}

/** Elapsed beside planned, of the whole and of this slide, and the time of day. */
function Clock({ standing: { startedAt, slideSince }, deck, slide, now }: ClockProps) {
  const elapsed = Math.max(now - startedAt, 0);
  const onSlide = Math.max(now - slideSince, 0);
  const planned = slide.until - slide.from;
  const late = elapsed > slide.until * minute;
  return (
    <dl class="p-clock">
      <div>
        <dt>{t('presenter.elapsed')}</dt>
        <dd data-late={late}>
          {stopwatch(elapsed)}
          <span>{t('presenter.of', { time: minutesText(deck.minutes) })}</span>
          {late && <span>{t('presenter.late')}</span>}
        </dd>
      </div>
      <div>
        <dt>{t('presenter.onSlide')}</dt>
        <dd data-late={onSlide > planned * minute}>
          {stopwatch(onSlide)}
          <span>{t('presenter.of', { time: minutesText(planned) })}</span>
        </dd>
      </div>
      <div>
        <dt>{t('presenter.clock')}</dt>
        <dd>{timeOfDay(now)}</dd>
      </div>
    </dl>
  );
}
