import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Review } from '../../core/review/review.ts';
import { type Chromium, openChromium } from './chromium.ts';
import { freshProfile } from './profile.ts';
import { describeWith } from './programs.ts';
import { barriers, saved } from './state.ts';
import { dump, empty } from './store.ts';

// F16: people who share a PC, and the pages that stand open when one of them changes something.

describeWith(['chromium'], 'two pages and their users', () => {
  const profile = freshProfile();
  let chromium: Chromium;
  beforeAll(async () => {
    chromium = await openChromium({ profile: profile.folder });
  });
  beforeEach(() => empty(chromium));
  afterAll(async () => {
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
    // Folded where nobody else uses the PC.
    if (!(await page.isVisible('#label'))) await page.click('summary');
    await page.fill('#label', label);
    await page.click('button[type=submit]');
    await page.waitForSelector('text=場面ごとに答える');
    await page.close();
  };
  const rate = (page: Page, item: number) =>
    page.locator('[data-item]').nth(item).locator('input').first().click();

  const remove = async (page: Page) => {
    await page.click('text=このPCから消す >> nth=-1');
    await page.click('dialog >> text=このPCから消す');
    await page.waitForSelector('text=このPCから消しました');
  };
  /** Someone else begins, and is the one who uses the PC now. */
  const add = async (page: Page, label: string) => {
    await page.click('text=利用者を追加する');
    await page.waitForSelector('text=追加して切り替える');
    await page.fill('#label', label);
    await page.click('text=追加して切り替える');
    await page.waitForSelector(`.f-header >> text=${label}`);
  };
  const note = '窓口で待つ人への声かけ';

  test('a page whose user was changed elsewhere asks who goes on, and keeps what was being typed', async () => {
    await begin('佐藤');
    const page = await open('review.html#/all');
    await rate(page, 0);
    await saved(page);
    const item = page.locator('[data-item]').first();
    await item.locator('[data-act=note]').click();
    const other = await open('options.html#/users');
    await item.locator('textarea').fill(note);
    await add(other, '鈴木');

    await page.waitForSelector('h1:has-text("利用者が鈴木さんに変わりました")');
    await page.waitForSelector('text=佐藤さんの答えは、保存してあります');
    expect(await page.locator('input, textarea').count()).toBe(0);
    expect(await page.textContent('body')).not.toContain(note);
    expect(await barriers(page)).toEqual([]);
    const { reviews } = (await dump(page)).rows as { reviews: { review: Review }[] };
    expect(reviews.map(({ review }) => Object.values(review.answers)[0]?.note)).toEqual([note]);

    await page.click('text=佐藤さんに戻す');
    await expect.poll(() => item.locator('textarea').inputValue()).toBe(note);
    await other.waitForSelector('h1:has-text("利用者が佐藤さんに変わりました")');
    await other.click('text=佐藤さんで続ける');
    await other.waitForSelector('.f-header >> text=佐藤');
  });

  test('who goes on as the new user starts from their own review', async () => {
    await begin('佐藤');
    const page = await open('review.html#/all');
    await rate(page, 0);
    await saved(page);
    await add(await open('options.html#/users'), '鈴木');
    await page.click('text=鈴木さんで続ける');
    await page.waitForSelector('.f-header >> text=鈴木');
    await page.waitForSelector('[data-item]');
    expect(await page.locator('[data-item] :checked').count()).toBe(0);
  });

  test('settings changed elsewhere are taken over where the page stands', async () => {
    await begin('佐藤');
    const page = await open('review.html#/all');
    await rate(page, 0);
    await saved(page);
    await page.evaluate(() => document.body.classList.add('not-loaded-anew'));
    const other = await open('options.html#/users');
    await other.fill('#section', '区民課');
    await other.fill('#label', '佐藤（窓口）');
    await other.press('#label', 'Tab');
    await page.waitForSelector('.f-header >> text=佐藤（窓口）');
    await expect.poll(() => page.textContent('.f-running')).toContain('区民課');
    expect(await page.locator('[data-item] :checked').count()).toBe(1);
    await page.waitForSelector('.not-loaded-anew');

    await other.click('text=English');
    await page.waitForSelector('html[lang=en] >> text=All items');
  });

  test('a page of someone who was deleted elsewhere begins anew', async () => {
    await begin('佐藤');
    const page = await open('review.html#/all');
    await rate(page, 0);
    await saved(page);
    await remove(await open('options.html#/delete'));
    await page.waitForSelector('h1:has-text("はじめに")');
    expect((await dump(page)).rows.reviews).toEqual([]);
  });

  test('what was deleted does not come back from a page that has not heard of it', async () => {
    await begin('佐藤');
    const page = await open('review.html#/all', () => {
      BroadcastChannel.prototype.addEventListener = () => {};
    });
    await rate(page, 0);
    await saved(page);
    await remove(await open('options.html#/delete'));
    await rate(page, 1);
    await page.waitForSelector('text=別の画面でこのPCから消されました');
    const { users, reviews } = (await dump(page)).rows;
    expect({ users, reviews }).toEqual({ users: [], reviews: [] });
  });
});
