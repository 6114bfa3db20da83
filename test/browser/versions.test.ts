import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { build } from 'vite';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Chromium, chromeFolder, openChromium } from './chromium.ts';
import { freshProfile } from './profile.ts';
import { describeWith } from './programs.ts';
import { answered, dump, empty, fill, onePage, shelf } from './store.ts';
import type { End } from './versions-page.ts';

/** Two versions of the extension meet at one store (F7, F8, F9). */

/** The built extension with one page more: the store as a further version opens it. */
async function withNextVersion(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'furikaeri-extension-'));
  cpSync(chromeFolder, folder, { recursive: true });
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      outDir: folder,
      emptyOutDir: false,
      lib: {
        entry: resolve(import.meta.dirname, 'versions-page.ts'),
        formats: ['iife'],
        name: 'next',
        fileName: () => 'next.js',
      },
    },
  });
  writeFileSync(join(folder, 'next.html'), '<title>next</title><script src="next.js"></script>');
  return folder;
}

const openNext = (page: Page, end: End) =>
  page.evaluate(
    (at) => (globalThis as unknown as { openNext(end: End): Promise<string> }).openNext(at),
    end,
  );

describeWith(['chromium'], 'Versions in Chromium', () => {
  const profile = freshProfile();
  let extension: string;
  let chromium: Chromium;
  let page: Page;

  const start = async () => {
    chromium = await openChromium({ profile: profile.folder, extension });
    page = await onePage(chromium.context);
  };
  beforeAll(async () => {
    extension = await withNextVersion();
    await start();
  });
  beforeEach(() => empty(chromium));
  afterAll(async () => {
    await chromium?.close();
    profile.remove();
    rmSync(extension, { recursive: true, force: true });
  });

  test.each(['before', 'between', 'after'] as const)(
    'an upgrade killed %s its writes leaves the old data (F8)',
    async (end) => {
      await fill(page, chromium);
      const old = await dump(page);
      await page.goto(chromium.address('next.html'));
      void openNext(page, end).catch(() => {});
      await page.waitForFunction(() => document.title === 'hanging');
      await chromium.kill();
      await start();
      expect(await answered(page, chromium.address('review.html'))).toBe('20');
      expect((await dump(page)).rows.reviews).toEqual(old.rows.reviews);
    },
  );

  test('an upgrade that throws leaves the old data (F8)', async () => {
    await fill(page, chromium);
    const old = await dump(page);
    await page.goto(chromium.address('next.html'));
    expect(await openNext(page, 'throws')).not.toBe('open');
    expect(await dump(page)).toEqual(old);
    expect(await answered(page, chromium.address('review.html'))).toBe('20');
  });

  test('a newer store is shown and not written to, its second copy neither (F9)', async () => {
    await fill(page, chromium);
    await page.goto(chromium.address('next.html'));
    expect(await openNext(page, 'done')).toBe('open');
    const before = [await dump(page), await shelf(page)];
    for (const path of ['review.html', 'options.html#/backup', 'options.html#/delete']) {
      await page.goto(chromium.address(path));
      await page.waitForSelector('text=新しい版のふりかえりで保存されています');
    }
    await expect.poll(() => page.locator('.f-checks dt').count()).toBe(20 + 59);
    expect(await page.locator('input, textarea, select').count()).toBe(0);
    await page.goto(chromium.address('next.html'));
    expect([await dump(page), await shelf(page)]).toEqual(before);
  });

  test('a tab that holds an older store is named, and the page goes on once it closes (F7)', async () => {
    await page.goto(chromium.address('next.html'));
    await page.evaluate(
      () =>
        new Promise<void>((done) => {
          const opening = indexedDB.open('furikaeri', 1);
          opening.onsuccess = () => done();
        }),
    );
    const second = await chromium.context.newPage();
    await second.goto(chromium.address('review.html'));
    await second.waitForSelector('text=ほかのタブを閉じてください');
    await page.goto('about:blank');
    await second.waitForSelector('text=はじめに');
  });

  test('a page that stands open stops when a newer version takes over', async () => {
    await fill(page, chromium);
    const second = await chromium.context.newPage();
    await second.goto(chromium.address('next.html'));
    expect(await openNext(second, 'done')).toBe('open');
    await page.waitForSelector('text=新しい版が、ほかのタブで開きました');
  });
});
