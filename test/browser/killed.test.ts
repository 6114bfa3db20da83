import { afterAll, expect, test } from 'vitest';
import { builtInCatalog } from '../../core/catalog/built-in.ts';
import { openChromium } from './chromium.ts';
import { freshProfile } from './profile.ts';
import { describeWith } from './programs.ts';
import { seed } from './seed.ts';

const standards = builtInCatalog.standards.map(({ id }) => id);
const rounds = 6;

describeWith(['chromium'], 'a browser killed in the middle of an answer (F1)', () => {
  const profile = freshProfile();
  afterAll(() => profile.remove());

  test('has every answer that was shown as saved', async () => {
    let next = 0;
    const safe = new Set<string>();
    for (let round = 0; round < rounds; round++) {
      const chromium = await openChromium({ profile: profile.folder });
      const page = await chromium.context.newPage();
      await page.goto(chromium.address('review.html'));
      await page.waitForSelector('h1');
      if (round === 0) await seed(page, []);
      await page.goto(chromium.address('review.html#/all'));
      await page.reload();
      await page.waitForSelector('.f-item');
      for (const id of safe) {
        expect(await page.isChecked(`#item-${id} input[value=kept]`), id).toBe(true);
      }
      // Every item says for itself when its answer is on the disk.
      await page.exposeFunction('tell', (id: string) => safe.add(id));
      await page.evaluate(() => {
        new MutationObserver(() => {
          for (const mark of document.querySelectorAll('.f-item .f-saved')) {
            const id = mark.closest<HTMLElement>('[data-item]')?.dataset.item;
            (globalThis as unknown as { tell(id?: string): void }).tell(id);
          }
        }).observe(document.body, { subtree: true, childList: true });
      });
      const known = safe.size;
      const clicking = (async () => {
        for (; next < standards.length; next++) {
          await page.click(`#item-${standards[next]} input[value=kept]`);
        }
      })().catch(() => {}); // the browser goes away under it
      // In mid-flight: a few are saved, the next is on its way.
      await expect
        .poll(() => safe.size, { interval: 5, timeout: 20_000 })
        .toBeGreaterThan(known + 3 + round);
      await chromium.kill();
      await clicking;
    }
    expect(safe.size).toBeGreaterThan(rounds * 3);
  });
});
