import type { Catalog, StandardId } from './catalog.ts';
import { philosophyById, sceneById } from './lookup.ts';
import { readRuby } from './ruby.ts';
import { sameWords } from './same-words.ts';

export const searchFields = ['text', 'names', 'guidance'] as const;
/** Where a word stands: the standard's own text, the names of its scene and philosophy items, or its guidance. */
export type SearchField = (typeof searchFields)[number];

export interface Hit {
  readonly standard: StandardId;
  /** Where at least one word of the query stands. */
  readonly fields: readonly SearchField[];
}

interface Entry {
  readonly standard: StandardId;
  readonly words: Readonly<Record<SearchField, string>>;
}

const weights: Readonly<Record<SearchField, number>> = { text: 4, names: 2, guidance: 1 };

const indexes = new WeakMap<Catalog, readonly Entry[]>();

/**
 * The standards in which every word of the query occurs, best first: a word counts by the best place
 * it stands in; equals stay in the catalog's order. Words are divided by blanks of either width.
 * Full and half width, upper and lower case, katakana and hiragana are the same; a text is also found
 * by its reading, where the catalog brings its furigana, and by what else its things are called. No
 * words, no hits.
 */
export function searchStandards(catalog: Catalog, query: string): Hit[] {
  const words = fold(query).split(' ').filter(Boolean);
  if (words.length === 0) return [];
  return indexOf(catalog)
    .flatMap((entry) => {
      const found = words.map((word) =>
        searchFields.filter((field) => entry.words[field].includes(word)),
      );
      if (found.some((fields) => fields.length === 0)) return [];
      // `searchFields` is in order of weight, so a word's first field is its best.
      const score = found.reduce((sum, [best]) => sum + (best ? weights[best] : 0), 0);
      const fields = searchFields.filter((field) => found.some((each) => each.includes(field)));
      return [{ score, hit: { standard: entry.standard, fields } }];
    })
    .sort((a, b) => b.score - a.score)
    .map(({ hit }) => hit);
}

function indexOf(catalog: Catalog): readonly Entry[] {
  let index = indexes.get(catalog);
  if (!index) {
    index = catalog.standards.map(({ id, text, ruby, guidance = '', scene, philosophies }) => {
      const names = [
        sceneById(catalog, scene)?.name,
        ...philosophies.map((philosophy) => philosophyById(catalog, philosophy)?.name),
      ];
      return {
        standard: id,
        words: {
          text: inOtherWords(ruby ? `${text} ${readRuby(ruby)}` : text),
          names: inOtherWords(names.join(' ')),
          guidance: inOtherWords(guidance),
        },
      };
    });
    indexes.set(catalog, index);
  }
  return index;
}

/** Folded, with what else is said for the words in it. */
function inOtherWords(text: string): string {
  const folded = fold(text);
  const others = groups.filter((group) => group.some((word) => folded.includes(word)));
  return [folded, ...others.flat()].join(' ');
}

/** One spelling for what people hold to be the same. */
function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[ァ-ヶ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60))
    .replace(/\s+/g, ' ');
}

const groups = sameWords.map((group) => group.map(fold));
