import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RunningSite, serve } from '../../scripts/server.ts';
import { type Chromium, chromeFolder, openChromium } from './chromium.ts';
import { type Firefox, openFirefox } from './firefox.ts';
import { freshProfile } from './profile.ts';
import { describeWith } from './programs.ts';
import { watchChromium } from './watch.ts';

/** A store of the test's own, on the origin of the extension's pages. */
const remember = (word: string) =>
  new Promise<void>((done, failed) => {
    const opening = indexedDB.open('harness', 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore('words');
    opening.onerror = () => failed(opening.error);
    opening.onsuccess = () => {
      const writing = opening.result.transaction('words', 'readwrite', { durability: 'strict' });
      writing.objectStore('words').put(word, 'word');
      writing.oncomplete = () => done();
      writing.onerror = () => failed(writing.error);
    };
  });

const recall = () =>
  new Promise<unknown>((done, failed) => {
    const opening = indexedDB.open('harness', 1);
    opening.onerror = () => failed(opening.error);
    opening.onsuccess = () => {
      const asking = opening.result.transaction('words').objectStore('words').get('word');
      asking.onsuccess = () => done(asking.result);
      asking.onerror = () => failed(asking.error);
    };
  });

describeWith(['chromium'], 'Chromium', () => {
  const profile = freshProfile();
  let chromium: Chromium;
  let site: RunningSite;
  beforeAll(async () => {
    chromium = await openChromium({ profile: profile.folder });
    site = await serve({ folder: chromeFolder, port: 0 });
  });
  afterAll(async () => {
    await chromium?.close();
    await site?.close();
    profile.remove();
  });

  const places = [
    { where: 'inside the extension', home: () => chromium.address('') },
    { where: 'served by npm start', home: () => site.url },
  ];
  test.each(places)('the review page opens $where, and is quiet', async ({ home }) => {
    const page = await chromium.context.newPage();
    const faults = await watchChromium(page, home());
    await page.goto(`${home()}review.html`);
    await page.waitForSelector('h1');
    expect(await page.title()).toContain('ふりかえり');
    expect(faults).toEqual([]);
    await page.close();
  });

  test('a watched page that breaks the rules is told on', async () => {
    const page = await chromium.context.newPage();
    const faults = await watchChromium(page, site.url);
    await page.goto(`${site.url}review.html`);
    await page.evaluate(() => fetch('https://example.invalid/').catch(() => {}));
    await page.evaluate(() => setTimeout(() => Promise.reject(new Error('left alone')), 0));
    await expect.poll(() => faults.join('\n')).toMatch(/policy: connect-src[\s\S]*left alone/);
    await page.close();
  });

  test('what was saved is there after SIGKILL', async () => {
    const page = await chromium.context.newPage();
    await page.goto(chromium.address('review.html'));
    await page.evaluate(remember, '守れている');
    await chromium.kill();
    chromium = await openChromium({ profile: profile.folder });
    const again = await chromium.context.newPage();
    await again.goto(chromium.address('review.html'));
    expect(await again.evaluate(recall)).toBe('守れている');
    await again.close();
  });
});

describeWith(['firefox'], 'Firefox', () => {
  const profile = freshProfile();
  let firefox: Firefox;
  beforeAll(async () => {
    firefox = await openFirefox({ profile: profile.folder });
  });
  afterAll(async () => {
    await firefox?.close();
    profile.remove();
  });

  test('the review page opens inside the extension, and is quiet', async () => {
    const page = await firefox.open('review.html', 'h1');
    expect(await page.title()).toContain('ふりかえり');
    expect(await firefox.faults()).toEqual([]);
    await page.close();
  });

  test('a page that breaks the rules is told on', async () => {
    const page = await firefox.open('review.html', 'h1');
    await page.evaluate(() => {
      console.error('a word on the console');
      setTimeout(() => Promise.reject(new Error('left alone')), 0);
      return fetch('https://example.invalid/').catch(() => {});
    });
    const seen = async () => (await firefox.faults()).join('\n');
    await expect.poll(seen).toContain('connect-src');
    await expect.poll(seen).toContain('left alone');
    await expect.poll(seen).toContain('a word on the console');
    await page.close();
  });

  test('what was saved is there after SIGKILL, however often', async () => {
    for (const word of ['守れている', '担当していない']) {
      const page = await firefox.open('review.html', 'h1');
      await page.evaluate(remember, word);
      await firefox.kill();
      firefox = await openFirefox({ profile: profile.folder });
      const again = await firefox.open('review.html', 'h1');
      expect(await again.evaluate(recall)).toBe(word);
    }
  });
});
