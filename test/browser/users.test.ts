import type { Page } from 'playwright-core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Chromium, openChromium } from './chromium.ts';
import { freshProfile, type Profile } from './profile.ts';
import { describeWith } from './programs.ts';
import { saved } from './state.ts';
import { dump } from './store.ts';

// F16: people who share a PC, and the pages that stand open when one of them changes something.

describeWith(['chromium'], 'two pages and their users', () => {
  let profile: Profile;
  let chromium: Chromium;
  beforeEach(async () => {
    profile = freshProfile();
    chromium = await openChromium({ profile: profile.folder });
  });
  afterEach(async () => {
    await chromium?.close();
    profile.remove();
  });

  const open = async (path: string, before?: () => void): Promise<Page> => {
    const page = await chromium.context.newPage();
    if (before) await page.addInitScript(before);
    await page.goto(chromium.address(path));
    await page.waitForSelector('h1');
    return page;
  };
  const begin = async (label: string) => {
    const page = await open('review.html');
    await page.fill('#label', label);
    await page.click('button[type=submit]');
    await page.waitForSelector('text=場面ごとに答える');
    await page.close();
  };
  const rate = (page: Page, item: number) =>
    page.locator('[data-item]').nth(item).locator('input').first().click();

  test('what was deleted does not come back from a page that has not heard of it', async () => {
    await begin('佐藤');
    const page = await open('review.html#/all', () => {
      BroadcastChannel.prototype.addEventListener = () => {};
    });
    await rate(page, 0);
    await saved(page);
    const other = await open('options.html#/delete');
    await other.click('text=このPCから消す >> nth=-1');
    await other.click('dialog >> text=このPCから消す');
    await other.waitForSelector('text=このPCから消しました');
    await rate(page, 1);
    await page.waitForSelector('text=別の画面でこのPCから消されました');
    const { users, reviews } = (await dump(page)).rows;
    expect({ users, reviews }).toEqual({ users: [], reviews: [] });
  });
});
