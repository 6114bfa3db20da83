import { extensionApi } from './extension.ts';

/** Where pages stand is noted under keys that begin so. */
export const placeStart = 'furikaeri.open.';

/**
 * Gives a function that notes where this page stands (`review.html#/scene/phone`), or null outside
 * an extension. The note is taken away when a person closes the page; of a page that goes down with
 * its extension the browser drops that last wish, and the note stays (F12).
 */
export async function placeKeeper(): Promise<((place: string) => void) | null> {
  const api = await extensionApi();
  if (!api) return null;
  const key = placeStart + crypto.randomUUID();
  addEventListener('pagehide', () => void api.storage.local.remove(key));
  return (place) => void api.storage.local.set({ [key]: place }).catch(() => {});
}
