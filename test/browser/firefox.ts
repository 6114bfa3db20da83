import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { watchFirefox, watchPreferences } from './firefox-watch.ts';
import { firefoxWindow, type InWindow } from './firefox-window.ts';
import { patience, program } from './programs.ts';
import type { Faults } from './watch.ts';

const firefoxFolder = resolve(process.env.FURIKAERI_OUT ?? 'dist/extension', 'firefox-mv3');

/** Firefox draws a new host name for each installation; ours is fixed, so that a second start finds the first one's data. */
const host = '3f6a1c2e-0000-4000-8000-00000000feed';

/** A Firefox with the extension in it, driven over WebDriver BiDi. */
export interface Firefox {
  readonly browser: Browser;
  /** Opens one of the extension's pages in a new tab: `open('review.html', 'h1')` comes back once the selector is there. */
  open(page: string, selector: string): Promise<Page>;
  address(page: string): string;
  /** What the extension's pages did wrong since the start; empty is good. */
  faults(): Promise<Faults>;
  /** Runs an expression in Firefox's own window. */
  readonly inWindow: InWindow;
  /** SIGKILL; open the same profile again to look. */
  kill(): Promise<void>;
  close(): Promise<void>;
}

export interface FirefoxOptions {
  /** From `freshProfile()`. */
  readonly profile: string;
  readonly extension?: string;
  /** プライベートウィンドウでの実行を許可する. */
  readonly allowPrivateWindows?: boolean;
  /** Beside the process's own. */
  readonly env?: Readonly<Record<string, string>>;
  readonly viewport?: { readonly width: number; readonly height: number };
  /** Where downloads go without asking. */
  readonly downloads?: string;
}

export async function openFirefox({
  profile,
  extension = firefoxFolder,
  allowPrivateWindows = false,
  env = {},
  viewport = { width: 1366, height: 768 },
  downloads,
}: FirefoxOptions): Promise<Firefox> {
  const manifest = JSON.parse(readFileSync(join(extension, 'manifest.json'), 'utf8'));
  const id: string = manifest.browser_specific_settings.gecko.id;
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: program('firefox'),
    headless: true,
    timeout: patience,
    protocolTimeout: 2 * patience,
    env: { ...process.env, ...env },
    userDataDir: profile,
    defaultViewport: viewport,
    args: ['--remote-allow-system-access'], // moz-extension: pages are closed to BiDi without it
    extraPrefsFirefox: {
      ...watchPreferences,
      ...(downloads && { 'browser.download.folderList': 2, 'browser.download.dir': downloads }),
      'extensions.webextensions.uuids': JSON.stringify({ [id]: host }),
    },
  });
  const inWindow = await firefoxWindow(browser);
  const faults = await watchFirefox(browser, inWindow);
  if (allowPrivateWindows) await inWindow(privatePermission(id));
  await browser.installExtension(extension);
  const address = (page: string) => `moz-extension://${host}/${page}`;
  return {
    browser,
    address,
    faults,
    inWindow,
    open: async (path, selector) => {
      const page = await browser.newPage();
      page.setDefaultTimeout(patience);
      // Firefox reports no load event for extension pages.
      await page.goto(address(path), { waitUntil: [] });
      await page.waitForSelector(selector);
      return page;
    },
    kill: async () => {
      const child = browser.process();
      if (!child) throw new Error('Firefox has no process of its own');
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
      // Puppeteer then puts back the profile's preferences; a start before that would fail.
      while (existsSync(join(profile, 'user.js.puppeteer'))) await setTimeout(20);
    },
    close: () => browser.close(),
  };
}

/** What the switch on about:addons keeps; read when the extension is installed. */
const privatePermission = (id: string) => `
  ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs')
    .ExtensionPermissions.add(${JSON.stringify(id)}, {
      permissions: ['internal:privateBrowsingAllowed'],
      origins: [],
    })
    .then(() => true)
`;
