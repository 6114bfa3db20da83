import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { t } from '../locales/t.ts';
import { isComposing } from './composing.ts';

interface ItemListProps {
  /** Whether 1–4, 0, j, k and n work while an item has the focus (WCAG 2.1.4). */
  shortcuts: boolean;
  /** null: the answer was cleared. */
  onAnswer: (id: string, value: string | null) => void;
  /** At every change of the text, also while composing. */
  onNote: (id: string, text: string) => void;
  /** A shortcut would move before the first item (-1) or after the last (1) of the list. */
  onLeave?: (id: string, step: 1 | -1) => void;
  children: ComponentChildren;
}

const itemOf = (target: EventTarget | null): HTMLElement | null =>
  (target as Element).closest<HTMLElement>('[data-item]');

/** Puts the focus on an item's answer, or its first choice, the whole item in view. */
export function focusItem(item: Element): void {
  item.scrollIntoView({ block: 'nearest' });
  (item.querySelector<HTMLElement>('input:checked') ?? item.querySelector('input'))?.focus();
}

/** The field is drawn after the handler that opens it. */
function focusNote(item: Element): void {
  requestAnimationFrame(() => item.querySelector('textarea')?.focus());
}

/** Hears the answers, notes and shortcuts of all `Item`s in it: one handler a kind, however many they are. */
export function ItemList({ shortcuts, onAnswer, onNote, onLeave, children }: ItemListProps) {
  const said = useRef<HTMLParagraphElement>(null);
  /** A key answers and moves on at once, so nobody would hear what it chose. */
  const say = (text: string) => {
    if (said.current) said.current.textContent = text;
  };

  const change = ({ target }: Event) => {
    const id = itemOf(target)?.dataset.item;
    if (id && target instanceof HTMLInputElement) onAnswer(id, target.value);
  };

  const input = ({ target }: Event) => {
    const id = itemOf(target)?.dataset.item;
    if (!id || !(target instanceof HTMLTextAreaElement)) return;
    (target.parentElement as HTMLElement).dataset.text = target.value;
    onNote(id, target.value);
  };

  const click = ({ target }: Event) => {
    const item = itemOf(target);
    const button = (target as Element).closest<HTMLButtonElement>('button[data-act]');
    if (!item?.dataset.item || !button) return;
    if (button.dataset.act === 'note') {
      if (button.ariaExpanded === 'false') focusNote(item);
      return;
    }
    // The button goes away with the answer: the focus must not go with it.
    item.querySelector('input')?.focus();
    const back = button.dataset.act === 'restore';
    onAnswer(item.dataset.item, back ? button.value : null);
    if (!back) say(t('ui.cleared'));
  };

  const move = (item: HTMLElement, root: Element, step: 1 | -1) => {
    const items = [...root.querySelectorAll('[data-item]')];
    const next = items[items.indexOf(item) + step];
    if (next) focusItem(next);
    else onLeave?.(item.dataset.item ?? '', step);
  };

  const keyDown = (event: KeyboardEvent) => {
    const item = itemOf(event.target);
    const root = event.currentTarget as Element;
    if (!item || isComposing(event) || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target instanceof HTMLTextAreaElement) {
      if (event.key === 'Escape') focusItem(item);
      return;
    }
    if (!shortcuts) return;
    const radio = item.querySelector<HTMLInputElement>(
      `[data-key="${CSS.escape(event.key)}"] > input`,
    );
    if (radio && event.repeat) {
      // A finger that rests on the key must not answer the rest of the page.
    } else if (radio) {
      radio.click();
      say(t('ui.chosen', { answer: radio.labels?.[0]?.textContent ?? '' }));
      move(item, root, 1);
    } else if (event.key === 'j' || event.key === 'k') {
      move(item, root, event.key === 'j' ? 1 : -1);
    } else if (event.key === 'n') {
      item.querySelector<HTMLElement>('[data-act=note][aria-expanded=false]')?.click();
      focusNote(item);
    } else {
      return;
    }
    event.preventDefault();
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the controls inside are native; this only hears them.
    <div
      class="f-items"
      data-shortcuts={shortcuts}
      onChange={change}
      onInput={input}
      onClick={click}
      onKeyDown={keyDown}
    >
      <p class="f-unseen" role="status" ref={said} />
      {children}
    </div>
  );
}
