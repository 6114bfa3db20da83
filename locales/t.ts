import ja from './ja.json' with { type: 'json' };

/** The interface's wording, Japanese first. A key of `ja.json`; the other languages carry the same keys. */
export type Key = keyof typeof ja;

/** For keys that are put together from data. */
export const isKey = (key: string): key is Key => Object.hasOwn(ja, key);

export const languages = ['ja', 'en'] as const;
export type Language = (typeof languages)[number];

let words: Record<Key, string> = ja;

/** Loads the wording of a language; until then, and for Japanese, there is nothing to wait for. */
export async function useLanguage(language: Language): Promise<void> {
  words = language === 'en' ? (await import('./en.json')).default : ja;
}

/** The wording of a key, its `{name}` places filled from `params`. */
export function t(key: Key, params?: Readonly<Record<string, string | number>>): string {
  const text = words[key];
  return params ? text.replace(/\{(\w+)\}/g, (place, name) => String(params[name] ?? place)) : text;
}
