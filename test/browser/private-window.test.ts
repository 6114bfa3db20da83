import type { CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Chromium, openChromium } from './chromium.ts';
import { allowPrivateWindows, switchOnDeveloperMode } from './extension-settings.ts';
import { freshProfile } from './profile.ts';
import { describeWith } from './programs.ts';
import { placesNoted, shelf } from './store.ts';

// F15: in a private window nobody is let to begin what would be gone afterwards.

declare const chrome: {
  readonly windows: { create(options: object): Promise<unknown> };
};

const warning = 'プライベートウィンドウでは使えません';

describeWith(['chromium'], 'a private window of Chromium', () => {
  const profile = freshProfile();
  let chromium: Chromium;
  let page: Page;
  let browser: CDPSession;
  let own: string | undefined;
  beforeAll(async () => {
    chromium = await openChromium({ profile: profile.folder });
    await switchOnDeveloperMode(chromium.context);
    await allowPrivateWindows(chromium);
    page = await chromium.context.newPage();
    await page.goto(chromium.address('home.html'));
    await page.waitForSelector('h1');
    browser = (await chromium.context.browser()?.newBrowserCDPSession()) as CDPSession;
    // Before there is a private page of the same address.
    const { targetInfos } = await browser.send('Target.getTargets');
    own = targetInfos.find(({ url }) => url === page.url())?.browserContextId;
  });
  afterAll(async () => {
    await chromium?.close();
    profile.remove();
  });

  /** Playwright doesn't show pages of private windows: they are asked through the browser itself. */
  const privateTarget = async (path: string) => {
    const { targetInfos } = await browser.send('Target.getTargets');
    return targetInfos.find(
      ({ type, url, browserContextId }) =>
        type === 'page' && url === chromium.address(path) && browserContextId !== own,
    )?.targetId;
  };
  const privatePage = async (path: string) => {
    const targetId = await privateTarget(path);
    if (!targetId) return null;
    const { sessionId } = await browser.send('Target.attachToTarget', { targetId, flatten: false });
    // A page that changes its process while it is asked never answers: it is asked anew.
    const answer = new Promise<string | null>((done) => {
      setTimeout(() => done(null), 5000);
      const hear = (said: { sessionId: string; message: string }) => {
        if (said.sessionId !== sessionId) return;
        browser.off('Target.receivedMessageFromTarget', hear);
        done(said.message);
      };
      browser.on('Target.receivedMessageFromTarget', hear);
    });
    const message = JSON.stringify({
      id: 1,
      method: 'Runtime.evaluate',
      params: { expression: look, returnByValue: true, awaitPromise: true },
    });
    await browser.send('Target.sendMessageToTarget', { sessionId, message });
    const said = await answer;
    await browser.send('Target.detachFromTarget', { sessionId }).catch(() => {});
    if (said === null) return null;
    return JSON.parse(said).result.result.value as { text: string; databases: string[] };
  };
  const look = `(async () => ({
    text: document.body.innerText,
    databases: (await indexedDB.databases()).map(({ name }) => name),
  }))()`;

  test.each(['review.html', 'sidepanel.html', 'home.html', 'options.html'])(
    '%s warns before the first answer, and touches nothing',
    async (path) => {
      const before = await shelf(page);
      // Answers nothing: an extension may not look into private windows from outside.
      await page.evaluate(
        (url) => void chrome.windows.create({ incognito: true, url }),
        chromium.address(path),
      );
      await expect.poll(async () => (await privatePage(path))?.text ?? '').toContain(warning);
      const seen = await privatePage(path);
      expect(seen?.text).not.toContain('始める');
      expect(seen?.databases).toEqual([]);
      expect(await shelf(page)).toEqual(before);
      // Nor is it noted as standing open, as the one page outside is.
      await expect
        .poll(async () => new Set(await placesNoted(page)))
        .toEqual(new Set(['home.html#/']));
      const targetId = await privateTarget(path);
      if (targetId) await browser.send('Target.closeTarget', { targetId });
    },
  );
});
