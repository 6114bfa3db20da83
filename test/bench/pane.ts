import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type Browser, type CDPSession, chromium } from 'playwright-core';
import { findProgram } from '../../scripts/browsers.ts';
import { createHost } from '../excel/host/host.ts';
import { openXlsx } from '../excel/host/open-xlsx.ts';
import { buildPane, openPane, type PaneBuild } from '../excel/pane-page.ts';

/** Of the Excel pane, on the fake host with a ward's 17 sections, in Chromium slowed down. */
export interface PaneResults {
  readonly runs: number;
  readonly slowdown: number;
  /** Bytes, packed: what the pane starts with, and what it fetches when it is needed. */
  readonly start: number;
  readonly later: number;
  /** Milliseconds that our own script works until the section can be chosen. */
  readonly usable: readonly number[];
  /** Milliseconds until then in all, with Microsoft's client and the fake host. */
  readonly whole: readonly number[];
  /** Milliseconds from a key to its letter on the screen. */
  readonly keys: readonly number[];
}

const slowdown = 4;
const template = 'test/fixtures/templates/ward-filled.xlsx';
const typed = 'shimin no kata ni wakariyasuku';

export async function measurePane(runs: number, say: (text: string) => void): Promise<PaneResults> {
  const pane = await buildPane();
  const executablePath = findProgram('chromium');
  if (!executablePath) throw new Error('no Chromium');
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  try {
    const usable: number[] = [];
    const whole: number[] = [];
    const keys: number[] = [];
    for (let turn = 1; turn <= runs; turn++) {
      say(`pane: turn ${turn} of ${runs}`);
      const visit = await visitOnce(browser, pane);
      usable.push(visit.usable);
      whole.push(visit.whole);
      keys.push(...visit.keys);
    }
    return { runs, slowdown, ...weigh(pane), usable, whole, keys };
  } finally {
    await browser.close();
    pane.remove();
  }
}

async function visitOnce(browser: Browser, pane: PaneBuild) {
  const host = createHost(openXlsx(new Uint8Array(readFileSync(template))));
  const devtools: CDPSession[] = [];
  const began = performance.now();
  const { page } = await openPane(
    browser,
    pane,
    host,
    { width: 350, height: 768 },
    async (blank) => {
      const session = await blank.context().newCDPSession(blank);
      devtools.push(session);
      await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
      await session.send('Profiler.enable');
      await session.send('Profiler.start');
    },
  );
  const [session] = devtools;
  if (!session) throw new Error('no session');
  await page.locator('#section').waitFor();
  const whole = performance.now() - began;
  const { profile } = await session.send('Profiler.stop');
  await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  await page.selectOption('#section', { index: 3 });
  await page.getByRole('button', { name: '目標と結果を書く' }).click();
  await page.locator('#target-1').click();
  await page.evaluate(watchKeys);
  await page.keyboard.type(typed, { delay: 60 });
  const keys = await page.evaluate(() => (globalThis as unknown as Marks).keys);
  await page.close();
  return { usable: ownTime(profile), whole, keys };
}

/** What a profile of the processor holds, as far as it is looked at. */
interface Profile {
  readonly nodes: readonly { readonly id: number; readonly callFrame: { readonly url: string } }[];
  readonly samples?: readonly number[];
  /** Microseconds. */
  readonly timeDeltas?: readonly number[];
}

/** Milliseconds in scripts of the pane's own. */
function ownTime({ nodes, samples = [], timeDeltas = [] }: Profile): number {
  const own = new Set(
    nodes.filter(({ callFrame }) => callFrame.url.includes('/assets/')).map(({ id }) => id),
  );
  const times = samples.map((id, index) => (own.has(id) ? (timeDeltas[index] ?? 0) : 0));
  return times.reduce((sum, time) => sum + time, 0) / 1000;
}

interface Marks {
  keys: number[];
}

function watchKeys(): void {
  const keys: number[] = [];
  (globalThis as unknown as Marks).keys = keys;
  document.addEventListener(
    'keydown',
    ({ timeStamp }) => {
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => keys.push(performance.now() - timeStamp);
        port2.postMessage(null);
      });
    },
    true,
  );
}

/** What the page's own scripts import at once is there at the start; the rest is fetched when it is needed. */
function weigh({ folder }: PaneBuild): { start: number; later: number } {
  const assets = join(folder, 'assets');
  const html = readFileSync(join(folder, 'taskpane.html'), 'utf8');
  const scripts = readdirSync(assets).filter((each) => each.endsWith('.js'));
  const atStart = new Set<string>();
  const take = (name: string) => {
    if (atStart.has(name)) return;
    atStart.add(name);
    const text = readFileSync(join(assets, name), 'utf8');
    for (const [, other] of text.matchAll(/(?:from|import)\s*["'`]\.\/([^"'`]+\.js)["'`]/g)) {
      if (other) take(other);
    }
  };
  for (const name of scripts) if (html.includes(name)) take(name);
  let [start, later] = [0, 0];
  for (const name of scripts) {
    const packed = gzipSync(readFileSync(join(assets, name)), { level: 9 }).length;
    if (atStart.has(name)) start += packed;
    else later += packed;
  }
  return { start, later };
}
