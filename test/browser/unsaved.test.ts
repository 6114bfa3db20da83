import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { fiscalYearOf } from '../../core/calendar/fiscal-year.ts';
import { builtInCatalog } from '../../core/catalog/built-in.ts';
import { parseBackup } from '../../core/formats/read-backup.ts';
import type { Review } from '../../core/review/review.ts';
import { sha256 } from '../../extension/platform/sha256.ts';
import { type Chromium, openChromium } from './chromium.ts';
import { freshProfile } from './profile.ts';
import { describeWith } from './programs.ts';
import { owner, reviewOf, seed, seedFirst } from './seed.ts';
import { saved } from './state.ts';
import { dump, leftBehind } from './store.ts';

interface Shelf {
  local: { get: () => Promise<never> };
}

const thisYear = fiscalYearOf(Date.now());
const [first = ''] = builtInCatalog.standards.map(({ id }) => id);

describeWith(['chromium'], 'what has not reached the disk', () => {
  const profile = freshProfile();
  let chromium: Chromium;
  let page: Page;
  beforeAll(async () => {
    chromium = await openChromium({ profile: profile.folder });
  });
  beforeEach(async () => {
    page = await chromium.context.newPage();
  });
  afterEach(() => page.close());
  afterAll(async () => {
    await chromium?.close();
    profile.remove();
  });

  const noted = (note: string | null, completed = false) =>
    reviewOf({
      fiscalYear: thisYear,
      rating: (i) => (i ? null : 'kept'),
      note: () => note,
      completed,
    });
  /** As a page that is gone has left it: fields by their names. */
  const open = async (reviews: readonly Review[], left: Record<string, object> = {}) => {
    await seedFirst(page, chromium, reviews);
    await page.evaluate((fields) => {
      localStorage.clear();
      for (const [field, value] of Object.entries(fields)) {
        localStorage.setItem(`furikaeri.left.gone/${field}`, JSON.stringify(value));
      }
    }, left);
    await page.goto(chromium.address('review.html#/all'));
    await page.waitForSelector('[data-item], .f-checks');
  };
  const leftBy = async (user: string) => Object.keys(await leftBehind(page, user));
  const noteOnDisk = async () =>
    (await dump(page)).rows.reviews?.map(
      (row) => (row as { review: Review }).review.answers[first]?.note,
    );

  const mine = { change: { note: '打ちかけ' }, before: [{ note: '前' }] };
  const fieldOf = (user: string, year = thisYear, kind = 'note') =>
    `${kind}/${user}/${year}/${first}`;

  test('a left note is saved where it was begun; what others and other years left stays (F12)', async () => {
    const lastYears = fieldOf(owner.id, thisYear - 1);
    await open([noted('前')], {
      [fieldOf(owner.id)]: mine,
      [lastYears]: mine,
      [fieldOf('other')]: mine,
    });
    await expect.poll(noteOnDisk).toEqual(['打ちかけ']);
    await expect.poll(() => leftBy(owner.id)).toEqual([lastYears]);
    expect(await leftBy('other')).toHaveLength(1);
    expect(await page.locator('text=別の画面でも答えていました').count()).toBe(0);
  });

  test('where the shelf of the second copy gives no answer, a left note and an answer are saved all the same', async () => {
    await page.addInitScript(() => {
      const { storage } = (globalThis as unknown as { chrome: { storage: Shelf } }).chrome;
      storage.local.get = () => new Promise(() => {});
    });
    await open([noted('前')], { [fieldOf(owner.id)]: mine });
    await page.click(`#item-${first} input[value=not-kept]`);
    await expect.poll(noteOnDisk).toEqual(['打ちかけ']);
    await saved(page);
  });

  test('a left note that someone has written over meanwhile clashes, and both are told (F10)', async () => {
    await open([noted('あちら')], { [fieldOf(owner.id)]: mine });
    await page.waitForSelector('text=別の画面でも答えていました');
    expect(await page.innerText('.f-notice')).toContain('あちら');
    expect(await noteOnDisk()).toEqual(['打ちかけ']);
    await expect.poll(() => leftBy(owner.id)).toEqual([]);
  });

  test('an answer that never reached the disk is saved when a page opens; one that someone has given since clashes (F46)', async () => {
    const field = fieldOf(owner.id, thisYear, 'answer');
    const answer = { change: { rating: 'not-kept' }, before: [{ rating: 'kept' }] };
    await open([noted('前')], { [field]: answer });
    await page.waitForSelector(`#item-${first} input[value=not-kept]:checked`);
    await saved(page);
    await expect.poll(() => leftBy(owner.id)).toEqual([]);
    expect(await page.locator('text=別の画面でも答えていました').count()).toBe(0);
    await open([noted('前')], { [field]: { ...answer, before: [{ rating: null }] } });
    await page.waitForSelector('text=別の画面でも答えていました');
  });

  test('what another page still types is left to it, and taken up once it is gone', async () => {
    await open([noted('前')]);
    const other = await chromium.context.newPage();
    await other.goto(chromium.address('review.html#/all'));
    await other.waitForSelector(`#item-${first} textarea`);
    await other.evaluate(() => {
      // Its disk takes nothing any more.
      IDBObjectStore.prototype.put = () => {
        throw new DOMException('', 'UnknownError');
      };
    });
    await other.fill(`#item-${first} textarea`, '向こうの画面で');
    await other.waitForSelector('h2:has-text("保存できませんでした")');
    await page.reload();
    await page.waitForSelector('[data-item]');
    await page.click(`#item-${first} input[value=mostly-kept]`);
    await saved(page);
    expect(await noteOnDisk()).toEqual(['前']);
    await other.close();
    await expect.poll(noteOnDisk).toEqual(['向こうの画面で']);
  });

  test('a note left of a finished review waits until it is reopened', async () => {
    await open([noted('前', true)], { [fieldOf(owner.id)]: mine });
    await page.click('button:has-text("もう一度見直す")');
    await page.click('dialog >> text=見直しを始める');
    await saved(page);
    expect(await leftBy(owner.id)).toHaveLength(1);
    await page.reload();
    await expect.poll(noteOnDisk).toEqual(['打ちかけ']);
  });

  test('deleting a person forgets what they left, and nobody else', async () => {
    await open([noted('前', true)], { [fieldOf(owner.id)]: mine, [fieldOf('other')]: mine });
    await page.goto(chromium.address('options.html#/delete'));
    await page.click('text=このPCから消す >> nth=-1');
    await page.click('dialog >> text=このPCから消す');
    await page.waitForSelector('text=このPCから消しました');
    expect(await leftBy(owner.id)).toEqual([]);
    expect(await leftBy('other')).toHaveLength(1);
  });

  test('an answer to a review that was finished meanwhile is in the file taken out', async () => {
    const finished = noted('前', true);
    await open([noted('前')]);
    // What is shown at first is read before the store is open, which reads it anew.
    await page.waitForFunction(async () => {
      const { held = [] } = await navigator.locks.query();
      return held.some(({ name }) => name?.startsWith('furikaeri.page.'));
    });
    await seed(page, [finished]);
    await page.click(`#item-${first} input[value=not-kept]`);
    await page.waitForSelector('h2:has-text("保存できませんでした")');
    // The news of it comes after the answer.
    await page.evaluate(
      (review) => new BroadcastChannel('furikaeri').postMessage({ review }),
      finished.id,
    );
    await page.waitForSelector('.f-checks');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.click('button:has-text("ファイルに書き出す")'),
    ]);
    const file = await parseBackup(readFileSync(await download.path(), 'utf8'), sha256);
    expect(file).toMatchObject({
      ok: true,
      value: { file: { reviews: [{ state: 'open', revision: 2 }] } },
    });
    expect(file.ok && file.value.file.reviews[0]?.answers[first]?.rating).toBe('not-kept');
  });
});
