import { extensionApi } from './extension.ts';

/** A small place for texts by key. */
export interface TextStorage {
  read(key: string): Promise<string | null>;
  /** Rejects when it is full. */
  write(texts: Readonly<Record<string, string>>): Promise<void>;
  /** The keys that begin with a word. */
  list(start: string): Promise<string[]>;
  remove(keys: readonly string[]): Promise<void>;
}

/**
 * Outside IndexedDB, so that damage to the one leaves the other: `storage.local` in the extension,
 * `localStorage` on a served page.
 */
export const extensionStorage: TextStorage = {
  async read(key) {
    const api = await extensionApi();
    if (!api) return localStorage.getItem(key);
    const value = (await api.storage.local.get(key))[key];
    return typeof value === 'string' ? value : null;
  },
  async write(texts) {
    const api = await extensionApi();
    if (api) return api.storage.local.set({ ...texts });
    for (const [key, text] of Object.entries(texts)) localStorage.setItem(key, text);
  },
  async list(start) {
    const api = await extensionApi();
    const all = api ? await api.storage.local.get(null) : localStorage;
    return Object.keys(all).filter((key) => key.startsWith(start));
  },
  async remove(keys) {
    const api = await extensionApi();
    if (api) return api.storage.local.remove([...keys]);
    for (const key of keys) localStorage.removeItem(key);
  },
};
