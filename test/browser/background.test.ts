import type { Page, Worker } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { dayNumber, dayOfNumber, japanTime } from '../../core/calendar/japan-time.ts';
import { type Chromium, openChromium } from './chromium.ts';
import { switchOnDeveloperMode } from './extension-settings.ts';
import { freshProfile } from './profile.ts';
import { describeWith } from './programs.ts';
import { saved } from './state.ts';
import { placesNoted } from './store.ts';

declare const chrome: {
  readonly action: {
    getBadgeText(details: object): Promise<string>;
    getTitle(details: object): Promise<string>;
  };
  readonly alarms: {
    getAll(): Promise<{ scheduledTime: number; periodInMinutes: number }[]>;
  };
  readonly sidePanel: { getPanelBehavior(): Promise<object> };
  readonly runtime: { reload(): void };
};

const today = dayNumber(japanTime(Date.now()));

describeWith(['chromium'], 'the background in Chromium', () => {
  let profile: ReturnType<typeof freshProfile>;
  let chromium: Chromium;
  const begin = async () => {
    profile = freshProfile();
    chromium = await openChromium({ profile: profile.folder });
    await switchOnDeveloperMode(chromium.context);
    const first = await open('review.html');
    await first.click('button[type=submit]');
    await first.waitForSelector('text=場面ごとに答える');
    await first.close();
  };
  const end = async () => {
    await chromium?.close();
    profile.remove();
  };

  const worker = (): Worker => chromium.context.serviceWorkers()[0] as Worker;
  const open = async (path: string): Promise<Page> => {
    const page = await chromium.context.newPage();
    await page.goto(chromium.address(path));
    await page.waitForSelector('h1');
    return page;
  };
  /** What the toolbar's button shows, asked of the browser by one of our pages. */
  const button = (page: Page) =>
    page.evaluate(async () => ({
      text: await chrome.action.getBadgeText({}),
      title: await chrome.action.getTitle({}),
    }));

  describe('the toolbar’s button', () => {
    beforeAll(begin);
    afterAll(end);
    let page: Page;
    beforeEach(async () => {
      page = await open('options.html#/settings');
    });
    afterEach(() => page.close());

    /** Sets the window by hand, in days from today. */
    const setWindow = async (from: number, to: number) => {
      for (const [end, days] of [
        ['from', from],
        ['to', to],
      ] as const) {
        const { month, day } = dayOfNumber(today + days);
        await page.fill(`#${end}-month`, String(month));
        await page.fill(`#${end}-day`, String(day));
      }
      await page.click('text=期間を保存する');
    };

    test('a click opens the side panel, and the day turns at midnight in Japan', async () => {
      const asked = await worker().evaluate(async () => ({
        behavior: await chrome.sidePanel.getPanelBehavior(),
        alarms: await chrome.alarms.getAll(),
      }));
      expect(asked.behavior).toEqual({ openPanelOnActionClick: true });
      const [alarm] = asked.alarms;
      expect(asked.alarms).toHaveLength(1);
      expect(alarm?.periodInMinutes).toBe(24 * 60);
      const { hour, minute } = japanTime(alarm?.scheduledTime ?? 0);
      expect([hour, minute]).toEqual([0, 0]);
    });

    test.each([
      { name: 'long before its end', from: -3, to: 9, text: '●', left: 10 },
      { name: 'nine days before its end', from: -3, to: 8, text: '9', left: 9 },
      { name: 'on the last day', from: -3, to: 0, text: '1', left: 1 },
    ])('$name says so', async ({ from, to, text, left }) => {
      await setWindow(from, to);
      await expect
        .poll(() => button(page))
        .toMatchObject({
          text,
          title: expect.stringContaining(`あと${left}日`),
        });
    });

    test.each([
      { name: 'before the window', from: 1, to: 20 },
      { name: 'after the window', from: -20, to: -1 },
    ])('$name nothing', async ({ from, to }) => {
      await setWindow(0, 0);
      await expect.poll(() => button(page)).toMatchObject({ text: '1' });
      await setWindow(from, to);
      await expect.poll(() => button(page)).toEqual({ text: '', title: 'ふりかえりを開く' });
    });

    test('F11: is renewed by a service worker that was killed meanwhile', async () => {
      await setWindow(-1, 1);
      await expect.poll(() => button(page)).toMatchObject({ text: '2' });
      const browser = await chromium.context.browser()?.newBrowserCDPSession();
      const workers = async () => {
        const targets = (await browser?.send('Target.getTargets'))?.targetInfos ?? [];
        return targets.filter(({ url }) => url === chromium.address('background.js'));
      };
      for (const { targetId } of await workers()) {
        await browser?.send('Target.closeTarget', { targetId });
      }
      await expect.poll(workers).toEqual([]);
      await setWindow(-1, 2);
      await expect.poll(() => button(page)).toMatchObject({ text: '3' });
    });

    test('goes once the review is finished, and comes back when it is taken up again', async () => {
      await setWindow(-1, 3);
      await expect.poll(() => button(page)).toMatchObject({ text: '4' });
      const review = await open('review.html#/all');
      await review.click('[data-item] input');
      await review.goto(chromium.address('review.html#/check'));
      await review.click('text=答えていない項目を残して終える');
      await review.click('dialog >> text=答えていない項目を残して終える');
      await expect.poll(() => button(page)).toMatchObject({ text: '' });
      await review.goto(chromium.address('review.html#/all'));
      await review.click('button:text-is("もう一度見直す")');
      await review.click('dialog >> text=見直しを始める');
      await expect.poll(() => button(page)).toMatchObject({ text: '4' });
      await review.close();
    });
  });

  describe('open pages', () => {
    // Each test in a browser of its own: one that an extension was replaced in has no second try in it.
    beforeEach(begin);
    afterEach(end);

    test('F12: replaced under an open page, it opens the page at the same item, the note whole', async () => {
      const page = await open('review.html#/scene/phone');
      const item = page.locator('[data-item]').nth(2);
      const id = await item.getAttribute('data-item');
      await item.locator('input').nth(1).click();
      await saved(page);
      await item.locator('[data-act=note]').click();
      await item.locator('textarea').pressSequentially('電話が続くと');
      // The item's focus is noted a moment after it was given.
      await expect
        .poll(() => placesNoted(page))
        .toContainEqual(expect.stringContaining(`#/scene/phone/${id}`));
      await item.locator('textarea').pressSequentially('待たせる');
      const again = chromium.context.waitForEvent('page');
      await page.evaluate(() => chrome.runtime.reload()).catch(() => {});
      const reopened = await again;
      await reopened.waitForSelector(`#item-${id} :checked`);
      expect(reopened.url()).toBe(chromium.address(`review.html#/scene/phone/${id}`));
      expect(await reopened.isChecked(`#item-${id} input >> nth=1`)).toBe(true);
      // The note stands open where a part of it had been saved; else it waits behind its button.
      const note = reopened.locator(`#item-${id} textarea`);
      const show = reopened.locator(`#item-${id} >> text=メモを見る`);
      await expect
        .poll(async () => {
          if (await note.isVisible()) return note.inputValue();
          if (await show.isVisible()) await show.click();
          return null;
        })
        .toBe('電話が続くと待たせる');
      await reopened.close();
    });

    test('a page that a person closes is not opened again', async () => {
      const other = await open('home.html');
      const ofTheReview = async () =>
        (await placesNoted(other)).filter((place) => place.startsWith('review.html')).length;
      const before = await ofTheReview();
      const page = await open('review.html#/all');
      await expect.poll(ofTheReview).toBe(before + 1);
      await page.close();
      await expect.poll(ofTheReview).toBe(before);
      await other.close();
    });
  });
});
