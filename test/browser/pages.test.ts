import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RunningSite, serve } from '../../scripts/server.ts';
import { type Chromium, chromeFolder, openChromium } from './chromium.ts';
import { freshProfile } from './profile.ts';
import { describeWith } from './programs.ts';
import { watchChromium } from './watch.ts';

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
});
