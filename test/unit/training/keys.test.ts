import { expect, test } from 'vitest';
import { keyActs, keyNames, keyPressed, type Pressed } from '../../../extension/training/keys.ts';

const pressed = (key: string, change: Partial<Pressed> = {}): Pressed => ({
  key,
  code: '',
  shiftKey: false,
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  ...change,
});
const digit = (key: string, code: string, shiftKey = false) => pressed(key, { code, shiftKey });

test.each([
  ['an arrow', pressed('ArrowRight'), 'next', 'next'],
  ['Space', pressed(' '), 'next', 'next'],
  ['Space with Shift', pressed(' ', { shiftKey: true }), 'previous', 'previous'],
  ['a clicker’s next', pressed('PageDown'), 'next', 'next'],
  ['a clicker’s start', pressed('F5'), 'fullscreen', 'fullscreen'],
  ['a clicker’s blank', pressed('.'), 'blank', null],
  ['a letter', pressed('t'), 'voting', null],
  ['a letter with Caps Lock', pressed('T'), 'voting', null],
  ['a question mark', pressed('?', { shiftKey: true }), 'help', null],
  ['a digit', digit('3', 'Digit3'), { digit: '3' }, null],
  ['a digit with Shift', digit('#', 'Digit3', true), { digit: '3' }, null],
  ['a digit of the number pad', digit('3', 'Numpad3'), { digit: '3' }, null],
  ['a full-width digit', digit('３', 'Digit3'), { digit: '3' }, null],
  ['another letter', pressed('x'), null, null],
  ['a shortcut of the browser', pressed('t', { ctrlKey: true }), null, null],
  ['going back in the browser', pressed('ArrowLeft', { altKey: true }), null, null],
  ['reloading on a Mac', pressed('r', { metaKey: true }), null, null],
])('%s', (_, key, act, withoutSingle) => {
  expect(keyPressed(key, true)).toEqual(act);
  expect(keyPressed(key, false)).toEqual(withoutSingle);
});

test('the help names a key for every act', () => {
  for (const act of keyActs) expect(keyNames[act].length).toBeGreaterThan(0);
});
