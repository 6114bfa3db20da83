import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { builtInCatalog } from '../../core/catalog/built-in.ts';
import { type Chromium, openChromium } from './chromium.ts';
import { type Display, openDisplay, reachQuestion, swallowTab } from './display.ts';
import { freshProfile, type Profile } from './profile.ts';
import { describeWith } from './programs.ts';
import { reviewOf, seedFirst } from './seed.ts';
import { saved } from './state.ts';
import { onePage } from './store.ts';

// A folder of this PC, chosen and allowed in the browser's own windows, and needed anew after a restart.

describeWith(['chromium', 'xvfb', 'xdotool'], 'a folder for dated copies', () => {
  let profile: Profile;
  let outside: Profile;
  let folder: string;
  let display: Display;
  let chromium: Chromium;
  let page: Page;
  const start = async () => {
    chromium = await openChromium({ profile: profile.folder, display: display.name });
    page = await onePage(chromium.context);
    await swallowTab(page);
  };
  beforeEach(async () => {
    profile = freshProfile();
    // Not in the profile: the browser lets no page write there.
    outside = freshProfile();
    folder = join(outside.folder, 'copies');
    mkdirSync(folder);
    display = await openDisplay();
    await start();
    await seedFirst(page, chromium, [
      reviewOf({ fiscalYear: 2026, rating: (i) => (i < 20 ? 'kept' : null), completed: false }),
    ]);
  });
  afterEach(async () => {
    await chromium?.close();
    display?.close();
    profile.remove();
    outside.remove();
  });

  const answersInFolder = () =>
    readdirSync(folder).map(
      (name) =>
        Object.keys(JSON.parse(readFileSync(join(folder, name), 'utf8')).reviews[0].answers).length,
    );

  test('is chosen, allowed and written into; after a restart the page says what it needs', async () => {
    await page.goto(chromium.address('options.html#/backup'));
    await page.click('button:has-text("フォルダーを選ぶ")');
    await expect.poll(() => display.shows('Select')).toBe(true);
    await display.press('slash', 'ctrl+a');
    await display.type(folder);
    // The dialog looks the path up; pressed sooner, it answers that nothing was chosen.
    await page.waitForTimeout(1500);
    await display.press('alt+o');
    await expect.poll(() => display.shows('Select')).toBe(false);
    await reachQuestion(page, display);
    await display.press('Return');
    await page.waitForSelector('text=控えを書きました');
    expect(answersInFolder()).toEqual([20]);

    await chromium.close();
    await start();
    await page.goto(chromium.address('review.html#/all'));
    await page.click(`#item-${builtInCatalog.standards[30]?.id} label >> nth=0`);
    await saved(page);
    await page.goto(chromium.address('home.html'));
    await page.waitForSelector('text=フォルダーに書く許可が必要です');
    // Nothing is written unasked, and nothing stands in the way. The answer to the browser's second
    // question, of three buttons that no key reaches here, is tried by hand (docs/faults.md).
    expect(answersInFolder()).toEqual([20]);
    expect(await page.innerText('main')).toContain('21項目に答えました');
  });
});
