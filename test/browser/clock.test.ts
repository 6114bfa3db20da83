import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fiscalYearOf } from '../../core/calendar/fiscal-year.ts';
import { builtInCatalog } from '../../core/catalog/built-in.ts';
import type { Review } from '../../core/review/review.ts';
import { fiscalYearName } from '../../ui/fiscal-year.ts';
import { type Chromium, openChromium } from './chromium.ts';
import { freshProfile } from './profile.ts';
import { describeWith } from './programs.ts';
import { reviewOf, seedFirst } from './seed.ts';
import { saved } from './state.ts';
import { dump, onePage } from './store.ts';

const thisYear = fiscalYearOf(Date.now());
const first = builtInCatalog.standards[0]?.id ?? '';
const half = reviewOf({
  fiscalYear: thisYear,
  rating: (index) => (index < 20 ? 'kept' : null),
  completed: false,
});

// A clock once set stays set for all pages of a browser: the test that begins by the true one comes first.
describeWith(['chromium'], 'the clock of the PC', () => {
  const profile = freshProfile();
  let chromium: Chromium;
  let page: Page;
  beforeAll(async () => {
    chromium = await openChromium({ profile: profile.folder });
    page = await onePage(chromium.context);
  });
  afterAll(async () => {
    await chromium?.close();
    profile.remove();
  });

  const show = async (view: string, reviews: readonly Review[] = []): Promise<void> => {
    await seedFirst(page, chromium, reviews);
    await page.goto(chromium.address(view));
    await page.waitForSelector('progress, .f-item');
  };
  const answers = async (): Promise<Review['answers']> => {
    const { rows } = await dump(page);
    return (rows.reviews as { review: Review }[])[0]?.review.answers ?? {};
  };
  const radio = (id: string, rating: string) => `#item-${id} input[value=${rating}]`;

  test('a clock that goes back changes no order (F17)', async () => {
    await show('review.html#/all', [half]);
    await page.clock.setFixedTime(new Date(`${thisYear + 1}-01-20T03:00:00Z`));
    await page.click(radio(first, 'not-kept'));
    await saved(page);
    const late = (await answers())[first];
    await page.clock.setFixedTime(new Date(`${thisYear}-12-01T03:00:00Z`));
    await page.click(radio(first, 'kept'));
    await expect.poll(async () => (await answers())[first]?.rating).toBe('kept');
    const early = (await answers())[first];
    expect(Date.parse(early?.at ?? '')).toBeLessThan(Date.parse(late?.at ?? ''));
    expect(early?.seq).toBeGreaterThan(late?.seq ?? 0);
  });

  test.each([
    { moment: `${thisYear + 1}-03-31T14:59:59Z`, year: thisYear },
    { moment: `${thisYear + 1}-03-31T15:00:00Z`, year: thisYear + 1 },
  ])('at $moment the 年度 is that of Japan (F18)', async ({ moment, year }) => {
    await show('review.html');
    await page.clock.setFixedTime(new Date(moment));
    await page.reload();
    await page.waitForSelector('progress');
    await expect.poll(() => page.innerText('h1')).toContain(fiscalYearName(year));
  });
});
