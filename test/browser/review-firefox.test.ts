import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { builtInCatalog } from '../../core/catalog/built-in.ts';
import { standardsOfScene } from '../../core/catalog/lookup.ts';
import { type Firefox, openFirefox } from './firefox.ts';
import { sentence } from './leavings.ts';
import { freshProfile } from './profile.ts';
import { describeWith } from './programs.ts';
import { fillUp, mayMount, removeSmallDisk, smallDisk } from './small-disk.ts';

/** What must never happen, in Firefox: the same as `steady`, `kept-texts`, `saved-files` and `full-file-system` show in Chromium. */

const rounds = Number(process.env.FURIKAERI_ROUNDS ?? 2);
const phone = standardsOfScene(builtInCatalog, 'phone').map(({ id }) => id);
const [first = '', second = ''] = phone;
const status = '.f-status:is([data-state=saved], [data-state=failed])';

const radio = (id: string, rating: string) => `#item-${id} input[value=${rating}]`;

/** The first page after installing is left by its button: from then on there is a user. */
async function begin(firefox: Firefox): Promise<void> {
  const page = await firefox.open('review.html', '#ward');
  await page.locator('::-p-xpath(//main//button[normalize-space()="始める"])').click();
  await page.waitForSelector('progress');
  await page.close();
}

const chosen = (page: Page): Promise<Record<string, string>> =>
  page.$$eval('[data-item]', (items) =>
    Object.fromEntries(
      items.flatMap((item) => {
        const { value } = item.querySelector<HTMLInputElement>(':checked') ?? {};
        return value ? [[(item as HTMLElement).dataset.item ?? '', value]] : [];
      }),
    ),
  );

const isSaved = (page: Page) => page.waitForSelector('.f-status[data-state=saved]');

describeWith(['firefox'], 'The review in Firefox', () => {
  const profile = freshProfile();
  const downloads = join(profile.folder, 'downloads');
  let firefox: Firefox;
  let page: Page;
  beforeAll(async () => {
    mkdirSync(downloads);
    firefox = await openFirefox({ profile: profile.folder, downloads });
    await begin(firefox);
  });
  beforeEach(async () => {
    page = await firefox.open('review.html#/scene/phone', '.f-item');
  });
  afterAll(async () => {
    await firefox?.close();
    profile.remove();
  });

  test('digits answer from a choice alone, and one key takes back (F50)', async () => {
    for (const focus of [`#item-${first} [data-act=note]`, 'summary', '.f-buttons a']) {
      await page.focus(focus);
      await page.keyboard.type('1204jkn');
      expect(await chosen(page)).toEqual({});
    }
    await page.focus(radio(first, 'kept'));
    await page.keyboard.type('12');
    await expect.poll(() => chosen(page)).toEqual({ [first]: 'kept', [second]: 'mostly-kept' });
    await page.keyboard.press('u');
    await expect.poll(() => chosen(page)).toEqual({ [first]: 'kept' });
    await page.keyboard.press('u');
    await expect.poll(() => chosen(page)).toEqual({});
    await isSaved(page);
  });

  test(`nothing moves when something is answered, and a second click answers nothing else, ${rounds} times (F51)`, async () => {
    const places = () =>
      page.$$eval('main :is(a, button, label, summary, h1, h2, fieldset)', (all) =>
        all.map((element) => {
          const { x, y, height } = element.getBoundingClientRect();
          return `${element.tagName} ${x} ${y} ${height}`;
        }),
      );
    for (let round = 0; round < rounds; round++) {
      const id = phone[round % phone.length] ?? '';
      const before = await chosen(page);
      const rating = before[id] === 'not-kept' ? 'partly-kept' : 'not-kept';
      await page.$eval(`#item-${id}`, (item) =>
        item.scrollIntoView({ block: 'center', behavior: 'instant' }),
      );
      await new Promise((later) => setTimeout(later, 600)); // longer than a click is taken for the last one's
      const still = await places();
      const choice = await page.$(`#item-${id} .f-options label:has(input[value=${rating}])`);
      await choice?.click({ count: 2, delay: 20 });
      await expect.poll(() => chosen(page)).toEqual({ ...before, [id]: rating });
      await page.waitForSelector(`#item-${id} .f-saved`);
      expect(await places()).toEqual(still);
    }
    await isSaved(page);
  });

  const ways: readonly { way: string; leave(): Promise<unknown> }[] = [
    { way: 'a reload', leave: () => page.evaluate(() => location.reload()) },
    { way: 'a link', leave: () => page.evaluate(() => location.assign('home.html')) },
    {
      way: 'the header',
      leave: () => page.$eval('.f-home', (home) => (home as HTMLElement).click()),
    },
    { way: 'Back', leave: () => page.evaluate(() => history.back()) },
    { way: 'closing', leave: () => page.close() },
  ];

  const field = `#item-${first} textarea`;
  const openNote = async () => {
    const note = `#item-${first} [data-act=note]`;
    await page.waitForSelector(note);
    if (await page.$(`${note}[aria-expanded=false]`)) {
      await page.focus(note);
      await page.keyboard.press('Enter');
    }
    await page.waitForSelector(field);
  };

  test.each(ways)(`a note is there after $way, ${rounds} times (F47)`, async ({ leave }) => {
    for (let round = 0; round < rounds; round++) {
      await openNote();
      await page.$eval(field, (text) => (text as HTMLTextAreaElement).select());
      const text = `${round}${sentence}`;
      await page.focus(field);
      await page.keyboard.type(text);
      await leave();
      if (!page.isClosed()) await page.close();
      page = await firefox.open('review.html#/scene/phone', '.f-item');
      await openNote();
      await expect
        .poll(() => page.$eval(field, (text) => (text as HTMLTextAreaElement).value))
        .toBe(text);
    }
  });

  test(`a download is never called saved before it was opened back, ${rounds} times (F45)`, async () => {
    await page.close();
    page = await firefox.open('options.html#/delete', 'main button');
    const words = () => page.$eval('main', (main) => main.innerText);
    const cited = async () => {
      await page.locator('::-p-xpath(//main//button[normalize-space()="このPCから消す"])').click();
      await page.waitForSelector('dialog[open]');
      const said = await page.$eval('dialog[open]', (dialog) => (dialog as HTMLElement).innerText);
      await page.locator('::-p-xpath(//dialog[@open]//button[normalize-space()="やめる"])').click();
      return said;
    };
    for (let round = 0; round < rounds; round++) {
      for (const file of readdirSync(downloads)) rmSync(join(downloads, file));
      await page
        .locator('::-p-xpath(//main//button[contains(normalize-space(), "控えを保存する")])')
        .click();
      await expect.poll(words).toContain('まだ、保存できたか分かりません');
      expect(await words()).not.toContain('控えを保存しました');
      expect(await cited()).toContain('まだ控えのファイルを確かめていません');
    }
    await expect.poll(() => readdirSync(downloads).length).toBe(1);
    const [name = ''] = readdirSync(downloads);
    const backup = (await page.waitForSelector('#backup-back')) as ElementHandle<HTMLInputElement>;
    const other = join(profile.folder, 'other.json');
    writeFileSync(other, '{}');
    await backup.uploadFile(other);
    await expect.poll(words).toContain('選んだファイルは、渡したファイルと違います');
    expect(await words()).not.toContain('控えを保存しました');
    await backup.uploadFile(join(downloads, name));
    await expect.poll(words).toContain('控えを保存しました');
    expect(await cited()).toContain('中身を読み直して確かめました');
  });
});

const hasDisk = mayMount();

describeWith(
  ['firefox'],
  hasDisk
    ? 'A full file system under Firefox'
    : 'A full file system under Firefox [no right to mount a tmpfs]',
  () => {
    let disk: string;
    let ballast: string;
    let firefox: Firefox;
    beforeAll(async () => {
      if (!hasDisk) return;
      disk = smallDisk(200);
      ballast = join(disk, 'ballast');
      firefox = await openFirefox({ profile: join(disk, 'profile') });
      await begin(firefox);
    });
    afterAll(async () => {
      await firefox?.close();
      if (disk) removeSmallDisk(disk);
    });

    test.skipIf(!hasDisk)(
      `what is given on it is told, and saved once there is room, ${rounds} times (F46)`,
      async () => {
        const page = await firefox.open('review.html#/all', '[data-item]');
        const { standards } = builtInCatalog;
        let next = 0;
        const answer = async () => {
          const id = standards[next++ % standards.length]?.id ?? '';
          const rating = (await chosen(page))[id] === 'not-kept' ? 'partly-kept' : 'not-kept';
          await page.$eval(radio(id, rating), (input) => (input as HTMLElement).click());
          await page.waitForSelector(status);
          return [id, rating] as const;
        };
        for (let round = 0; round < rounds; round++) {
          const given: Record<string, string> = {};
          // What is left of a page of the file system may hold the first of them.
          while (!(await page.$('.f-status[data-state=failed]'))) {
            fillUp(ballast);
            const [id, rating] = await answer();
            given[id] = rating;
          }
          await expect
            .poll(() => page.$eval('.f-notice', (notice) => (notice as HTMLElement).innerText))
            .toContain('このPCの空きが足りない');
          rmSync(ballast);
          await isSaved(page);
          const again = await firefox.open('review.html#/all', '[data-item] input:checked');
          await expect.poll(() => chosen(again)).toMatchObject(given);
          await again.close();
        }
      },
    );
  },
);
