import { h } from 'preact';
import { expect, test } from 'vitest';
import { keepLineEnds } from '../../../ui/line-ends.ts';

keepLineEnds();

test.each([
  [2000, undefined],
  [2001, 'f-check-note f-long'],
])('no phrases are looked for in what is too long: %i letters', (length, expected) => {
  const note = h('p', expected ? { class: 'f-check-note' } : {}, 'あ'.repeat(length));
  expect((note.props as { class?: string }).class).toBe(expected);
});
