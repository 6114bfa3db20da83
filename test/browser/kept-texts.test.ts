import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fiscalYearOf } from '../../core/calendar/fiscal-year.ts';
import { builtInCatalog } from '../../core/catalog/built-in.ts';
import type { Review } from '../../core/review/review.ts';
import type { User } from '../../extension/store/session/user.ts';
import { type Chromium, openChromium } from './chromium.ts';
import { leavings, rounds, sentence } from './leavings.ts';
import { freshProfile, type Profile } from './profile.ts';
import { describeWith } from './programs.ts';
import { owner, reviewOf, seedFirst } from './seed.ts';
import { dump, shelf } from './store.ts';

/** A text is there afterwards, whichever field it is typed into and however the page is left (F47, F52). */

const thisYear = fiscalYearOf(Date.now());
const [first = ''] = builtInCatalog.standards.map(({ id }) => id);
const goal = (text: string) => ({ text, standard: null, outcome: null, outcomeNote: null });
const reviews = [
  reviewOf({ fiscalYear: thisYear, rating: () => 'kept', completed: false }),
  reviewOf({ fiscalYear: thisYear - 1, rating: () => 'kept', goals: [goal('去年の目標')] }),
];

interface Field {
  readonly name: string;
  readonly view: string;
  readonly field: string;
  /** What is in the store beforehand, where it is not `reviews`. */
  readonly seeded?: readonly Review[];
  /** Tells when its text is longer than it is well read. */
  readonly isCounted?: false;
  /** Brings the field on, where it is not there from the start. */
  open?(page: Page): Promise<unknown>;
  /** The texts that are on the disk by now. */
  stored(page: Page): Promise<unknown>;
}

const reviewIn = async (page: Page, year: number) =>
  ((await dump(page)).rows.reviews as { review: Review }[]).find(
    ({ review }) => review.fiscalYear === year,
  )?.review;

const settingsIn = async (page: Page) => ((await dump(page)).rows.users as User[])[0];

/** What stands on the shelf of a form, of whichever tab. */
async function unfinished<T>(page: Page, form: string): Promise<T | null> {
  const texts = Object.entries(await shelf(page));
  const [, text = 'null'] = texts.find(([key]) => key.startsWith(`furikaeri.form.${form}@`)) ?? [];
  return JSON.parse(text);
}

const fields: readonly Field[] = [
  {
    name: 'a note',
    isCounted: false,
    view: 'review.html#/all',
    field: `#item-${first} textarea`,
    async open(page) {
      const button = page.locator(`#item-${first} [data-act=note]`);
      if ((await button.getAttribute('aria-expanded')) === 'false') await button.click();
    },
    stored: async (page) => (await reviewIn(page, thisYear))?.answers[first]?.note,
  },
  {
    name: 'a goal',
    view: 'review.html#/result',
    field: '#goal-0',
    async open(page) {
      await page.waitForSelector('#goals');
      if ((await page.locator('#goal-0').count()) === 0)
        await page.click('text=自分の言葉で目標を書く');
    },
    stored: async (page) => (await reviewIn(page, thisYear))?.goals[0]?.text,
  },
  {
    name: 'a look back',
    view: 'review.html#/result',
    field: '#outcome-note-0',
    stored: async (page) => (await reviewIn(page, thisYear - 1))?.goals[0]?.outcomeNote,
  },
  {
    name: 'an observer’s sheet',
    view: 'trainer.html#/visit',
    field: '#visit-good',
    stored: async (page) =>
      (await dump(page)).rows.visits?.map(
        (row) => (row as { sheet: { good: string } }).sheet.good,
      )[0],
  },
  {
    name: 'the course form',
    view: 'trainer.html#/edit/new',
    field: '#course-title',
    stored: async (page) =>
      (await unfinished<{ choice: { title: string } }>(page, 'course.new'))?.choice.title,
  },
  {
    name: 'a poster',
    view: 'trainer.html#/paper/poster',
    field: '#poster-text',
    async open(page) {
      await page.waitForSelector('#poster');
      if ((await page.locator('#poster-text').count()) === 0) {
        await page.click('input[name=poster][value=own]');
      }
    },
    stored: async (page) => (await unfinished<{ text: string }>(page, 'poster'))?.text,
  },
  {
    name: 'the section of a hand-over file',
    view: 'review.html#/handover',
    field: '#section',
    seeded: [reviewOf({ fiscalYear: thisYear, rating: () => 'kept' })],
    open: (page) => page.click('summary:has-text("所属：")'),
    stored: async (page) => (await reviewIn(page, thisYear))?.unit.section,
  },
  {
    name: 'the section in the settings',
    view: 'options.html#/users',
    field: '#section',
    stored: async (page) => (await settingsIn(page))?.settings.unit.section,
  },
  {
    name: 'the name on this PC',
    view: 'options.html#/users',
    field: '#label',
    stored: async (page) => (await settingsIn(page))?.label,
  },
  {
    name: 'the review window in the settings',
    isCounted: false,
    view: 'options.html#/settings',
    field: '#from-day',
    stored: async (page) =>
      (await unfinished<{ from: { day: string } }>(page, `review-window-${owner.id}`))?.from.day,
  },
];

describeWith(['chromium'], 'a text that is typed', () => {
  let profile: Profile;
  let chromium: Chromium;
  beforeAll(async () => {
    profile = freshProfile();
    chromium = await openChromium({ profile: profile.folder });
  });
  afterAll(async () => {
    await chromium?.close();
    profile.remove();
  });

  const seeded = async (field?: Field) => {
    const page = await chromium.context.newPage();
    await seedFirst(page, chromium, field?.seeded ?? reviews);
    await page.evaluate(async () => {
      const { chrome } = globalThis as unknown as {
        chrome: {
          storage: {
            local: { get(keys: null): Promise<object>; remove(keys: string[]): Promise<void> };
          };
        };
      };
      const { local } = chrome.storage;
      const keys = Object.keys(await local.get(null));
      await local.remove(keys.filter((key) => key.startsWith('furikaeri.form.')));
    });
    await page.close();
  };
  const show = async ({ view, field, open }: Field): Promise<Page> => {
    const page = await chromium.context.newPage();
    await page.goto(chromium.address('home.html'));
    await page.waitForSelector('h1');
    await page.goto(chromium.address(view));
    await page.waitForSelector('h1');
    await open?.(page);
    await page.waitForSelector(field);
    return page;
  };

  describe.each(fields)('into $name', (field) => {
    test.each(leavings)(`is there after $way, ${rounds} times`, async ({ leave }) => {
      await seeded(field);
      for (let round = 1; round <= rounds; round++) {
        const text = `${round}${sentence}`;
        const page = await show(field);
        await page.fill(field.field, '');
        await page.focus(field.field);
        await page.keyboard.insertText(text);
        await leave(page, chromium);
        if (!page.isClosed()) await page.close();
        const after = await show(field);
        await expect.poll(() => after.inputValue(field.field)).toBe(text);
        await expect.poll(() => field.stored(after)).toBe(text);
        await after.close();
      }
    });
  });

  test.each(fields)('into $name, all but the last two seconds outlive a kill', async (field) => {
    await seeded(field);
    const page = await show(field);
    await page.fill(field.field, '');
    await page.focus(field.field);
    const letters = [...sentence.repeat(3)];
    for (const letter of letters) {
      await page.keyboard.insertText(letter);
      await page.waitForTimeout(40);
    }
    // Typed without a pause for more than four seconds: by now the first half is on the disk.
    await chromium.kill();
    chromium = await openChromium({ profile: profile.folder });
    const after = await show(field);
    await expect
      .poll(async () => (await after.inputValue(field.field)).length)
      .toBeGreaterThan(letters.length / 3);
    expect(letters.join('').startsWith(await after.inputValue(field.field))).toBe(true);
    await after.close();
  });

  test.each(fields)(
    'into $name is whole though the page goes amid a save, 3 times',
    async (field) => {
      await seeded(field);
      for (let round = 1; round <= 3; round++) {
        const text = `${round}${sentence}`;
        const page = await show(field);
        const devtools = await chromium.context.newCDPSession(page);
        // So slow that a save that is on the disk is not heard of before the page goes.
        await devtools.send('Emulation.setCPUThrottlingRate', { rate: 20 });
        await page.fill(field.field, `${round}始め`);
        await page.evaluate(() => dispatchEvent(new Event('pagehide')));
        await page.fill(field.field, text);
        await page.close();
        const after = await show(field);
        await expect.poll(() => after.inputValue(field.field)).toBe(text);
        await expect.poll(() => field.stored(after)).toBe(text);
        // What was under way is not there beside it.
        if (field.field === '#goal-0') expect(await after.locator('#goal-1').count()).toBe(0);
        await after.close();
      }
    },
  );

  test('into an observer’s sheet on two pages comes together, and a clash is shown (F48)', async () => {
    await seeded();
    const visit = fields.find(({ view }) => view.endsWith('visit')) as Field;
    const begun = await show(visit);
    await begun.fill('#visit-place', '区民課');
    await expect.poll(async () => (await dump(begun)).rows.visits).toHaveLength(1);
    const other = await show(visit);
    await expect.poll(() => other.inputValue('#visit-place')).toBe('区民課');
    await begun.fill('#visit-good', 'こちら');
    await other.fill('#visit-advice', '助言');
    await other.fill('#visit-date', '12月1日');
    const sheet = async () =>
      ((await dump(begun)).rows.visits as { sheet: Record<string, string> }[])[0]?.sheet;
    await expect.poll(sheet).toMatchObject({ good: 'こちら', advice: '助言', date: '12月1日' });
    // Both before either is saved.
    await Promise.all([
      begun.fill('#visit-toImprove', 'こちら'),
      other.fill('#visit-toImprove', 'あちら'),
    ]);
    const told = await Promise.any(
      [begun, other].map(async (page) => {
        await page.waitForSelector('text=別の画面でも書いていました');
        return page;
      }),
    );
    const mine = await told.inputValue('#visit-toImprove');
    const theirs = mine === 'こちら' ? 'あちら' : 'こちら';
    expect(await told.innerText('.f-notice')).toContain(theirs);
    await told.click('text=別の画面の文にする');
    await expect.poll(sheet).toMatchObject({ toImprove: theirs });
    for (const page of [begun, other]) await page.close();
  });

  test.each(fields.filter(({ name }) => name === 'the course form' || name === 'a poster'))(
    'into $name in two tabs stays in each, and what a closed one leaves is taken over',
    async (field) => {
      await seeded();
      const one = await show(field);
      await one.fill(field.field, 'こちら');
      const two = await show(field);
      expect(await two.inputValue(field.field)).toBe('');
      await two.fill(field.field, 'あちら');
      for (const page of [one, two]) {
        await page.reload();
        await field.open?.(page);
      }
      await expect.poll(() => one.inputValue(field.field)).toBe('こちら');
      await expect.poll(() => two.inputValue(field.field)).toBe('あちら');
      await one.close();
      const three = await show(field);
      await expect.poll(() => three.inputValue(field.field)).toBe('こちら');
      for (const page of [two, three]) await page.close();
    },
  );

  test('goals added on two pages are both there', async () => {
    await seeded();
    const goals = fields.find(({ name }) => name === 'a goal') as Field;
    const [one, two] = [await show(goals), await show(goals)];
    await one.fill('#goal-0', 'こちらの目標');
    await two.fill('#goal-0', 'あちらの目標');
    await expect
      .poll(async () => (await reviewIn(one, thisYear))?.goals.map(({ text }) => text).sort())
      .toEqual(['あちらの目標', 'こちらの目標']);
    for (const page of [one, two]) await page.close();
  });

  test.each(fields)(
    'into $name, longer than it is well read, is kept whole (F52)',
    async (field) => {
      await seeded(field);
      const long = 'あ'.repeat(700);
      const page = await show(field);
      await page.fill(field.field, '');
      await page.focus(field.field);
      await page.keyboard.insertText(long);
      expect(await page.inputValue(field.field)).toBe(long);
      expect(await page.getAttribute(field.field, 'maxlength')).toBeNull();
      if (field.isCounted !== false)
        await page.waitForSelector('.f-too-long:has-text("700文字あります")');
      await expect.poll(() => field.stored(page)).toBe(long);
      await page.close();
    },
  );
});
