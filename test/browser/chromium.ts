import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type BrowserContext, chromium } from 'playwright-core';
import { killNow, processesNaming } from './processes.ts';
import { patience, program } from './programs.ts';

export const chromeFolder = resolve(process.env.FURIKAERI_OUT ?? 'dist/extension', 'chrome-mv3');

/** A Chromium with the extension in it. */
export interface Chromium {
  readonly context: BrowserContext;
  readonly extensionId: string;
  /** The address of one of the extension's pages: `address('review.html#/all')`. */
  address(page: string): string;
  /** SIGKILL to every process of this browser and of no other; open the same profile again to look. */
  kill(): Promise<void>;
  close(): Promise<void>;
}

export interface ChromiumOptions {
  /** From `freshProfile()`. */
  readonly profile: string;
  /** The unpacked extension. */
  readonly extension?: string;
  readonly args?: readonly string[];
  readonly viewport?: { readonly width: number; readonly height: number };
  /** Where its windows stand, `:99`; nowhere without. */
  readonly display?: string;
  /** Leaves the page open that opens by itself once after installing. */
  readonly keepsWelcome?: boolean;
}

export async function openChromium({
  profile,
  extension = chromeFolder,
  args = [],
  viewport = { width: 1366, height: 768 },
  display,
  keepsWelcome = false,
}: ChromiumOptions): Promise<Chromium> {
  const isNew = !existsSync(join(profile, 'Default'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: program('chromium'),
    headless: display === undefined,
    timeout: patience,
    viewport,
    // Without a language of letters beyond ASCII, files would be given no Japanese names.
    env: {
      ...process.env,
      LC_ALL: 'C.UTF-8',
      ...(display !== undefined && { DISPLAY: display }),
    },
    args: [
      '--no-sandbox', // containers have no user namespaces
      `--disable-extensions-except=${extension}`,
      `--load-extension=${extension}`,
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      ...args,
    ],
  });
  context.setDefaultTimeout(patience);
  // Without a window nobody can answer the browser's question for a place: then files are downloads.
  if (display === undefined) {
    await context.addInitScript(() => Reflect.deleteProperty(globalThis, 'showSaveFilePicker'));
  }
  if (isNew && !keepsWelcome) await closeWelcome(context);
  const extensionId = idOf(extension);
  const processes = () => processesNaming(`--user-data-dir=${profile}`);
  return {
    context,
    extensionId,
    address: (page) => `chrome-extension://${extensionId}/${page}`,
    kill: async () => {
      const gone = new Promise((done) => context.once('close', done));
      for (const pid of processes()) killNow(pid);
      await gone;
      while (processes().length > 0) await new Promise((done) => setTimeout(done, 20));
    },
    close: () => context.close(),
  };
}

async function closeWelcome(context: BrowserContext): Promise<void> {
  // A page is told of before it has its address.
  const find = () => context.pages().find((page) => page.url().endsWith('/review.html'));
  const end = Date.now() + patience;
  while (!find() && Date.now() < end) await new Promise((done) => setTimeout(done, 50));
  await find()?.close();
}

/** Chromium's id of an unpacked extension with a key: the key's SHA-256, its first half in the letters a to p. */
function idOf(extension: string): string {
  const { key } = JSON.parse(readFileSync(join(extension, 'manifest.json'), 'utf8'));
  const hash = createHash('sha256').update(Buffer.from(key, 'base64')).digest('hex');
  return hash
    .slice(0, 32)
    .replace(/./g, (digit) => 'abcdefghijklmnop'[Number.parseInt(digit, 16)] ?? '');
}
