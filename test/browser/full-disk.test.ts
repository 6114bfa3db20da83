import { readFileSync } from 'node:fs';
import type { CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { builtInCatalog } from '../../core/catalog/built-in.ts';
import { parseBackup } from '../../core/formats/read-backup.ts';
import { sha256 } from '../../extension/platform/sha256.ts';
import { type RunningSite, serve } from '../../scripts/server.ts';
import { type Chromium, chromeFolder, openChromium } from './chromium.ts';
import { freshProfile } from './profile.ts';
import { describeWith } from './programs.ts';
import { owner, seed } from './seed.ts';
import { saved } from './state.ts';
import { dump, leftBehind, onePage, years } from './store.ts';

const room = 1_000_000;

/** Takes all room that is left, down to the last kilobyte. */
async function fillUp(): Promise<void> {
  const db = await new Promise<IDBDatabase>((done) => {
    const opening = indexedDB.open('ballast', 1);
    opening.onupgradeneeded = () =>
      opening.result.createObjectStore('blocks', { autoIncrement: true });
    opening.onsuccess = () => done(opening.result);
  });
  const put = (bytes: number) =>
    new Promise<boolean>((done) => {
      const writing = db.transaction('blocks', 'readwrite');
      writing.objectStore('blocks').put(crypto.getRandomValues(new Uint8Array(bytes)));
      writing.oncomplete = () => done(true);
      writing.onabort = () => done(false);
    });
  for (let bytes = 64_000; bytes > 500; bytes /= 2) while (await put(bytes));
  db.close();
}

/** The disk is full (F6): on a served page, since the extension's own room has no limit that could be set lower. */
describeWith(['chromium'], 'A full disk in Chromium', () => {
  const profile = freshProfile();
  let chromium: Chromium;
  let site: RunningSite;
  let page: Page;
  let devTools: CDPSession;

  const allow = (quotaSize?: number) =>
    devTools.send('Storage.overrideQuotaForOrigin', {
      origin: site.url.slice(0, -1),
      ...(quotaSize === undefined ? {} : { quotaSize }),
    });

  beforeAll(async () => {
    chromium = await openChromium({ profile: profile.folder });
    page = await onePage(chromium.context);
    devTools = await chromium.context.newCDPSession(page);
    site = await serve({ folder: chromeFolder, port: 0 });
    // Before the first write: what Chromium finds then, it believes for half a minute.
    await page.goto(`${site.url}nothing`);
    await allow(room);
    await page.goto(`${site.url}review.html#/all`);
    await page.waitForSelector('h1');
    await seed(page, years);
    await page.reload();
  });
  afterAll(async () => {
    await chromium?.close();
    await site?.close();
    profile.remove();
  });

  test('what was given stays on the page, can be taken out, and is saved once there is room', async () => {
    // The thirtieth is not answered yet, the first is.
    const [first, thirtieth] = [builtInCatalog.standards[0], builtInCatalog.standards[29]];
    const item = page.locator(`#item-${thirtieth?.id}`);
    const noted = page.locator(`#item-${first?.id}`);
    const left = () => leftBehind(page, owner.id);
    await page.evaluate(fillUp);
    await item.getByText('守れていない', { exact: true }).click();
    await page.waitForSelector('h2:has-text("保存できませんでした")');
    await expect.poll(() => page.title()).toMatch(/^エラー：/);
    expect(await page.innerText('.f-notice')).toContain('このPCの空きが足りない');
    await noted.getByText('メモを書く').click();
    await noted.locator('textarea').fill('満杯のディスク');

    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.click('button:has-text("ファイルに書き出す")'),
    ]);
    const file = await parseBackup(readFileSync(await download.path(), 'utf8'), sha256);
    const [review] = file.ok ? file.value.file.reviews : [];
    expect(review?.answers[thirtieth?.id ?? '']).toMatchObject({ rating: 'not-kept' });
    expect(review?.answers[first?.id ?? '']).toMatchObject({ note: '満杯のディスク' });
    await expect.poll(async () => JSON.stringify(await left())).toContain('満杯のディスク');
    expect(JSON.stringify(await left())).toContain('not-kept');
    expect(await item.locator('input').nth(3).isChecked()).toBe(true);
    expect(await noted.locator('textarea').inputValue()).toBe('満杯のディスク');
    expect((await dump(page)).rows.reviews).toMatchObject(years.map((review) => ({ review })));

    // Someone who would use this PC too hears why they can't begin.
    const settings = await chromium.context.newPage();
    await settings.goto(`${site.url}options.html#/users`);
    await settings.click('#add-user');
    await settings.click('form summary');
    await settings.fill('#section', '地域みまもり支援センター地域ケア推進課高齢・障害者支援係');
    await settings.fill('#label', '佐藤');
    await settings.click('form button[type=submit]');
    await settings.waitForSelector('.f-notice:has-text("空きが足りない")');
    await settings.close();

    await allow();
    await page.click('button:has-text("もう一度保存する")');
    await saved(page);
    const stored = JSON.stringify((await dump(page)).rows.reviews);
    expect(stored).toContain('満杯のディスク');
    expect(stored).toContain('"not-kept"');
    await expect.poll(left).toEqual({});
  });
});
