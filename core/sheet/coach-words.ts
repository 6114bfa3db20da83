import type { Advice, AdvicePlace } from './advice.ts';
import { plainWords } from './plain-words.ts';
import type { Sheet } from './sheet.ts';
import { spellings, typos } from './spelling.ts';

/** Advice on words: plainer ones, slips of the keyboard, one spelling for one word. */

interface Text {
  readonly place: AdvicePlace;
  readonly text: string;
}

/** The texts of a sheet that people will read. */
export const textsOf = ({ sections }: Sheet): Text[] =>
  sections.flatMap(({ section, targets }) =>
    targets.flatMap((one) =>
      (['target', 'result', 'countermeasure'] as const).flatMap((field) => {
        const text = one[field];
        return text ? [{ place: { section, no: one.no, field }, text }] : [];
      }),
    ),
  );

/** Each word once a text. */
export function adviseWords({ place, text }: Text): Advice[] {
  const stiff = plainWords
    .filter(([word]) => text.includes(word))
    .map(([stem, better, word = stem]): Advice => {
      return { code: 'stiff-word', place, params: { word, better }, clause: null };
    });
  const slips = typos.flatMap(([found, better]): Advice[] => {
    const word = found.exec(text)?.[0];
    return word ? [{ code: 'typo', place, params: { word, better }, clause: null }] : [];
  });
  return [...stiff, ...slips];
}

/** Where a sheet spells a word in several ways: each text with one that is not the most frequent. */
export function adviseSpelling(texts: readonly Text[]): Advice[] {
  return spellings.flatMap((ways) => {
    const counts = ways.map((way) =>
      texts.reduce((sum, { text }) => sum + [...text.matchAll(way)].length, 0),
    );
    const most = counts.indexOf(Math.max(...counts));
    const better = first(texts, ways[most]);
    return texts.flatMap(({ place, text }): Advice[] => {
      const other = ways.filter((_, index) => index !== most);
      const word = other.map((way) => text.match(way)?.[0]).find((found) => found !== undefined);
      return word ? [{ code: 'spelling', place, params: { word, better }, clause: null }] : [];
    });
  });
}

const first = (texts: readonly Text[], way: RegExp | undefined): string =>
  texts.map(({ text }) => (way ? text.match(way)?.[0] : undefined)).find((found) => found) ?? '';
