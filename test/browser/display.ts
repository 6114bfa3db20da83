import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { Page } from 'playwright-core';
import { program } from './programs.ts';

/** A screen that nobody sees, and a hand at its keyboard: for the windows that are the browser's own, not the page's. */
export interface Display {
  /** `:99` */
  readonly name: string;
  /** Presses keys, by their names of X11: `Return`, `alt+o`. */
  press(...keys: readonly string[]): Promise<void>;
  type(text: string): Promise<void>;
  /** Whether a window whose title begins so is in sight. */
  shows(title: string): Promise<boolean>;
  close(): void;
}

export async function openDisplay(): Promise<Display> {
  const screen = spawn(
    program('xvfb'),
    ['-displayfd', '1', '-screen', '0', '1366x900x24', '-nolisten', 'tcp'],
    { stdio: ['ignore', 'pipe', 'ignore'] },
  );
  const [number] = await once(screen.stdout, 'data');
  const name = `:${String(number).trim()}`;
  const env = { ...process.env, DISPLAY: name };
  const run = (...words: readonly string[]) =>
    promisify(execFile)(program('xdotool'), words, { env });
  return {
    name,
    press: async (...keys) => {
      await run('key', ...keys);
    },
    type: async (text) => {
      await run('type', '--delay', '20', text);
    },
    // It ends with an error where there is none.
    shows: (title) =>
      run('search', '--onlyvisible', '--name', `^${title}`).then(
        () => true,
        () => false,
      ),
    close: () => {
      screen.kill();
    },
  };
}

/** Has the page swallow Tab, and tell: to be called before it is loaded. */
export async function swallowTab(page: Page): Promise<void> {
  await page.addInitScript(() => {
    addEventListener(
      'keydown',
      (event) => {
        if (event.key !== 'Tab') return;
        event.preventDefault();
        Object.assign(globalThis, { tabs: heard() + 1 });
      },
      true,
    );
    const heard = () => (globalThis as { tabs?: number }).tabs ?? 0;
  });
}

const tabs = (page: Page) => page.evaluate(() => (globalThis as { tabs?: number }).tabs ?? 0);

/**
 * Waits for the browser's question over the page, and goes to its second button: as long as there is
 * none, the page is who hears Tab.
 */
export async function reachQuestion(page: Page, display: Display): Promise<void> {
  for (;;) {
    const before = await tabs(page);
    await display.press('Tab');
    // What is pressed too soon is taken for a slip, and let pass.
    await pause(1000);
    if ((await tabs(page)) === before) return;
  }
}
