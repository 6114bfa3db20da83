import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Chromium, openChromium } from './chromium.ts';
import { type Display, openDisplay, reachQuestion, swallowTab } from './display.ts';
import { freshProfile, type Profile } from './profile.ts';
import { describeWith } from './programs.ts';
import { seedFirst } from './seed.ts';
import { fixture, sheetPage, textsIn } from './sheet-page.ts';
import { onePage } from './store.ts';

// The windows that are the browser's own: choosing a file, and allowing the page to write into it.

describeWith(['chromium', 'xvfb', 'xdotool'], 'a sheet’s file in the browser’s own dialogs', () => {
  let profile: Profile;
  let folder: Profile;
  let file: string;
  const original = readFileSync(fixture('ward-filled'));
  const text = '待つ方に、10分ごとに声をかけます。';
  let display: Display;
  let chromium: Chromium;
  let page: Page;
  let room: ReturnType<typeof sheetPage>;
  // All of it anew for a second try.
  beforeEach(async () => {
    profile = freshProfile();
    // Not in the profile: the browser lets no page write there.
    folder = freshProfile();
    file = join(folder.folder, 'ward.xlsx');
    writeFileSync(file, original);
    display = await openDisplay();
    chromium = await openChromium({ profile: profile.folder, display: display.name });
    page = await onePage(chromium.context);
    await swallowTab(page);
    room = sheetPage(page, chromium);
    await seedFirst(page, chromium, []);
    await room.open();
  });
  afterEach(async () => {
    await chromium?.close();
    display?.close();
    profile.remove();
    folder.remove();
  });
  const nowIn = () => textsIn(readFileSync(file)).targets?.[0]?.target;
  const choose = async () => {
    await page.click('#workbook');
    await expect.poll(() => display.shows('Select a file')).toBe(true);
    await display.press('slash', 'ctrl+a');
    await display.type(file);
    // The dialog looks the path up; pressed sooner, it answers that nothing was chosen.
    await page.waitForTimeout(1500);
    await display.press('alt+o');
    await expect.poll(() => display.shows('Select a file')).toBe(false);
  };

  test('is chosen, refused, written after a yes, and put back', async () => {
    await choose();
    await page.waitForSelector('h1:has-text("見つかった内容を確かめる")');
    await page.selectOption('#section', { index: 1 });
    await room.write();
    await room.fill('target-1', text);
    await room.check();
    await page.check('#replace');

    await page.click('text=元のファイルに書き込む');
    await reachQuestion(page, display);
    await display.press('Escape');
    await page.waitForSelector('text=書き込みが許可されませんでした');
    expect(readFileSync(file)).toEqual(original);

    await page.click('text=元のファイルに書き込む');
    await reachQuestion(page, display);
    await display.press('Return');
    await page.waitForSelector('text=読み直して確かめました');
    expect(nowIn()).toBe(text);
    await page.click('role=button[name="元に戻す"]');
    await page.waitForSelector('text=元に戻しました');
    expect(readFileSync(file)).toEqual(original);

    // Loaded anew, the page asks once more before it reads.
    await room.open();
    await page.click('text=続きを書く');
    await reachQuestion(page, display);
    await display.press('Return');
    await page.waitForSelector('#target-1');
    expect(await page.inputValue('#target-1')).toBe(text);
    expect(await page.locator('.f-notice').count()).toBe(0);
  });
});
