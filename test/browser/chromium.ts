import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type BrowserContext, chromium } from 'playwright-core';
import { program } from './programs.ts';

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
  const extensionId = idOf(extension);
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

/** Chromium's id of an unpacked extension with a key: the key's SHA-256, its first half in the letters a to p. */
function idOf(extension: string): string {
  const { key } = JSON.parse(readFileSync(join(extension, 'manifest.json'), 'utf8'));
  const hash = createHash('sha256').update(Buffer.from(key, 'base64')).digest('hex');
  return hash
    .slice(0, 32)
    .replace(/./g, (digit) => 'abcdefghijklmnop'[Number.parseInt(digit, 16)] ?? '');
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
