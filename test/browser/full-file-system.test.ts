import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { builtInCatalog } from '../../core/catalog/built-in.ts';
import type { Review } from '../../core/review/review.ts';
import { type Chromium, openChromium } from './chromium.ts';
import { describeWith } from './programs.ts';
import { owner, seedFirst } from './seed.ts';
import { fillUp, mayMount, removeSmallDisk, smallDisk } from './small-disk.ts';
import { saved } from './state.ts';
import { dump, leftBehind, onePage } from './store.ts';

const hasDisk = mayMount();
const { standards } = builtInCatalog;
const rounds = 10;

/** A disk without any room left, which closes the database under the page (F46). */
describeWith(
  ['chromium'],
  hasDisk ? 'A full file system' : 'A full file system [no right to mount a tmpfs]',
  () => {
    let disk: string;
    let ballast: string;
    let chromium: Chromium;
    let page: Page;
    beforeAll(async () => {
      if (!hasDisk) return;
      disk = smallDisk(90);
      ballast = join(disk, 'ballast');
      chromium = await openChromium({ profile: join(disk, 'profile') });
      page = await onePage(chromium.context);
      await seedFirst(page, chromium, []);
    });
    afterAll(async () => {
      await chromium?.close();
      if (disk) removeSmallDisk(disk);
    });
    afterEach(() => rmSync(ballast, { force: true }));
    const answers = async () => {
      const [row] = (await dump(page)).rows.reviews as readonly { review: Review }[];
      return row?.review.answers ?? {};
    };

    test.skipIf(!hasDisk)(
      `closes the database: what is given is saved in order once there is room, ${rounds} times`,
      async () => {
        await page.goto(chromium.address('review.html#/all'));
        await page.waitForSelector('[data-item]');
        await page.click('[data-item] input >> nth=0');
        await saved(page);
        let next = 0;
        let all: ReadonlySet<string> = new Set();
        for (let round = 1; round <= rounds; round++) {
          // What is left of a page of the file system may hold the first of them.
          const given: string[] = [];
          for (let failed = 0; failed < 3; ) {
            fillUp(ballast);
            const id = standards[++next % standards.length]?.id ?? '';
            given.push(id);
            await page.click(`#item-${id} input[value=${round % 2 ? 'not-kept' : 'partly-kept'}]`);
            await page.waitForSelector('.f-status:is([data-state=saved], [data-state=failed])');
            failed = Object.keys(await leftBehind(page, owner.id)).length;
          }
          await expect.poll(() => page.innerText('.f-notice')).toContain('このPCの空きが足りない');

          // Nobody leaves without being asked.
          const asked = page.waitForEvent('dialog');
          const going = page.evaluate(() => location.assign('home.html')).catch(() => {});
          await (await asked).dismiss();
          await going;

          rmSync(ballast);
          if (round % 2) await page.click('button:has-text("もう一度保存する")');
          await saved(page);
          const stored = await answers();
          expect(new Set(given.map((id) => stored[id]?.rating)).size).toBe(1);
          const order = given.map((id) => stored[id]?.seq ?? 0);
          expect(order).toEqual([...order].sort((a, b) => a - b));
          // Nothing of the rounds before is lost.
          all = new Set([...all, ...given]);
          expect(Object.keys(stored)).toEqual(expect.arrayContaining([...all]));
          expect(await leftBehind(page, owner.id)).toEqual({});
        }
      },
    );

    test.skipIf(!hasDisk)(
      'what was given on it is there after a reload, and is saved then',
      async () => {
        await page.goto(chromium.address('review.html#/all'));
        await page.waitForSelector('[data-item]');
        fillUp(ballast);
        const [first = '', second = ''] = [50, 51].map((i) => standards[i]?.id);
        for (const id of [first, second]) {
          await page.click(`#item-${id} input[value=kept]`);
          fillUp(ballast);
        }
        await page.waitForSelector('h2:has-text("保存できませんでした")');
        page.once('dialog', (dialog) => void dialog.accept());
        rmSync(ballast);
        await page.reload();
        await page.waitForSelector(`#item-${first} input[value=kept]:checked`);
        await page.waitForSelector(`#item-${second} input[value=kept]:checked`);
        await saved(page);
        const stored = await answers();
        expect([first, second].map((id) => stored[id]?.rating)).toEqual(['kept', 'kept']);
      },
    );
  },
);
