import ja from './ja.json' with { type: 'json' };

/** The interface's wording, Japanese first. A key of `ja.json`; the other languages carry the same keys. */
export type Key = keyof typeof ja;

export const languages = ['ja', 'en'] as const;
export type Language = (typeof languages)[number];

// The extension's build leaves in it the words of the first views (`scripts/start-part.ts`), until
// `wholeWording` brings the rest.
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

/** For keys that are put together from data. */
export const isKey = (key: string): key is Key => Object.hasOwn(words, key);

/** The wording of a key, its `{name}` places filled from `params`. */
export function t(key: Key, params?: Readonly<Record<string, string | number>>): string {
  const text = words[key] ?? key;
  return params ? text.replace(/\{(\w+)\}/g, (place, name) => String(params[name] ?? place)) : text;
}
