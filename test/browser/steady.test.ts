import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { fiscalYearOf } from '../../core/calendar/fiscal-year.ts';
import { builtInCatalog } from '../../core/catalog/built-in.ts';
import { standardsOfScene } from '../../core/catalog/lookup.ts';
import type { Review } from '../../core/review/review.ts';
import { type Chromium, openChromium } from './chromium.ts';
import { freshProfile } from './profile.ts';
import { describeWith } from './programs.ts';
import { reviewOf, seedFirst } from './seed.ts';
import { barriers, saved } from './state.ts';

/** Nothing is answered that nobody meant to answer, and nothing moves under the pointer (F50, F51, F58). */

const thisYear = fiscalYearOf(Date.now());
const phone = standardsOfScene(builtInCatalog, 'phone').map(({ id }) => id);
const [first = '', second = '', third = ''] = phone;
const rounds = 10;
const before = reviewOf({
  fiscalYear: thisYear - 1,
  rating: () => 'partly-kept',
  note: (i) =>
    i % 2 ? '去年は窓口が混んで、名乗るのを忘れた日があった。今年は札を置いた。' : null,
});

/** Where every control, heading and item stands that is in view. */
function places(): Record<string, string> {
  const all = document.querySelectorAll(
    '.f-header a, main :is(a, button, label, summary, h1, h2, legend, fieldset, p)',
  );
  return Object.fromEntries(
    [...all].flatMap((element, index) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      if (width === 0 || y + height < 0 || y > innerHeight) return [];
      if (getComputedStyle(element).visibility === 'hidden') return [];
      // Its own width may change with its words.
      return [[`${index} ${element.tagName}`, `${x} ${y} ${height}`]];
    }),
  );
}

describeWith(['chromium'], 'a steady page', () => {
  const profile = freshProfile();
  let chromium: Chromium;
  let page: Page;
  beforeAll(async () => {
    chromium = await openChromium({ profile: profile.folder });
  });
  beforeEach(async () => {
    await page?.close();
    page = await chromium.context.newPage();
  });
  afterAll(async () => {
    await chromium?.close();
    profile.remove();
  });

  const show = async (view: string, reviews: readonly Review[] = []) => {
    await seedFirst(page, chromium, reviews);
    await page.goto(chromium.address(view));
    await page.waitForSelector('.f-item');
  };
  const radio = (id: string, rating: string) => `#item-${id} input[value=${rating}]`;
  const chosen = () =>
    page.$$eval('[data-item]', (items) =>
      Object.fromEntries(
        items.flatMap((item) => {
          const { value } = item.querySelector<HTMLInputElement>(':checked') ?? {};
          return value ? [[(item as HTMLElement).dataset.item, value]] : [];
        }),
      ),
    );

  test(`what is typed right after opening a note goes into it, ${rounds} times`, async () => {
    await show('review.html#/scene/phone');
    for (let round = 0; round < rounds; round++) {
      const item = `#item-${phone[round % phone.length]}`;
      await page.click(`${item} [data-act=note]`);
      await page.keyboard.type('4/10: 3 of 12, jn');
      expect(await page.inputValue(`${item} textarea`)).toBe('4/10: 3 of 12, jn');
      await page.fill(`${item} textarea`, '');
      await page.click(`${item} [data-act=note]`);
    }
    expect(await chosen()).toEqual({});
  });

  test('digits and letters answer and move from a choice alone', async () => {
    await show('review.html#/scene/phone');
    for (const focus of [`#item-${first} [data-act=note]`, 'summary', 'h1', '.f-buttons a']) {
      await page.focus(focus);
      await page.keyboard.type('1204jkn');
      expect(await chosen()).toEqual({});
    }
    await page.focus(radio(first, 'kept'));
    await page.keyboard.type('12');
    expect(await chosen()).toEqual({ [first]: 'kept', [second]: 'mostly-kept' });
  });

  test('a change by a key is told and taken back with one key', async () => {
    await show('review.html#/scene/phone');
    await page.focus(radio(first, 'kept'));
    await page.keyboard.type('11');
    await page.focus(radio(first, 'kept'));
    await page.keyboard.type('4');
    const told = page.locator('.f-items > [role=status]');
    await expect.poll(() => told.innerText()).toContain('1番の答えを「守れていない」に変えました');
    expect(await told.isVisible()).toBe(true);
    expect(await barriers(page)).toEqual([]);
    await page.keyboard.press('u');
    await expect.poll(chosen).toEqual({ [first]: 'kept', [second]: 'kept' });
    expect(await told.innerText()).toContain('1番の答えを元に戻しました');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('value'))).toBe('kept');
    // And further back, to no answer at all.
    await page.keyboard.press('u');
    await expect.poll(chosen).toEqual({ [first]: 'kept' });
    // The arrows choose too.
    await page.focus(radio(first, 'kept'));
    await page.keyboard.press('ArrowDown');
    await expect.poll(chosen).toEqual({ [first]: 'mostly-kept' });
    await page.keyboard.press('u');
    await expect.poll(chosen).toEqual({ [first]: 'kept' });
    await saved(page);
  });

  test('a key held down counts once', async () => {
    await show('review.html#/scene/phone');
    await page.focus(radio(first, 'kept'));
    for (let times = 0; times < 5; times++) await page.keyboard.down('1');
    await page.keyboard.up('1');
    expect(await chosen()).toEqual({ [first]: 'kept' });
    for (let times = 0; times < 5; times++) await page.keyboard.down('j');
    await page.keyboard.up('j');
    expect(
      await page.evaluate(
        () => document.activeElement?.closest<HTMLElement>('[data-item]')?.dataset.item,
      ),
    ).toBe(third);
  });

  test.each([
    { view: 'review.html#/scene/phone', width: 1366, reviews: [] },
    { view: 'review.html#/scene/phone', width: 1366, reviews: [before] },
    { view: 'review.html#/scene/phone', width: 320, reviews: [before] },
    { view: 'review.html#/all', width: 1366, reviews: [before] },
    { view: 'review.html#/all', width: 320, reviews: [] },
  ])(
    'nothing moves when something is answered: $view, $width px',
    async ({ view, width, reviews }) => {
      await page.setViewportSize({ width, height: 768 });
      await show(view, reviews);
      if (reviews.length > 0) await page.waitForSelector('.f-earlier');
      await page.locator(`#item-${first}`).scrollIntoViewIfNeeded();
      // What lies out of view is drawn only when it comes into view.
      await page.waitForTimeout(500);
      const still = await page.evaluate(places);
      for (const rating of ['kept', 'not-kept', 'not-applicable']) {
        await page
          .locator(radio(first, rating))
          .evaluate((input) => (input as HTMLElement).click());
        await page.waitForSelector(`#item-${first} .f-saved`);
        const now = await page.evaluate(places);
        const moved = Object.keys(still).filter((key) => key in now && still[key] !== now[key]);
        expect(moved.map((key) => `${key}: ${still[key]} → ${now[key]}`)).toEqual([]);
      }
    },
  );

  test.each([1366, 320])(
    'the rest of a scene is given to nobody’s work and back, and nothing moves: %d px',
    async (width) => {
      await page.setViewportSize({ width, height: 768 });
      await show('review.html#/scene/phone');
      await page.click(`#item-${second} .f-options label >> nth=1`);
      await page.waitForSelector(`#item-${second} .f-saved`);
      await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
      await page.waitForTimeout(500); // longer than a click is taken for the last one's
      const top = () => page.$eval('.f-items', (items) => items.getBoundingClientRect().top);
      const before = await top();
      await page.click('button:text-is("この場面の残りを「担当していない」にする")');
      await page.waitForSelector(`text=${phone.length - 1}項目を「担当していない」にしました。`);
      const rest = phone.filter((id) => id !== second);
      expect(await chosen()).toEqual({
        ...Object.fromEntries(rest.map((id) => [id, 'not-applicable'])),
        [second]: 'mostly-kept',
      });
      expect(await top()).toBe(before);
      await page.waitForTimeout(500);
      await page.click('.r-not-mine [role=status] button');
      await expect.poll(chosen).toEqual({ [second]: 'mostly-kept' });
      expect(await top()).toBe(before);
      expect(await barriers(page)).toEqual([]);
    },
  );

  test('what is asked for when something is ticked or marked moves nothing below', async () => {
    const below = (selector: string) => () =>
      page.$eval(selector, (element) => element.getBoundingClientRect().top + scrollY);
    await seedFirst(page, chromium, [reviewOf({ fiscalYear: thisYear, rating: () => 'kept' })]);
    await page.goto(chromium.address('review.html#/handover'));
    await page.waitForSelector('#named');
    const save = below('button:text-is("ファイルを保存")');
    const place = await save();
    await page.check('#named');
    await page.waitForSelector('#name');
    expect(await save()).toBe(place);
    await page.goto(chromium.address('trainer.html#/visit'));
    await page.waitForSelector('.t-mark');
    const open = below('label[for=visit-file]');
    const before = await open();
    await page.click('.t-mark label');
    await page.waitForSelector('button:text-is("この記入用紙をファイルに保存")');
    expect(await open()).toBe(before);
  });

  test('a double click on any choice gives that answer, and nothing else', async () => {
    await show('review.html#/scene/phone', [before]);
    for (const [index, id] of phone.entries()) {
      const choice = page.locator(`#item-${id} .f-options label`).nth(index % 5);
      await choice.dblclick({ delay: 20 });
    }
    await saved(page);
    expect(Object.keys(await chosen())).toEqual(phone);
  });

  test('a click on a control that has just come under the pointer does nothing; later it does', async () => {
    await show('review.html#/scene/phone');
    await page.evaluate(() => {
      const button = (id: string) => {
        const made = document.createElement('button');
        made.id = id;
        made.style.cssText =
          'position: fixed; z-index: 9; inset: 300px auto auto 300px; width: 200px; height: 60px';
        return made;
      };
      const bringing = button('bringing');
      const destroying = button('destroying');
      Object.assign(globalThis, { destroyed: 0 });
      bringing.onclick = () => bringing.replaceWith(destroying);
      destroying.onclick = () => {
        (globalThis as unknown as { destroyed: number }).destroyed++;
      };
      document.body.append(bringing);
    });
    const destroyed = () =>
      page.evaluate(() => (globalThis as unknown as { destroyed: number }).destroyed);
    await page.mouse.move(380, 330);
    for (let clicks = 0; clicks < 3; clicks++) {
      await page.mouse.down();
      await page.mouse.up();
    }
    expect(await destroyed()).toBe(0);
    await expect
      .poll(async () => {
        await page.mouse.down();
        await page.mouse.up();
        return destroyed();
      })
      .toBe(1);
  });
});
