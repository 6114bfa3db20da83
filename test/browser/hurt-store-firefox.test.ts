import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, expect, test } from 'vitest';
import { makeBackup } from '../../core/exchange/backup-file.ts';
import { sha256 } from '../../extension/platform/sha256.ts';
import { type Firefox, openFirefox } from './firefox.ts';
import { freshProfile } from './profile.ts';
import { describeWith } from './programs.ts';
import { owner } from './seed.ts';
import { years } from './store.ts';

/** Firefox finds its database's file broken, and says so or makes an empty one: the same way back (F4, F5, F13). */
describeWith(['firefox'], 'A hurt store in Firefox', () => {
  const profile = freshProfile();
  let firefox: Firefox;
  afterAll(async () => {
    await firefox?.close();
    profile.remove();
  });

  const press = (page: Page, word: string) =>
    page.locator(`::-p-xpath(//main//button[normalize-space()="${word}"])`).click();
  const seen = (page: Page, words: string) => page.waitForSelector(`::-p-text(${words})`);

  test('a backup file restored, the database broken, and everything brought back', async () => {
    firefox = await openFirefox({ profile: profile.folder });
    const file = join(profile.folder, 'backup.json');
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
    await page.waitForFunction(async () => {
      const { browser } = globalThis as unknown as { browser: Extension };
      return 'furikaeri.head' in (await browser.storage.local.get(null));
    });
    await firefox.close();

    for (const database of databases(profile.folder)) writeFileSync(database, '壊れた'.repeat(500));
    firefox = await openFirefox({ profile: profile.folder });
    const again = await firefox.open('review.html', 'h1');
    expect(await again.title()).toMatch(/^エラー：/);
    await press(again, '控えから戻す');
    await seen(again, '20項目に答えました');
  });
});

interface Extension {
  readonly storage: { readonly local: { get(keys: null): Promise<object> } };
}

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
