import { signal } from '@preact/signals';
import { countsOf } from '../../../core/training/hand-tally.ts';
import { t } from '../../../locales/t.ts';
import { isComposing } from '../../../ui/composing.ts';
import { store } from '../../page-store.ts';
import { type KeyAct, keyPressed, ratingKeys } from '../keys.ts';
import { passing } from './passing.ts';
import { perform, slide, slideCount, tally, toast, voting } from './showing.ts';
import { nextTheme, ruby } from './theme.ts';

/** Keys of the slides, wherever the focus is, but in a field or on a button whose key it is. */

/** The slide number being typed, to be followed by Enter. */
export const typed = passing();
/** What stands over the slides. */
export const open = signal<'help' | 'overview' | null>(null);

const longestNumber = 4;

export function hearKeys(): () => void {
  document.addEventListener('keydown', hear);
  return () => {
    document.removeEventListener('keydown', hear);
    typed.value = '';
    toast.value = '';
  };
}

function hear(event: KeyboardEvent): void {
  if (isComposing(event) || open.peek()) return;
  const target = event.target instanceof Element ? event.target : document.body;
  if (target.closest('input, select, textarea')) return;
  if (event.key === 'Enter' && typed.peek()) {
    jump();
    event.preventDefault();
    return;
  }
  const onButton = target.closest('a, button, summary') !== null;
  if (onButton && (event.key === ' ' || event.key === 'Enter')) return;
  if (event.key === 'Escape') typed.value = '';
  const asked = keyPressed(event, store.user.peek()?.settings.shortcuts ?? true);
  if (!asked) return;
  event.preventDefault();
  toast.value = '';
  if (typeof asked === 'string') {
    typed.value = '';
    act(asked);
  } else if (voting.peek()) {
    raise(asked.digit, event.shiftKey ? -1 : 1);
  } else {
    typed.value = (typed.peek() + asked.digit).slice(-longestNumber);
  }
}

function jump(): void {
  const index = Number(typed.peek()) - 1;
  typed.value = '';
  if (index >= 0 && index < slideCount.peek()) perform({ do: 'go', index });
  else toast.value = t('slides.noSuch', { total: slideCount.peek() });
}

/** One hand more, or one less, for the rating of a digit. */
function raise(digit: string, by: number): void {
  const [, rating] = ratingKeys.find(([key]) => key === digit) ?? [];
  const current = slide.peek();
  const hands = tally.peek();
  if (!rating || !hands || current?.kind !== 'standard') return;
  perform({ do: 'hands', rating, hands: countsOf(hands, current.standard.id)[rating] + by });
}

/** What a key or a button of the bar does. */
export function act(asked: KeyAct): void {
  if (asked === 'help' || asked === 'overview') open.value = asked;
  else if (asked === 'ruby') ruby.value = !ruby.value;
  else if (asked === 'look') nextTheme();
  else if (asked === 'fullscreen') toggleFullScreen();
  else if (asked !== 'jump') perform({ do: asked });
}

function toggleFullScreen(): void {
  // Where the browser or the IT desk forbids it, the window stays as it is.
  const done = document.fullscreenElement
    ? document.exitFullscreen()
    : document.documentElement.requestFullscreen();
  done.catch(() => {});
}
