import { serve } from '../../scripts/server.ts';
import { buildOurs, buildShipped } from './build.ts';
import { browserVersion, newProfile, removeProfile, withBrowser } from './measure.ts';
import { median, percentile } from './statistics.ts';
import { weightOf } from './weight.ts';

/** A catalog whose course of everything has more than 120 slides. */
const items = 120;

interface Session {
  /** Milliseconds from the click on 始める until the first slide is painted. */
  readonly first: number;
  /** Milliseconds from the key until the next slide is painted, of each slide. */
  readonly moves: readonly number[];
  readonly slides: number;
  /** Scripts and style sheets that were loaded. */
  readonly loaded: readonly string[];
}

export interface TrainingResults {
  readonly turns: number;
  readonly chromium: string;
  readonly slides: number;
  /** By the slowdown of the processor. */
  readonly first: ReadonlyMap<number, number>;
  readonly moves: ReadonlyMap<number, { readonly p50: number; readonly p95: number }>;
  /** Bytes after gzip of all scripts that a session loads, as shipped. */
  readonly weight: number;
}

/** A trainer's session: from the list of courses through every slide. */
export async function measureTraining(
  turns: number,
  say: (text: string) => void,
): Promise<TrainingResults> {
  const folder = await buildOurs(items);
  const slowdowns = [1, 4];
  const sessions = new Map<number, Session[]>(slowdowns.map((slowdown) => [slowdown, []]));
  for (let turn = 1; turn <= turns; turn += 1) {
    for (const slowdown of slowdowns) {
      say(`turn ${turn} of ${turns}: training, ${slowdown}×`);
      sessions.get(slowdown)?.push(await hold(folder, slowdown));
    }
  }
  const { folder: shipped } = await buildShipped();
  const { loaded } = await hold(shipped, 1);
  const { start } = weightOf(
    shipped,
    loaded.map((path) => ({ path, atStart: true })),
  );
  const all = [...sessions];
  return {
    turns,
    chromium: await browserVersion(),
    slides: sessions.get(1)?.[0]?.slides ?? 0,
    first: new Map(all.map(([slowdown, held]) => [slowdown, median(held.map((one) => one.first))])),
    moves: new Map(
      all.map(([slowdown, held]) => {
        const moves = held.flatMap((one) => one.moves);
        return [slowdown, { p50: percentile(moves, 0.5), p95: percentile(moves, 0.95) }];
      }),
    ),
    weight: start,
  };
}

/** One session in a browser of its own, with the page loaded once before. */
async function hold(folder: string, slowdown: number): Promise<Session> {
  const site = await serve({ folder, port: 0 });
  const profile = newProfile();
  try {
    return await withBrowser(profile, async (context) => {
      const start = 'a[href="#/show/everything"]';
      const page = await context.newPage();
      await page.goto(`${site.url}trainer.html`);
      await page.waitForSelector(start);
      const devtools = await context.newCDPSession(page);
      await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
      return page.evaluate(throughAll, start);
    });
  } finally {
    await site.close();
    removeProfile(profile);
  }
}

/** Runs inside the page: it may use nothing of this module. */
async function throughAll(start: string): Promise<Session> {
  const painted = (): Promise<number> =>
    new Promise((done) => {
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => done(performance.now());
        port2.postMessage(null);
      });
    });
  const shown = (): Element | null => document.querySelector('.reveal.ready section.present > *');
  const until = async (holds: () => boolean): Promise<number> => {
    while (!holds()) await painted();
    return painted();
  };
  const clicked = performance.now();
  document.querySelector<HTMLElement>(start)?.click();
  const first = (await until(() => shown() !== null)) - clicked;
  const number = (): string => document.querySelector('.t-number')?.textContent ?? '';
  const slides = Number(number().split('／')[1]);
  const moves: number[] = [];
  while (number() !== `${slides}／${slides}`) {
    const before = number();
    // A slide is looked at before the next one is asked for.
    await new Promise((done) => setTimeout(done, 250));
    const pressed = performance.now();
    document.body.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'PageDown', code: 'PageDown', bubbles: true }),
    );
    const painting = await painted();
    // A press that shows the slide's second half is no move.
    if (number() !== before && shown() !== null) moves.push(painting - pressed);
  }
  const loaded = performance
    .getEntriesByType('resource')
    .map(({ name }) => new URL(name).pathname)
    .filter((path) => /\.(js|css)$/.test(path));
  return { first, moves, slides, loaded };
}
