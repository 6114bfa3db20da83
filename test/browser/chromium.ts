import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type BrowserContext, chromium } from 'playwright-core';
import { program } from './programs.ts';

export const chromeFolder = resolve('dist/extension/chrome-mv3');

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
}

export async function openChromium({
  profile,
  extension = chromeFolder,
  args = [],
  viewport = { width: 1366, height: 768 },
}: ChromiumOptions): Promise<Chromium> {
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: program('chromium'),
    headless: true,
    viewport,
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
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  const extensionId = new URL(worker.url()).host;
  return {
    context,
    extensionId,
    address: (page) => `chrome-extension://${extensionId}/${page}`,
    kill: async () => {
      const gone = new Promise((done) => context.once('close', done));
      for (const pid of processesOf(profile)) killNow(pid);
      await gone;
      while (processesOf(profile).length > 0) await new Promise((done) => setTimeout(done, 20));
    },
    close: () => context.close(),
  };
}

/** Every process whose command line names this profile: Chromium's main process and its children. */
function processesOf(profile: string): number[] {
  const mark = `--user-data-dir=${profile}`;
  if (existsSync('/proc/self/cmdline')) {
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name) && commandLine(name).includes(mark))
      .map(Number);
  }
  const { stdout } = spawnSync('ps', ['-axww', '-o', 'pid=,command='], { encoding: 'utf8' });
  return stdout
    .split('\n')
    .filter((line) => line.includes(mark))
    .map((line) => Number.parseInt(line, 10));
}

function commandLine(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return ''; // it ended between the two looks
  }
}

function killNow(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It went down with its parent.
  }
}
