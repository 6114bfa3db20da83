import browser from 'webextension-polyfill';
import { placeStart } from './place.ts';

/** For the background: what to do with the places that pages have noted. */

/** Forgets where pages stood, and says where. */
export async function takePlaces(): Promise<string[]> {
  const shelf: Record<string, unknown> = await browser.storage.local.get(null);
  const notes = Object.entries(shelf).filter(([key]) => key.startsWith(placeStart));
  await browser.storage.local.remove(notes.map(([key]) => key));
  return notes.map(([, place]) => String(place));
}

/** Opens again, each at its place, the pages that went down with the extension (F12). */
export async function reopenPages(): Promise<void> {
  for (const place of await takePlaces()) {
    await browser.tabs.create({ url: browser.runtime.getURL(place) });
  }
}
