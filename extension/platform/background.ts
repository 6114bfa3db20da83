import { extensionApi } from './extension.ts';

/** What a page says to have the background do its work now. */
export const wakeUp = 'furikaeri.wake';

/** Has the background renew what it shows; does nothing on a served page. */
export async function wakeBackground(): Promise<void> {
  const api = await extensionApi();
  // Nobody answers while the extension is being replaced.
  await api?.runtime.sendMessage(wakeUp).catch(() => {});
}
