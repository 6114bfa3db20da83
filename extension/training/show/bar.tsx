import { useState } from 'preact/hooks';
import type { Deck } from '../../../core/training/deck.ts';
import { type PlainKey, t } from '../../../locales/t.ts';
import type { KeyAct } from '../keys.ts';
import { HandClash } from './hand-clash.tsx';
import { act, typed } from './hear-keys.ts';
import { position, type Session, slide, toast, unkept, voting } from './showing.ts';
import { ruby, theme } from './theme.ts';

/** The trainer's hand: shown at the beginning and the end, and while the pointer moves or the focus is in it. */
export function Bar({ session, deck }: { session: Session; deck: Deck }) {
  const [blocked, setBlocked] = useState(false);
  const address = `presenter.html#/${session.id}`;
  const openPresenter = (event: MouseEvent) => {
    leave(event);
    const popup = window.open(address, `furikaeri-${session.id}`, 'popup,width=1000,height=700');
    setBlocked(popup === null);
  };
  const number = position.value.index + 1;
  return (
    <footer class="t-bar-foot">
      <p class="t-number" role="status">
        {typed.value
          ? t('slides.typed', { number: typed.value })
          : toast.value || `${number}／${deck.slides.length}`}
      </p>
      <nav class="t-controls" aria-label={t('slides.controls')}>
        <Control act="previous" label="slides.previous" />
        <Control act="next" label="slides.next" />
        {slide.value?.kind === 'standard' && (
          <Control act="voting" label="slides.voting" pressed={voting.value} />
        )}
        <Control act="overview" label="slides.overview" />
        <Control act="ruby" label="slides.ruby" pressed={ruby.value} />
        <button type="button" onClick={(event) => press(event, 'look')}>
          {t('slides.look', { look: t(`slides.${theme.value}`) })}
        </button>
        <Control act="blank" label="slides.blank" />
        <Control act="fullscreen" label="slides.fullscreen" />
        <button type="button" onClick={openPresenter}>
          {t('slides.presenter')}
        </button>
        <Control act="help" label="slides.help" />
        <a href={`#/tally/${session.id}`}>{t('slides.end')}</a>
      </nav>
      {unkept.value && (
        <p class="t-blocked" role="alert">
          {t('slides.unkept')}
        </p>
      )}
      <HandClash deck={deck} />
      {blocked && (
        <p class="t-blocked" role="alert">
          {t('slides.blocked')}{' '}
          <a href={address} target="_blank" rel="noopener opener">
            {t('slides.presenterTab')}
          </a>
        </p>
      )}
    </footer>
  );
}

interface ControlProps {
  act: KeyAct;
  label: PlainKey;
  /** Of a switch. */
  pressed?: boolean;
}

function Control({ act: asked, label, pressed }: ControlProps) {
  return (
    <button type="button" aria-pressed={pressed} onClick={(event) => press(event, asked)}>
      {t(label)}
    </button>
  );
}

function press(event: MouseEvent, asked: KeyAct): void {
  leave(event);
  act(asked);
}

/** After a click with the mouse, Space goes on to the next slide, and not back to the button. */
function leave({ detail, currentTarget }: MouseEvent): void {
  if (detail > 0) (currentTarget as HTMLElement).blur();
}
