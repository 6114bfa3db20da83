import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Firefox, openFirefox } from './firefox.ts';
import { freshProfile } from './profile.ts';
import { describeWith } from './programs.ts';
import { fixture, sheetIn, textsIn } from './sheet-page.ts';

// Firefox writes no file back: the sheet is read, filled and downloaded, and its draft goes on with one click.

const text = '待つ方に、10分ごとに声をかけます。';

describeWith(['firefox'], 'the page of the section’s sheet in Firefox', () => {
  const profile = freshProfile();
  const downloads = freshProfile();
  let firefox: Firefox;
  beforeAll(async () => {
    firefox = await openFirefox({ profile: profile.folder, downloads: downloads.folder });
  });
  afterAll(async () => {
    await firefox?.close();
    profile.remove();
    downloads.remove();
  });

  test('a file is read, filled and downloaded', async () => {
    const first = await firefox.open('review.html', '#label');
    await first.type('#label', '山田');
    await first.click('button[type=submit]');
    await seen(first, '場面ごとに答える');
    // The page started anew for its person; what it had asked the browser then has nobody to hear it.
    const before = await firefox.faults();
    const page = await firefox.open('sheet.html', '#workbook');
    const field = await page.$('input#workbook');
    await field?.uploadFile(resolve(fixture('ward-merged')));
    await page.waitForSelector('#section');
    await page.select('#section', '0');
    await press(page, 'button', '目標と結果を書く');
    await page.waitForSelector('#target-1');
    await page.type('#target-1', text);
    await page.waitForSelector('.f-status[data-state=saved]');
    await press(page, 'a', '書き込む内容を確かめる');
    await seen(page, '（空）');
    expect(await page.evaluate(() => document.body.innerText)).not.toContain(
      '元のファイルに書き込む',
    );
    await press(page, 'button', '別のファイルとして保存する');
    await seen(page, 'ブラウザーに渡しました');
    await expect.poll(() => whole(downloads.folder)).toHaveLength(1);
    const filled = readFileSync(join(downloads.folder, whole(downloads.folder)[0] ?? ''));
    const was = sheetIn(readFileSync(fixture('ward-merged')));
    expect(textsIn(filled).targets?.[0]?.target).toBe(text);
    expect(sheetIn(filled).sections.slice(1)).toEqual(was.sections.slice(1));
    expect(await firefox.faults()).toEqual(before);
  });

  test('the draft goes on with one click', async () => {
    const before = await firefox.faults();
    const again = await firefox.open('sheet.html', '#workbook');
    await seen(again, '続きを書く');
    await press(again, 'button', '続きを書く');
    await again.waitForSelector('#target-1');
    const typed = await again.$eval('#target-1', (area) => (area as HTMLTextAreaElement).value);
    expect(typed).toBe(text);
    expect(await firefox.faults()).toEqual(before);
  });
});

const press = (page: Page, kind: 'a' | 'button', word: string) =>
  page.locator(`::-p-xpath(//main//${kind}[normalize-space()="${word}"])`).click();
const seen = (page: Page, words: string) =>
  expect.poll(() => page.evaluate(() => document.body.innerText)).toContain(words);

/** The files that have come down whole. */
function whole(folder: string): string[] {
  const names = existsSync(folder) ? readdirSync(folder) : [];
  const started = names.some((name) => name.endsWith('.part'));
  return started ? [] : names.filter((name) => name.endsWith('.xlsx'));
}
