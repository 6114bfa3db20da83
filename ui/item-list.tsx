import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { t } from '../locales/t.ts';
import { isComposing } from './composing.ts';

interface ItemListProps {
  /** Whether 1–4, 0, j, k, n and u work while a choice has the focus (WCAG 2.1.4). */
  shortcuts: boolean;
  /** null: the answer was cleared. */
  onAnswer: (id: string, value: string | null) => void;
  /** At every change of the text, also while composing. */
  onNote: (id: string, text: string) => void;
  /** Examples are asked for, of whichever item. */
  onExamples?: () => void;
  /** A shortcut would move before the first item (-1) or after the last (1) of the list. */
  onLeave?: (id: string, step: 1 | -1) => void;
  /** An answer was taken back to an item that is not in the list: shows it. */
  onElsewhere?: ((id: string) => void) | undefined;
  /** A pointer moves on after an answer as a digit does: for lists that show one item at a time. */
  movesOn?: boolean | undefined;
  children: ComponentChildren;
}

interface Given {
  readonly id: string;
  readonly before: string | null;
}

/** The answers given on this page, the last at the end: the key that takes one back works on, whichever list is shown. */
const given: Given[] = [];

/** Milliseconds for which a change by a key stays in view. */
const shownMs = 8000;

const itemOf = (target: EventTarget | null): HTMLElement | null =>
  (target as Element).closest<HTMLElement>('[data-item]');

/** Puts the focus on an item's answer, or its first choice, the whole item in view. */
export function focusItem(item: Element): void {
  item.scrollIntoView({ block: 'nearest' });
  (item.querySelector<HTMLElement>('input:checked') ?? item.querySelector('input'))?.focus();
}

/** Hears the answers, notes and shortcuts of all `Item`s in it: one handler a kind, however many they are. */
export function ItemList({ shortcuts, movesOn = false, children, ...on }: ItemListProps) {
  const { onAnswer, onNote, onExamples, onLeave, onElsewhere } = on;
  const said = useRef<HTMLParagraphElement>(null);
  const byKey = useRef(false);
  const hiding = useRef<ReturnType<typeof setTimeout>>(undefined);
  /** A key answers and moves on at once, so nobody would hear what it chose; what it has changed is also to be seen. */
  const say = (text: string, isShown = false) => {
    const { current: place } = said;
    if (!place) return;
    place.textContent = text;
    place.className = isShown ? 'f-said' : 'f-unseen';
    clearTimeout(hiding.current);
    if (isShown) hiding.current = setTimeout(() => say(''), shownMs);
  };

  const change = ({ target, currentTarget }: Event) => {
    const item = itemOf(target);
    const id = item?.dataset.item;
    if (!id || !(target instanceof HTMLInputElement)) return;
    const before = item.dataset.value || null;
    given.push({ id, before });
    onAnswer(id, target.value);
    if (byKey.current && before !== null) {
      say(t('ui.changed', { number: numberOf(item), answer: labelOf(target) }), true);
    }
    // The arrow keys choose on their way; a digit moves on by itself.
    if (movesOn && !byKey.current) {
      say(t('ui.chosen', { answer: labelOf(target) }));
      move(item, currentTarget as Element, 1);
    }
  };

  const takeBack = (root: Element) => {
    const last = given.pop();
    if (!last) return;
    onAnswer(last.id, last.before);
    const item = root.querySelector(`[data-item="${CSS.escape(last.id)}"]`);
    say(t('ui.undone', { number: item ? numberOf(item) : '' }), true);
    if (!item) return onElsewhere?.(last.id);
    const choice = last.before && item.querySelector<HTMLElement>(`[value="${last.before}"]`);
    item.scrollIntoView({ block: 'nearest' });
    (choice || item.querySelector('input'))?.focus();
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
    if (button.dataset.act === 'examples') onExamples?.();
    if (button.dataset.act === 'note' || button.dataset.act === 'examples') return;
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
    // Only from a choice: what is typed while a button has the focus is meant for a text.
    if (!shortcuts || !(event.target instanceof HTMLInputElement)) return;
    const radio = item.querySelector<HTMLInputElement>(
      `[data-key="${CSS.escape(event.key)}"] > input`,
    );
    const isOurs = radio || ['j', 'k', 'n', 'u'].includes(event.key);
    if (!isOurs) return;
    event.preventDefault();
    // A finger that rests on the key must not answer the rest of the page (F58).
    if (event.repeat) return;
    if (radio) {
      const before = item.dataset.value || null;
      if (!radio.checked) radio.click();
      if (before === null) say(t('ui.chosen', { answer: labelOf(radio) }));
      move(item, root, 1);
    } else if (event.key === 'u') {
      takeBack(root);
    } else if (event.key === 'n') {
      const closed = item.querySelector<HTMLElement>('[data-act=note][aria-expanded=false]');
      if (closed) closed.click();
      else item.querySelector('textarea')?.focus();
    } else {
      move(item, root, event.key === 'j' ? 1 : -1);
    }
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
      onKeyDownCapture={() => {
        byKey.current = true;
      }}
      onPointerDown={() => {
        byKey.current = false;
      }}
    >
      <p class="f-unseen" role="status" ref={said} />
      {children}
    </div>
  );
}

const numberOf = (item: Element): string => item.querySelector('.f-item-number')?.textContent ?? '';

const labelOf = (radio: HTMLInputElement): string => radio.labels?.[0]?.textContent ?? '';
