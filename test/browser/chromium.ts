import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
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
}

export async function openChromium({
  profile,
  extension = chromeFolder,
  args = [],
  viewport = { width: 1366, height: 768 },
  display,
}: ChromiumOptions): Promise<Chromium> {
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

/** Chromium's id of an unpacked extension with a key: the key's SHA-256, its first half in the letters a to p. */
function idOf(extension: string): string {
  const { key } = JSON.parse(readFileSync(join(extension, 'manifest.json'), 'utf8'));
  const hash = createHash('sha256').update(Buffer.from(key, 'base64')).digest('hex');
  return hash
    .slice(0, 32)
    .replace(/./g, (digit) => 'abcdefghijklmnop'[Number.parseInt(digit, 16)] ?? '');
}
