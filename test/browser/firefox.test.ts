import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeBackup } from '../../core/formats/backup-file.ts';
import { sha256 } from '../../extension/platform/sha256.ts';
import { type Firefox, openFirefox } from './firefox.ts';
import { freshProfile } from './profile.ts';
import { describeWith } from './programs.ts';
import { owner } from './seed.ts';
import { years } from './store.ts';

// Where Firefox goes its own way. One after the other in one browser, which takes long to start.

const id = 'furikaeri@furikaeri.example';
const policy = { ward: '多摩区', division: 42, section: 'あ'.repeat(61), color: 'blue' };

describeWith(['firefox'], 'Firefox', () => {
  const profile = freshProfile();
  const home = freshProfile();
  let firefox: Firefox;
  const start = async () => {
    firefox = await openFirefox({
      profile: profile.folder,
      allowPrivateWindows: true,
      env: { HOME: home.folder },
    });
  };
  beforeAll(async () => {
    const folder = join(home.folder, '.mozilla/managed-storage');
    mkdirSync(folder, { recursive: true });
    const manifest = { name: id, description: 'test', type: 'storage', data: policy };
    writeFileSync(join(folder, `${id}.json`), JSON.stringify(manifest));
    await start();
  });
  afterAll(async () => {
    await firefox?.close();
    profile.remove();
    home.remove();
  });

  test('the sidebar stays shut at install, and a click opens it', async () => {
    expect(await firefox.inWindow(sidebarOpen)).toBe(false);
    await firefox.inWindow(clickButton);
    await expect.poll(() => firefox.inWindow(sidebarOpen)).toBe(true);
    expect(await firefox.faults()).toEqual([]);
  });

  test('the review page opens inside the extension, and is quiet', async () => {
    const page = await firefox.open('review.html', 'h1');
    expect(await page.title()).toContain('ふりかえり');
    expect(await firefox.faults()).toEqual([]);
  });

  // It knows no `word-break: auto-phrase`.
  test('lines end between phrases, never inside of a word or a date', async () => {
    const page = await firefox.open('review.html', '#ward');
    const cut = await page.evaluate(() => {
      const main = document.querySelector('main') as HTMLElement;
      main.style.width = '16rem';
      const broken: string[] = [];
      const texts = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
      for (let node = texts.nextNode(); node; node = texts.nextNode()) {
        const { parentElement, textContent: text } = node;
        if (!text || !parentElement?.closest('p, h1, h2, legend')) continue;
        // What stands between two places to break at is on one line; a line may always end behind a mark.
        for (const { 0: piece, index } of text.matchAll(/[^、・]+[、・]?/g)) {
          const range = document.createRange();
          range.setStart(node, index);
          range.setEnd(node, index + piece.length);
          const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
          if (lines.size > 1 && piece.length < 12) broken.push(piece);
        }
      }
      return { broken, places: main.querySelectorAll('wbr').length };
    });
    expect(cut.places).toBeGreaterThan(5);
    expect(cut.broken).toEqual([]);
  });

  test('what fits of a policy is taken, what does not is left out and named (F21)', async () => {
    const page = await firefox.open('review.html', '#ward');
    const value = (field: string) =>
      page.$eval(field, (found) => (found as HTMLInputElement).value);
    expect(await value('#ward')).toBe('多摩区');
    expect(await value('#division')).toBe('');
    expect(await value('#section')).toBe('');
    const desk = await firefox.open('options.html#/it', '.f-notice');
    const said = await desk.$eval('.f-notice', (notice) => notice.textContent);
    for (const entry of ['division', 'section', 'color']) expect(said).toContain(entry);
    expect(await firefox.faults()).toEqual([]);
  });

  test.each(['review.html', 'sidepanel.html'])(
    'in a private window %s warns before the first answer (F15)',
    async (path) => {
      const title = await firefox.inWindow(openPrivately(firefox.address(path)));
      expect(title).toContain('プライベートウィンドウでは使えません');
    },
  );

  test('a page that breaks the rules is told on', async () => {
    const page = await firefox.open('review.html', 'h1');
    await page.evaluate(() => {
      console.error('a word on the console');
      setTimeout(() => Promise.reject(new Error('left alone')), 0);
      return fetch('https://example.invalid/').catch(() => {});
    });
    const faults = async () => (await firefox.faults()).join('\n');
    await expect.poll(faults).toContain('connect-src');
    await expect.poll(faults).toContain('left alone');
    await expect.poll(faults).toContain('a word on the console');
  });

  /** Firefox finds its database's file broken, and says so or makes an empty one: the same way back. */
  test('a backup file restored, the database broken, and everything brought back (F4, F5, F13)', async () => {
    const file = join(home.folder, 'backup.json');
    const { id, label, settings } = owner;
    const content = {
      savedAt: '2026-12-01T10:00:00+09:00',
      user: { id, label },
      settings: { ...settings },
      reviews: years,
      sheets: [],
    };
    writeFileSync(file, await makeBackup(content, sha256));

    const page = await firefox.open('options.html#/backup', '#restore-file');
    const field = await page.$('input[type=file]');
    await field?.uploadFile(file);
    await press(page, '戻す');
    await seen(page, '控えから戻しました');
    await page.waitForFunction(
      async (user) => {
        const { browser } = globalThis as unknown as { browser: Extension };
        const head = (await browser.storage.local.get(null))['furikaeri.head'];
        return head?.includes(user);
      },
      {},
      id,
    );
    await firefox.close();

    for (const database of databases(profile.folder)) writeFileSync(database, '壊れた'.repeat(500));
    await start();
    const again = await firefox.open('review.html', 'h1');
    await again.waitForFunction(() => document.title.startsWith('エラー：'));
    await press(again, '控えから戻す');
    await seen(again, '20項目に答えました');
  });

  test('what is typed right after opening a note goes into it, ten times (F50)', async () => {
    const page = await firefox.open('review.html#/scene/phone', '.f-item');
    const answers = () =>
      page.$$eval('.f-item input:checked', (all) => all.map((input) => input.id + input.value));
    const given = await answers();
    for (let round = 0; round < 10; round++) {
      await page.click('.f-item [data-act=note][aria-expanded=false]');
      await page.keyboard.type('4/10: 3 of 12');
      const typed = await page.evaluate(() => {
        const field = document.activeElement as HTMLTextAreaElement;
        const { value } = field;
        field.value = '';
        field.dispatchEvent(new Event('input', { bubbles: true }));
        return value;
      });
      expect(typed).toBe('4/10: 3 of 12');
      await page.click('.f-item [data-act=note][aria-expanded=true]');
    }
    expect(await answers()).toEqual(given);
  });
});

interface Extension {
  readonly storage: { readonly local: { get(keys: null): Promise<Record<string, string>> } };
}

const press = (page: Page, word: string) =>
  page.locator(`::-p-xpath(//main//button[normalize-space()="${word}"])`).click();
const seen = (page: Page, words: string) =>
  expect.poll(() => page.evaluate(() => document.body.innerText)).toContain(words);

/** The files of the pages' own databases; `storage.local` lies in a folder with a suffix. */
function databases(profile: string): string[] {
  const origins = join(profile, 'storage/default');
  return readdirSync(origins)
    .filter((name) => name.startsWith('moz-extension') && !name.includes('^'))
    .map((name) => join(origins, name, 'idb'))
    .filter((folder) => existsSync(folder))
    .flatMap((folder) =>
      readdirSync(folder)
        .filter((name) => name.endsWith('.sqlite'))
        .map((name) => join(folder, name)),
    );
}

const browserWindow = `Services.wm.getMostRecentWindow('navigator:browser')`;
const sidebarOpen = `${browserWindow}.SidebarController.isOpen`;

/** As by hand: only then may an extension open its sidebar. */
const clickButton = `(async () => {
  const { gUnifiedExtensions, document } = ${browserWindow};
  await gUnifiedExtensions.togglePanel();
  const button = '[data-extensionid="${id}"] .unified-extensions-item-action-button';
  while (!document.querySelector(button)) await new Promise((later) => setTimeout(later, 50));
  document.querySelector(button).click();
  return true;
})()`;

/** The title of an address once it stands in a private window; until then the window's own first page may come in between. */
const openPrivately = (url: string) => `(async () => {
  const opened = OpenBrowserWindow({ private: true });
  await new Promise((done) => opened.addEventListener('load', done, { once: true }));
  const { gBrowser } = opened;
  const url = ${JSON.stringify(url)};
  const triggeringPrincipal = Services.scriptSecurityManager.getSystemPrincipal();
  while (!gBrowser.contentTitle.includes('—')) {
    if (gBrowser.currentURI.spec !== url) {
      gBrowser.loadURI(Services.io.newURI(url), { triggeringPrincipal });
    }
    await new Promise((done) => setTimeout(done, 500));
  }
  const title = gBrowser.contentTitle;
  opened.close();
  return title;
})()`;
