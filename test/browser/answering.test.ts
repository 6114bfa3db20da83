import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { fiscalYearOf } from '../../core/calendar/fiscal-year.ts';
import { builtInCatalog } from '../../core/catalog/built-in.ts';
import type { Review } from '../../core/review/review.ts';
import { fiscalYearName } from '../../ui/fiscal-year.ts';
import { type Chromium, openChromium } from './chromium.ts';
import { freshProfile } from './profile.ts';
import { describeWith } from './programs.ts';
import { owner, reviewOf, seedFirst } from './seed.ts';
import { barriers, saved } from './state.ts';
import { dump } from './store.ts';
import { watchChromium } from './watch.ts';

const thisYear = fiscalYearOf(Date.now());
const { standards } = builtInCatalog;
const [first = '', second = '', third = ''] = standards.map(({ id }) => id);
const hostile = `<img src=x onerror="document.title='broken'">&lt;b&gt;"'\`\${1}</textarea><script>document.title='broken'</script>`;

declare global {
  interface Window {
    letGo(): void;
  }
}

/** Keeps everyone from writing to the store until `letGo` is called. */
async function holdStore(): Promise<void> {
  const db = await new Promise<IDBDatabase>((done) => {
    const opening = indexedDB.open('furikaeri');
    opening.onsuccess = () => done(opening.result);
  });
  const heads = db.transaction([...db.objectStoreNames], 'readwrite').objectStore('heads');
  let held = true;
  const hold = () => {
    if (held) heads.count().onsuccess = hold;
    else db.close();
  };
  hold();
  window.letGo = () => {
    held = false;
  };
}

describeWith(['chromium'], 'answering', () => {
  const profile = freshProfile();
  let chromium: Chromium;
  let page: Page;
  let faults: readonly string[];
  beforeAll(async () => {
    chromium = await openChromium({ profile: profile.folder });
  });
  beforeEach(async () => {
    await page?.close();
    page = await chromium.context.newPage();
    faults = await watchChromium(page, chromium.address(''));
  });
  afterAll(async () => {
    await chromium?.close();
    profile.remove();
  });

  const show = async (view: string, reviews: readonly Review[] = []): Promise<void> => {
    await seedFirst(page, chromium, reviews);
    await open(page, view);
  };
  const open = async (on: Page, view: string): Promise<void> => {
    await on.goto('about:blank'); // or a change after # would not load anew
    await on.goto(chromium.address(view));
    await on.waitForSelector('progress, .f-item, .f-checks, .r-headline');
  };
  const radio = (id: string, rating: string) => `#item-${id} input[value=${rating}]`;
  const answers = async (): Promise<Review['answers']> => {
    const { rows } = await dump(page);
    const found = rows.reviews as { review: Review }[];
    return found.find(({ review }) => review.fiscalYear === thisYear)?.review.answers ?? {};
  };
  const half = reviewOf({
    fiscalYear: thisYear,
    rating: (i) => (i < 20 ? 'kept' : null),
    completed: false,
  });
  const done = reviewOf({ fiscalYear: thisYear, rating: () => 'kept' });
  const before = reviewOf({
    fiscalYear: thisYear - 1,
    rating: () => 'partly-kept',
    note: () => '去年のメモ',
  });

  test.each([
    { state: 'tasks, nothing answered', view: 'review.html', reviews: [] },
    {
      state: 'tasks, half answered, last year there',
      view: 'review.html',
      reviews: [half, before],
    },
    { state: 'tasks, finished', view: 'review.html', reviews: [done] },
    {
      state: 'tasks, last year still open',
      view: 'review.html',
      reviews: [{ ...half, fiscalYear: thisYear - 1 }],
    },
    { state: 'a scene', view: 'review.html#/scene/phone', reviews: [half, before] },
    { state: 'a scene, finished', view: 'review.html#/scene/phone', reviews: [done] },
    { state: 'all items', view: 'review.html#/all', reviews: [half, before] },
    { state: 'check, items missing', view: 'review.html#/check', reviews: [half] },
    {
      state: 'check, all answered',
      view: 'review.html#/check',
      reviews: [{ ...done, state: 'open', completedAt: null }],
    },
    { state: 'panel', view: 'sidepanel.html', reviews: [half, before] },
    { state: 'panel, all answered', view: 'sidepanel.html', reviews: [done] },
  ] as const)('has no barriers and is quiet: $state', async ({ view, reviews }) => {
    await show(view, reviews);
    expect(await barriers(page)).toEqual([]);
    expect(faults).toEqual([]);
  });

  test('an answer, a note and a cleared answer are on the disk when the page says so', async () => {
    await show('review.html#/all');
    await page.click(radio(first, 'kept'));
    await page.click(radio(second, 'not-kept'));
    await page.click(`#item-${second} [data-act=note]`);
    await page.fill(`#item-${second} textarea`, '窓口が混んだ日\n忘れた');
    await page.click(`#item-${first} [data-act=clear]`);
    await saved(page);
    const stored = await answers();
    expect(stored[first]).toMatchObject({ rating: null });
    expect(stored[second]).toMatchObject({ rating: 'not-kept', note: '窓口が混んだ日\n忘れた' });
  });

  test('coming back opens the very item in one click', async () => {
    await show('review.html#/all', [half]);
    const at = standards[31]?.id ?? '';
    await page.focus(radio(at, 'kept'));
    await expect.poll(async () => (await dump(page)).rows.places).toMatchObject([{ standard: at }]);
    await open(page, 'review.html');
    await page.click('text=続きから答える');
    await page.waitForFunction(
      (id) => document.activeElement?.closest<HTMLElement>('[data-item]')?.dataset.item === id,
      at,
    );
  });

  test("last year's answer stands by, but is never filled in", async () => {
    await show('review.html#/all', [before]);
    const item = page.locator(`#item-${first}`);
    await item.locator('.f-earlier').waitFor();
    expect(await item.locator('input:checked').count()).toBe(0);
    expect(await item.locator('.f-earlier').getAttribute('open')).toBeNull();
    await page.click(radio(first, 'kept'));
    const earlier = () => item.locator('.f-earlier').innerText();
    await expect.poll(earlier).toContain('去年のメモ');
    expect(await earlier()).toContain('守れていないことがある');
  });

  test('two pages answer one review: nothing is lost, and a clash is shown (F10)', async () => {
    await show('review.html#/all');
    const other = await chromium.context.newPage();
    await open(other, 'review.html#/all');

    await page.click(radio(first, 'kept'));
    await other.click(radio(second, 'mostly-kept'));
    await Promise.all([saved(page), saved(other)]);
    // Each sees the other's answer, and there is one review of the year.
    await page.waitForSelector(`${radio(second, 'mostly-kept')}:checked`);
    await other.waitForSelector(`${radio(first, 'kept')}:checked`);
    expect((await dump(page)).rows.reviews).toHaveLength(1);

    // Notes typed on the same item at the same time: neither is saved before both are typed.
    for (const each of [page, other]) await each.click(`#item-${third} [data-act=note]`);
    await page.evaluate(holdStore);
    await page.fill(`#item-${third} textarea`, 'こちら');
    await other.fill(`#item-${third} textarea`, 'あちら');
    await page.evaluate(() => window.letGo());
    await Promise.all([saved(page), saved(other)]);
    const clashing = await Promise.any(
      [page, other].map(async (each) => {
        await each.waitForSelector('text=別の画面でも答えていました');
        return each;
      }),
    );
    const mine = (await answers())[third]?.note;
    const theirs = mine === 'こちら' ? 'あちら' : 'こちら';
    expect(await clashing.innerText('.f-notice')).toContain(theirs);
    await clashing.click('text=別の画面の答えに戻す');
    await expect.poll(async () => (await answers())[third]?.note).toBe(theirs);
    await other.close();
  });

  test('what was begun in March is finished in April, and the new year begins beside it', async () => {
    const open = { ...half, fiscalYear: thisYear - 1 };
    await show('review.html', [open]);
    expect(await page.innerText('h1')).toContain(fiscalYearName(thisYear - 1));
    await page.click('.f-notice button');
    await page.waitForFunction(
      (name) => document.querySelector('h1')?.textContent?.includes(name),
      fiscalYearName(thisYear),
    );
    await page.click('text=始める');
    await page.click(radio(first, 'kept'));
    await saved(page);
    const { rows } = await dump(page);
    expect((rows.reviews as { fiscalYear: number }[]).map((row) => row.fiscalYear).sort()).toEqual([
      thisYear - 1,
      thisYear,
    ]);
  });

  test('from an item that was opened to be changed, Back comes to its row', async () => {
    await show('review.html#/check', [half]);
    const standard = standards[40];
    const row = `[aria-describedby="check-${standard?.id}"]`;
    await page.click(row);
    await page.waitForURL(new RegExp(`${standard?.id}/check$`));
    await page.goBack();
    await page.waitForFunction((row) => document.activeElement?.matches(row), row);
    await page.waitForTimeout(500); // the page sees to its heading when its view changes
    expect(await page.evaluate((row) => document.activeElement?.matches(row), row)).toBe(true);
    const box = await page.locator(row).boundingBox();
    expect(box?.y).toBeGreaterThan(0);
    expect(box?.y).toBeLessThan(768);
  });

  test('finishing with items left asks first, and with none answered is not offered', async () => {
    await show('review.html#/check', [half]);
    await page.click('button:has-text("答えていない項目を残して終える")');
    await page.waitForSelector('dialog[open] >> text=59項目のうち20項目だけに答えて終えますか');
    expect(await barriers(page)).toEqual([]);
    await page.click('dialog >> text=続けて答える');
    // At the first one left.
    const left = standards[20];
    await page.waitForURL(new RegExp(`#/scene/${left?.scene}/${left?.id}$`));
    expect(await page.locator('.r-headline').count()).toBe(0);
    await page.goBack();
    await page.click('main button:has-text("答えていない項目を残して終える")');
    await page.click('dialog >> text=答えていない項目を残して終える');
    await page.waitForSelector('.r-headline');
    await show('review.html#/check');
    await page.waitForSelector('text=まだ1つも答えていないので、終えられません');
    expect(await page.locator('main .f-buttons button').count()).toBe(0);
  });

  test('an address that was cut off shows the task list', async () => {
    await show('review.html#/%E3%81', [half]);
    await page.waitForSelector('text=20項目に答えました');
    expect(faults).toEqual([]);
  });

  test('markup in names and notes is shown as it is written (F26)', async () => {
    const user = { ...owner.settings.unit, ward: hostile, section: hostile };
    const review = {
      ...half,
      unit: user,
      answers: {
        ...half.answers,
        [first]: {
          rating: 'kept' as const,
          note: hostile,
          seq: 5,
          at: '2026-12-01T10:00:00+09:00',
        },
      },
    };
    for (const view of [
      'review.html#/all',
      'review.html#/check',
      'review.html#/result',
      'review.html',
      'sidepanel.html',
    ]) {
      await show(view, [review]);
      expect(await page.title()).not.toBe('broken');
      expect(await page.locator('img, main script').count()).toBe(0);
    }
    await open(page, 'review.html#/check');
    expect(await page.innerText('main')).toContain(hostile);
    expect(faults).toEqual([]);
  });
});
