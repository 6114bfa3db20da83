import { extensionApi } from './extension.ts';

/**
 * A small shelf for texts outside IndexedDB, so that damage to the one leaves
 * the other: `storage.local` in the extension, `localStorage` on a served page.
 */
export async function readShelf(key: string): Promise<string | null> {
  const api = await extensionApi();
  if (!api) return localStorage.getItem(key);
  const value = (await api.storage.local.get(key))[key];
  return typeof value === 'string' ? value : null;
}

/** Puts texts on the shelf by key. Throws when the shelf is full. */
export async function writeShelf(texts: Readonly<Record<string, string>>): Promise<void> {
  const api = await extensionApi();
  if (api) return api.storage.local.set({ ...texts });
  for (const [key, text] of Object.entries(texts)) localStorage.setItem(key, text);
}

/** The keys on the shelf that begin with a word. */
export async function listShelf(start: string): Promise<string[]> {
  const api = await extensionApi();
  const all = api ? await api.storage.local.get(null) : localStorage;
  return Object.keys(all).filter((key) => key.startsWith(start));
}

export async function clearShelf(keys: readonly string[]): Promise<void> {
  const api = await extensionApi();
  if (api) return api.storage.local.remove([...keys]);
  for (const key of keys) localStorage.removeItem(key);
}
