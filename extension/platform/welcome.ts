import browser from 'webextension-polyfill';
import { readPolicy } from './policy.ts';

const welcomedKey = 'furikaeri.welcomed';

/** For the background: opens the first page once after installing, unless the IT desk doesn't want it. */
export async function openWelcome(): Promise<void> {
  if (!(await readPolicy()).welcome) return;
  // An unpacked folder counts as installed anew whenever it is loaded again.
  const { local } = browser.storage;
  if ((await local.get(welcomedKey))[welcomedKey]) return;
  await local.set({ [welcomedKey]: true });
  await browser.tabs.create({ url: browser.runtime.getURL('review.html') });
}
