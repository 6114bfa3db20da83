import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getuid } from 'node:process';
import { setTimeout } from 'node:timers/promises';
import { type BrowserContext, chromium } from 'playwright-core';
import { findProgram } from '../../scripts/browsers.ts';
import { type Click, installProbe, type Probe } from './probe.ts';

export interface Visit {
  readonly url: string;
  readonly probe: Probe;
  /** How many times slower than it is the processor pretends to be. */
  readonly slowdown: number;
  /** A browser profile to start from; it stays as it is. Without: an empty one. */
  readonly profile?: string;
}

/** A script or style sheet of the page. */
export interface LoadedFile {
  /** Below the served folder. */
  readonly path: string;
  /** Asked for before the first click. */
  readonly atStart: boolean;
}

export interface Measured {
  /** Milliseconds from the start of the navigation. */
  readonly interactive: number;
  /** Bytes of live JavaScript objects after a garbage collection. */
  readonly heap: number;
  readonly clicks: readonly Click[];
  /** What was loaded, in order. */
  readonly files: readonly LoadedFile[];
}

/**
 * One visit, in a browser and profile of its own. The page is visited once
 * before, so that browser, server and files are warm; with `all`, every item is
 * answered, otherwise the first alone.
 */
export async function measure(visit: Visit, { all = false } = {}): Promise<Measured> {
  return withProfile(visit.profile, (profile) =>
    withBrowser(profile, (context) => visitOnce(context, visit, all)),
  );
}

async function visitOnce(context: BrowserContext, visit: Visit, all: boolean): Promise<Measured> {
  await context.addInitScript(installProbe, visit.probe);
  const warm = await context.newPage();
  await warm.goto(visit.url, { timeout: 0 });
  await warm.close();
  // What a page does after it was left, a copy of the store for one, is not the next one's time.
  await setTimeout(500);

  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: visit.slowdown });
  await page.goto(visit.url, { timeout: 0 });
  const interactive = await soon(
    page.evaluate(() => globalThis.bench.interactive),
    `${visit.url}: ${visit.probe.count} items and an answer to a click`,
  );
  const first = await page.evaluate(() => globalThis.bench.first);
  await devtools.send('HeapProfiler.collectGarbage');
  const { usedSize } = await devtools.send('Runtime.getHeapUsage');
  const rest = all ? await page.evaluate(() => globalThis.bench.rest()) : [];
  const loaded = await page.evaluate(() => globalThis.bench.loaded());
  const files = loaded.map(({ url, atStart }) => ({ path: new URL(url).pathname, atStart }));
  return { interactive, heap: usedSize, clicks: [first, ...rest], files };
}

/** Ten minutes at most: a page that never gets there shall not hold up the others without a word. */
async function soon<T>(promise: Promise<T>, what: string): Promise<T> {
  const done = new AbortController();
  const late = setTimeout(600_000, null, { signal: done.signal }).then(() => {
    throw new Error(`Never came: ${what}`);
  });
  return Promise.race([promise, late]).finally(() => done.abort());
}

/** Runs `act` in a browser of its own that keeps its data in this folder. */
export async function withBrowser<T>(
  profile: string,
  act: (context: BrowserContext) => Promise<T>,
): Promise<T> {
  const executablePath = findProgram('chromium');
  if (executablePath === null) throw new Error('chromium is missing: FURIKAERI_CHROMIUM=…');
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    viewport: { width: 1366, height: 768 },
    locale: 'ja-JP',
    args: [
      ...(getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
  });
  try {
    return await act(context);
  } finally {
    await context.close();
  }
}

export const browserVersion = (): Promise<string> =>
  withProfile(undefined, (profile) =>
    withBrowser(profile, async (context) => context.browser()?.version() ?? ''),
  );

/** Runs `act` with a new folder for a browser's data, filled from another one if given; clears it away. */
async function withProfile<T>(
  origin: string | undefined,
  act: (profile: string) => Promise<T>,
): Promise<T> {
  const profile = newProfile();
  try {
    if (origin) cpSync(origin, profile, { recursive: true });
    return await act(profile);
  } finally {
    removeProfile(profile);
  }
}

export const newProfile = (): string => mkdtempSync(join(tmpdir(), 'furikaeri-bench-'));

export const removeProfile = (profile: string): void =>
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
