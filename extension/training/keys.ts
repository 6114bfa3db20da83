import type { Rating } from '../../core/review/review.ts';

/** The keys of the slides, and of a clicker: it sends Page Up and Page Down, some F5 and a full stop. */

export const keyActs = [
  'next',
  'previous',
  'first',
  'last',
  'jump',
  'voting',
  'blank',
  'overview',
  'ruby',
  'look',
  'fullscreen',
  'help',
] as const;
export type KeyAct = (typeof keyActs)[number];

/** As they are named in the help. */
export const keyNames: Readonly<Record<KeyAct, readonly string[]>> = {
  next: ['→', 'Space', 'PageDown'],
  previous: ['←', 'Shift+Space', 'PageUp'],
  first: ['Home'],
  last: ['End'],
  jump: ['0–9', 'Enter'],
  voting: ['T'],
  blank: ['B', '.'],
  overview: ['O'],
  ruby: ['R'],
  look: ['C'],
  fullscreen: ['F', 'F5'],
  help: ['?'],
};

const named: Readonly<Record<string, KeyAct>> = {
  ArrowRight: 'next',
  ArrowDown: 'next',
  PageDown: 'next',
  ArrowLeft: 'previous',
  ArrowUp: 'previous',
  PageUp: 'previous',
  Home: 'first',
  End: 'last',
  F5: 'fullscreen',
};

const characters: Readonly<Record<string, KeyAct>> = {
  t: 'voting',
  b: 'blank',
  '.': 'blank',
  o: 'overview',
  r: 'ruby',
  c: 'look',
  f: 'fullscreen',
  '?': 'help',
};

/** As on the review page; one hand a key. */
export const ratingKeys: readonly (readonly [digit: string, rating: Rating])[] = [
  ['1', 'kept'],
  ['2', 'mostly-kept'],
  ['3', 'partly-kept'],
  ['4', 'not-kept'],
  ['0', 'not-applicable'],
];

/** What of a `KeyboardEvent` counts. */
export type Pressed = Pick<
  KeyboardEvent,
  'key' | 'code' | 'shiftKey' | 'ctrlKey' | 'altKey' | 'metaKey'
>;

/**
 * What a key asks for: an act, or a digit; null where it is the browser's. `single`: whether keys
 * of one character count, which people may turn off (WCAG 2.1.4).
 */
export function keyPressed(
  pressed: Pressed,
  single: boolean,
): KeyAct | { readonly digit: string } | null {
  const { key, code, shiftKey, ctrlKey, altKey, metaKey } = pressed;
  if (ctrlKey || altKey || metaKey) return null;
  if (key === ' ') return shiftKey ? 'previous' : 'next';
  if (named[key]) return named[key];
  if (!single) return null;
  // With Shift, and with a full-width keyboard, a digit's key has another character.
  const [, digit] = /^(?:Digit|Numpad)(\d)$/.exec(code) ?? [];
  return digit ? { digit } : (characters[key.toLowerCase()] ?? null);
}
