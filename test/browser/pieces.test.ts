import { join, resolve } from 'node:path';
import axe from 'axe-core';
import { type Browser, chromium, type Page } from 'playwright-core';
import { build } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RunningSite, serve } from '../../scripts/server.ts';
import { freshProfile } from './profile.ts';
import { describeWith, program } from './programs.ts';

describeWith(['chromium'], 'The pieces, in Chromium', () => {
  const folder = freshProfile();
  let browser: Browser;
  let site: RunningSite;
  beforeAll(async () => {
    const root = resolve(import.meta.dirname, '../gallery');
    await build({
      root,
      configFile: join(root, 'vite.config.ts'),
      build: { outDir: folder.folder },
      logLevel: 'warn',
    });
    site = await serve({ folder: folder.folder, port: 0 });
    browser = await chromium.launch({
      executablePath: program('chromium'),
      args: ['--no-sandbox'],
    });
  });
  afterAll(async () => {
    await browser?.close();
    await site?.close();
    folder.remove();
  });

  const open = async (view: string, width: number): Promise<Page> => {
    const page = await browser.newPage({ viewport: { width, height: 768 } });
    await page.goto(`${site.url}index.html${view}`);
    await page.waitForSelector('h1');
    return page;
  };

  /** Which item has the focus, on what, and all answers: `2 textarea | kept - - -`. */
  const state = (page: Page) =>
    page.evaluate(() => {
      const focus = document.activeElement;
      const answers = [...document.querySelectorAll('.f-item')].map(
        (item) => item.querySelector<HTMLInputElement>('input:checked')?.value ?? '-',
      );
      const item = focus?.closest<HTMLElement>('[data-item]')?.dataset.item;
      return `${item} ${focus?.localName} | ${answers.join(' ')}`;
    });

  // The gallery starts with the first item kept, and the second partly kept with a note.
  test.each([
    { keys: ['3'], end: '1 input | partly-kept partly-kept - -' },
    { keys: ['2', '4', '0'], end: '3 input | mostly-kept not-kept not-applicable -' },
    { keys: ['j', 'j', '1'], end: '3 input | kept partly-kept kept -' },
    { keys: ['j', 'j', 'j', '1'], end: '3 input | kept partly-kept - kept' },
    { keys: ['j', 'k', 'k'], end: '0 input | kept partly-kept - -' },
    { keys: ['5', 'x', 'Control+1'], end: '0 input | kept partly-kept - -' },
    { keys: ['ArrowRight'], end: '0 input | mostly-kept partly-kept - -' },
    { keys: ['n', '2', 'j'], end: '0 textarea | kept partly-kept - -' },
    { keys: ['n', '2', 'Escape', 'j'], end: '1 input | kept partly-kept - -' },
    { keys: ['j', 'n', 'k'], end: '1 textarea | kept partly-kept - -' },
  ])('$keys → $end', async ({ keys, end }) => {
    const page = await open('#/review', 1366);
    await page.locator('#item-0 input:checked').focus();
    for (const key of keys) {
      await page.keyboard.press(key);
      // What is drawn after a key is there with the next frame.
      await page.evaluate(
        () => new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn))),
      );
    }
    expect(await state(page)).toBe(end);
    await page.close();
  });

  test('keys of an input method that is composing do nothing', async () => {
    const page = await open('#/review', 1366);
    const press = (selector: string, key: string, isComposing: boolean, keyCode: number) =>
      page.evaluate(
        ({ selector, ...init }) => {
          const element = document.querySelector<HTMLElement>(selector);
          element?.focus();
          element?.dispatchEvent(new KeyboardEvent('keydown', { ...init, bubbles: true }));
        },
        { selector, key, isComposing, keyCode },
      );
    await press('#item-0 input:checked', '3', true, 51);
    await press('#item-0 input:checked', '3', false, 229);
    await press('#item-1 textarea', 'Escape', true, 27);
    expect(await state(page)).toBe('1 textarea | kept partly-kept - -');
    await page.close();
  });

  test('an answer taken back leaves the focus in its item', async () => {
    const page = await open('#/review', 1366);
    await page.locator('#item-1 [data-act=clear]').press('Enter');
    await expect.poll(() => state(page)).toBe('1 input | kept - - -');
    await page.close();
  });

  test('an answer draws its own item anew, and no other', async () => {
    const page = await open('?all=40#/review', 1366);
    const drawn = () => page.evaluate(() => Number(document.documentElement.dataset.drawn));
    const before = await drawn();
    expect(before).toBeGreaterThanOrEqual(40);
    await page.locator('#item-7 input').first().check();
    await page.locator('#item-7 [data-act=clear]').waitFor();
    expect((await drawn()) - before).toBe(1);
    await page.close();
  });

  const views = ['#/review', '#/panel', '#/ask', '?dialog#/ask', '#/pieces', '#/pictures'];
  test.each(views.flatMap((view) => [320, 1366].map((width) => ({ view, width }))))(
    '$view at $width px: nothing for axe, nothing to scroll sideways',
    async ({ view, width }) => {
      const page = await open(view, width);
      await page.evaluate(axe.source);
      const found = await page.evaluate(async () => {
        const { violations } = await (window as unknown as { axe: typeof axe }).axe.run();
        return {
          violations: violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`),
          over: Math.max(0, document.documentElement.scrollWidth - innerWidth),
        };
      });
      expect(found).toEqual({ violations: [], over: 0 });
      await page.close();
    },
  );
});
