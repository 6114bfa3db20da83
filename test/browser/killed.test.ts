import { afterEach, expect, test } from 'vitest';
import { type Chromium, openChromium } from './chromium.ts';
import { freshProfile, type Profile } from './profile.ts';
import { describeWith } from './programs.ts';
import { seedFirst } from './seed.ts';
import { onePage } from './store.ts';

const rounds = 4;
/** Answers a round: there are some for each, however late a busy machine hears of them. */
const atMost = 12;

/** Answers some of what is not answered yet, an item a frame, for as long as the browser lives; tells of each answer that is shown as saved. */
function answerSome(most: number): void {
  const { tell } = globalThis as unknown as { tell(id?: string): void };
  const items = [...document.querySelectorAll<HTMLElement>('[data-item]')];
  new MutationObserver(() => {
    for (const item of items) if (item.querySelector('.f-saved')) tell(item.dataset.item);
  }).observe(document.body, { subtree: true, childList: true });
  const open = items.filter((item) => !item.querySelector(':checked')).slice(0, most);
  const answerNext = () => {
    const item = open.shift();
    item?.querySelector<HTMLInputElement>('input[value=kept]')?.click();
    if (item) requestAnimationFrame(answerNext);
  };
  answerNext();
}

describeWith(['chromium'], 'a browser killed in the middle of an answer (F1)', () => {
  let profile: Profile;
  let chromium: Chromium | undefined;
  afterEach(async () => {
    await chromium?.kill();
    profile.remove();
  });

  test('has every answer that was shown as saved', async () => {
    profile = freshProfile();
    const safe = new Set<string>();
    for (let round = 0; round <= rounds; round++) {
      chromium = await openChromium({ profile: profile.folder });
      const page = await onePage(chromium.context);
      if (round === 0) await seedFirst(page, chromium, []);
      await page.goto(chromium.address('review.html#/all'));
      await page.waitForSelector('.f-item');
      const found = await page.$$eval('[data-item]:has(input[value=kept]:checked)', (items) =>
        items.map((item) => (item as HTMLElement).dataset.item),
      );
      expect(found).toEqual(expect.arrayContaining([...safe]));
      if (round === rounds) break;
      const known = safe.size;
      await page.exposeFunction('tell', (id: string) => safe.add(id));
      await page.evaluate(answerSome, atMost);
      // In mid-flight: a few are saved, the next is on its way.
      await expect.poll(() => safe.size, { interval: 5 }).toBeGreaterThan(known + 2 + round);
      await chromium.kill();
    }
    expect(safe.size).toBeGreaterThan(rounds * 3);
  });
});
