import { join, resolve } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { build } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RunningSite, serve } from '../../scripts/server.ts';
import { freshProfile } from './profile.ts';
import { describeWith, patience, program } from './programs.ts';
import { barriers } from './state.ts';

describeWith(['chromium'], 'The pieces, in Chromium', () => {
  const folder = freshProfile();
  let browser: Browser;
  let page: Page;
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
    page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
    page.setDefaultTimeout(patience);
  });
  afterAll(async () => {
    await browser?.close();
    await site?.close();
    folder.remove();
  });

  const open = async (view: string): Promise<void> => {
    await page.goto('about:blank'); // or a change after # would not load anew
    await page.goto(`${site.url}index.html${view}`);
    await page.waitForSelector('h1');
  };

  /** Which item has the focus, on what, and all answers: `2 textarea | kept - - -`. */
  const state = () =>
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
    await open('#/review');
    await page.locator('#item-0 input:checked').focus();
    for (const key of keys) {
      await page.keyboard.press(key);
      // What is drawn after a key is there with the next frame.
      await page.evaluate(
        () => new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn))),
      );
    }
    await expect.poll(state).toBe(end);
  });

  test('keys of an input method that is composing do nothing', async () => {
    await open('#/review');
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
    expect(await state()).toBe('1 textarea | kept partly-kept - -');
  });

  test('an answer taken back leaves the focus in its item', async () => {
    await open('#/review');
    await page.locator('#item-1 [data-act=clear]').press('Enter');
    await expect.poll(state).toBe('1 input | kept - - -');
  });

  test('an answer draws its own item anew, and no other', async () => {
    await open('?all=40#/review');
    const drawn = () => page.evaluate(() => Number(document.documentElement.dataset.drawn));
    const before = await drawn();
    expect(before).toBeGreaterThanOrEqual(40);
    await page.locator('#item-7 input').first().check();
    await page.locator('#item-7 [data-act=clear]').waitFor();
    expect((await drawn()) - before).toBe(1);
  });

  const views = ['#/review', '#/panel', '#/ask', '?dialog#/ask', '#/pieces', '#/pictures'];
  test.each(views)('%s: nothing for axe, nothing to scroll sideways', async (view) => {
    await open(view);
    expect(await barriers(page)).toEqual([]);
  });
});
