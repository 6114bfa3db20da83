import type { Browser } from 'webextension-polyfill';

interface Host {
  readonly runtime?: { readonly id?: string };
}

const { browser, chrome } = globalThis as { browser?: Host; chrome?: Host };

/** False where a page is served over http: every page works there too, without what only an extension has. */
export const insideExtension = Boolean(browser?.runtime?.id ?? chrome?.runtime?.id);

/** The extension APIs, or null outside an extension (where loading the polyfill would throw). */
export async function extensionApi(): Promise<Browser | null> {
  return insideExtension ? (await import('webextension-polyfill')).default : null;
}
