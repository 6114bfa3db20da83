import { expect, test } from 'vitest';
import { type Format, nameOf, upgrade } from '../../core/format.ts';
import { inValue } from '../../core/result.ts';

const letter: Format = {
  kind: 'furikaeri.letter',
  migrations: [
    ({ body, ...rest }) => ({ ...rest, text: body }),
    ({ text, ...rest }) => ({ ...rest, lines: String(text).split('\n') }),
  ],
};

test('the known version is one more than there are migrations', () => {
  expect(nameOf(letter)).toBe('furikaeri.letter/3');
  expect(nameOf({ kind: 'furikaeri.note', migrations: [] })).toBe('furikaeri.note/1');
});

test.each([
  { format: 'furikaeri.letter/1', body: 'a\nb', further: 1 },
  { format: 'furikaeri.letter/2', text: 'a\nb', further: 1 },
  { format: 'furikaeri.letter/3', lines: ['a', 'b'], further: 1 },
])('$format is taken to version 3', (old) => {
  const before = structuredClone(old);
  const value = { format: 'furikaeri.letter/3', lines: ['a', 'b'], further: 1 };
  expect(upgrade(old, letter)).toEqual({ ok: true, value });
  expect(old).toEqual(before);
});

test.each([
  ['furikaeri.letter/4', 'newer-format'],
  ['furikaeri.letter/9999', 'newer-format'],
  ['furikaeri.review/1', 'other-format'],
  ['furikaeri.letter/0', 'unknown-format'],
  ['furikaeri.letter/1e3', 'unknown-format'],
  ['furikaeri.letter/', 'unknown-format'],
  ['furikaeri.letter', 'unknown-format'],
  ['Furikaeri.letter/3', 'unknown-format'],
  ['other.letter/3', 'unknown-format'],
  ['', 'unknown-format'],
])('%o is refused: %s', (found, code) => {
  const params = { found, known: 'furikaeri.letter/3' };
  expect(upgrade({ format: found }, letter)).toEqual({
    ok: false,
    problems: [{ code, at: inValue('format'), params }],
  });
});

test.each([null, 5, 'furikaeri.letter/3', [], {}, { format: 3 }, { format: null }])(
  '%o is no file of ours',
  (value) => {
    const params = { known: 'furikaeri.letter/3' };
    expect(upgrade(value, letter)).toEqual({
      ok: false,
      problems: [{ code: 'unknown-format', at: inValue('format'), params }],
    });
  },
);
