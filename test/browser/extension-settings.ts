import type { BrowserContext } from 'playwright-core';
import type { Chromium } from './chromium.ts';

/** What a person would click on chrome://extensions. */

interface Update {
  readonly extensionId: string;
  readonly incognitoAccess: boolean;
}

interface Settings {
  updateProfileConfiguration(update: { inDeveloperMode: boolean }, done: () => void): void;
  updateExtensionConfiguration(update: Update, done: () => void): void;
}

declare const chrome: { readonly developerPrivate: Settings };

/** Without it Chromium leaves an unpacked extension off once it was reloaded. */
export async function switchOnDeveloperMode(context: BrowserContext): Promise<void> {
  const page = await context.newPage();
  await page.goto('chrome://extensions');
  await page.evaluate(
    () =>
      new Promise<void>((done) =>
        chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true }, done),
      ),
  );
  await page.close();
}

/** シークレット モードでの実行を許可する; the extension starts anew for it. */
export async function allowPrivateWindows({ context, extensionId }: Chromium): Promise<void> {
  const page = await context.newPage();
  await page.goto('chrome://extensions');
  const restarted = context.waitForEvent('serviceworker');
  await page.evaluate(
    (update) =>
      new Promise<void>((done) =>
        chrome.developerPrivate.updateExtensionConfiguration(update, done),
      ),
    { extensionId, incognitoAccess: true },
  );
  await restarted;
  await page.close();
}
