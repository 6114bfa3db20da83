import { clauses } from '../clauses.ts';
import type { PlacedText, Rule } from '../rule.ts';
import { spellings } from '../spelling.ts';

/** Where a sheet spells a word in several ways: each text with one that is not the most frequent. */
export const spelling: Rule = {
  code: 'spelling',
  of: 'sheet',
  phase: null,
  clause: clauses.spelling,
  check: (texts) =>
    spellings.flatMap((ways) => {
      const counts = ways.map((way) =>
        texts.reduce((sum, { text }) => sum + [...text.matchAll(way)].length, 0),
      );
      const most = counts.indexOf(Math.max(...counts));
      const better = first(texts, ways[most]);
      const others = ways.filter((_, index) => index !== most);
      return texts.flatMap(({ place, text }) => {
        const word = others.map((way) => text.match(way)?.[0]).find((found) => found !== undefined);
        return word ? [{ place, params: { word, better } }] : [];
      });
    }),
};

const first = (texts: readonly PlacedText[], way: RegExp | undefined): string =>
  texts.map(({ text }) => (way ? text.match(way)?.[0] : undefined)).find((found) => found) ?? '';
