import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import en from '../../../locales/en.json' with { type: 'json' };
import ja from '../../../locales/ja.json' with { type: 'json' };
import { type Key, placePattern, t, textOf, useLanguage } from '../../../locales/t.ts';

const keys = Object.keys(en) as Key[];
const placesOf = (text: string) => [...text.matchAll(placePattern)];
const forms = keys.flatMap((key) => placesOf(en[key])).filter(([, , one]) => one !== undefined);

/** What is counted anywhere: count, days, left. */
const counts = new Set(forms.map(([, name]) => name));

/** Nouns by the forms in which they are counted anywhere: item and items, copy and copies. */
const nouns = new Map(
  forms.flatMap(([, , one = '', other = '']) => {
    const several: readonly string[] = other.match(/[a-z]{2,}/g) ?? [];
    return (one.match(/[a-z]{2,}/g) ?? []).flatMap((word) =>
      [`${word}s`, word.replace(/y$/, 'ies')]
        .filter((plural) => plural !== word && several.includes(plural))
        .map((plural) => [word, plural] as const),
    );
  }),
);

/** The message with a number in each place that counts, and a letter in the others. */
const filled = (key: Key, number: number) =>
  textOf(
    key,
    Object.fromEntries(
      placesOf(en[key]).map(([, name = '']) => [name, counts.has(name) ? number : 'x']),
    ),
  );

beforeAll(() => useLanguage('en'));
afterAll(() => useLanguage('ja'));

describe.each(keys.filter((key) => placesOf(en[key]).some(([, name]) => counts.has(name))))(
  '%s',
  (key) => {
    test('reads right of one', () => {
      const text = filled(key, 1);
      const plural = [...nouns.values()].join('|');
      expect(text).not.toMatch(new RegExp(`\\b1 (?!of |to |with )(?:\\w+ )?(?:${plural})\\b`));
      expect(text).not.toMatch(/\bare (?:about )?1\b|\b1 (?:\w+ )?are\b/i);
      expect(text).not.toMatch(/[{}#]/);
    });

    test.each([0, 2])('reads right of %i', (number) => {
      const text = filled(key, number);
      const single = [...nouns.keys()].join('|');
      expect(text).not.toMatch(new RegExp(`\\b${number} (?:${single})\\b(?! and )`));
      expect(text).not.toMatch(new RegExp(`\\bthere is ${number}\\b|\\b${number} is\\b`, 'i'));
      expect(text).not.toMatch(/[{}#]/);
    });
  },
);

test('nouns that are counted are known by both forms', () => {
  expect(nouns.get('item')).toBe('items');
  expect(nouns.get('copy')).toBe('copies');
  expect(nouns.size).toBeGreaterThan(20);
});

test('the forms are those of the number', () => {
  expect(t('row.count-tallies', { count: 1 })).toBe('1 tally of a session');
  expect(t('row.count-tallies', { count: 2 })).toBe('2 tallies of sessions');
  expect(t('check.sureHelp', { count: 1 })).toBe(
    'The 1 item without an answer does not count in the compliance rate.',
  );
  expect(t('result.sentence', { applicable: 21, kept: 1 })).toBe(
    'Of the 21 items that are part of your work, 1 is “kept” or “mostly kept”.',
  );
  expect(t('counted.answersLeft', { left: 1, total: 59 })).toBe('1 of 59 answers is left');
  expect(t('delete.review', { year: 'FY2026', count: 59, notes: 1, goals: 0 })).toBe(
    'The review of FY2026 (59 answers, 1 note, 0 goals)',
  );
  // @ts-expect-error its form goes by the number: a text won’t do
  expect(t('row.count-forms', { count: '1' })).toBe('1 form');
});

test('Japanese has one form', () => {
  expect(keys.filter((key) => placesOf(ja[key]).some(([, , one]) => one !== undefined))).toEqual(
    [],
  );
});
