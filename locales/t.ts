import ja from './ja.json' with { type: 'json' };
import type { Params } from './params.ts';

/** The interface's wording, Japanese first. A key of `ja.json`; the other languages carry the same keys. */
export type Key = keyof typeof ja;

/** A key whose words have no other places than these. */
export type KeyWith<Names extends string> = Exclude<
  Key,
  { [K in keyof Params]: keyof Params[K] extends Names ? never : K }[keyof Params]
>;

/** A key whose words have no places to fill. */
export type PlainKey = KeyWith<never>;

/** What the places of a message are filled with; of several messages, what any of them asks for. */
type ParamsOf<K extends Key> = Both<K extends keyof Params ? Params[K] : never>;
type Both<Union> = (Union extends unknown ? (each: Union) => void : never) extends (
  all: infer All,
) => void
  ? Readonly<All>
  : never;

export const languages = ['ja', 'en'] as const;
export type Language = (typeof languages)[number];

// The builds leave in it the words of the first views (`scripts/page-part.ts`), until `wholeWording`
// brings the rest.
let words: Readonly<Record<string, string>> = ja;
let current: Language = 'ja';
let whole: Promise<void> | undefined;

/** Loads the wording of a language; of Japanese the first words are there from the start. */
export async function useLanguage(wanted: Language): Promise<void> {
  if (wanted === current) return;
  current = wanted;
  whole = undefined;
  await wholeWording();
}

/** The language of the words that `t` gives. */
export const language = (): Language => current;

/** Resolves when every key has its words. What is shown later than the first view waits for it. */
export function wholeWording(): Promise<void> {
  whole ??= load();
  return whole;
}

async function load(): Promise<void> {
  words = (await (current === 'en' ? import('./en.json') : import('./ja.json'))).default;
}

/** For keys that are put together from data: whether there are such words, with nothing to fill in. */
export const isKey = (key: string): key is PlainKey =>
  Object.hasOwn(words, key) && !words[key]?.includes('{');

/**
 * A place of a message: `{name}`, or as in ICU's messages `{name, plural, one {# item} other {# items}}`,
 * where `#` is the number. English knows these two forms and Japanese one, so there are no further.
 */
export const placePattern = /\{(\w+)(?:, plural, one \{(.*?)\} other \{(.*?)\})?\}/g;

/** The wording of a key, its places filled from `params`: these, and no others. */
export function t<K extends Key>(
  key: K,
  ...[params]: [K] extends [PlainKey] ? [] : [params: ParamsOf<K>]
): string {
  return textOf(key, params);
}

/** The same for the core's problems and advice, whose parameters come with their code, as data. */
export function textOf(key: Key, params?: Readonly<Record<string, string | number>>): string {
  const text = words[key] ?? key;
  if (!params) return text;
  return text.replace(placePattern, (place, name, one, other) => {
    const value = String(params[name] ?? place);
    if (one === undefined) return value;
    const form = new Intl.PluralRules(current).select(Number(value)) === 'one' ? one : other;
    return form.replace('#', value);
  });
}
