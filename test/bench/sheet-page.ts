import { type Browser, chromium } from 'playwright-core';
import type * as Fill from '../../core/sheet/fill/fill.ts';
import type * as Form from '../../core/sheet/form/open.ts';
import type { Sheet } from '../../core/sheet/model/sheet.ts';
import type * as Grids from '../../core/xlsx/read/read-grids.ts';
import type * as Open from '../../core/xlsx/read/workbook.ts';
import type * as Apply from '../../core/xlsx/write/apply-plans.ts';
import { findProgram } from '../../scripts/browsers.ts';
import { sheetFor } from './sheet-task.ts';
import { sheetCode } from './sheet-weight.ts';
import { median } from './statistics.ts';

/** Milliseconds in a page, the medians of several pages. */
export interface InPage {
  /** The first workbook that a page opens, and the first whose form it recognises. */
  readonly opened: number;
  readonly recognised: number;
  /** The first filling of it, planned, written and read back. */
  readonly filled: number;
  /** All together, once the page has done so twenty times. */
  readonly warm: number;
}

type Core = typeof Fill & typeof Form & typeof Apply & typeof Grids & typeof Open;

const site = 'http://sheet.test/';
const repeated = 20;

/** Fills a workbook in Chromium, each time in a page of its own: built and minified as pages are. */
export async function measureInPage(bytes: Uint8Array, turns: number): Promise<InPage> {
  const executablePath = findProgram('chromium');
  if (!executablePath) throw new Error('no Chromium');
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  try {
    const code = await sheetCode();
    const sheets = Array.from({ length: repeated + 1 }, (_, seed) => sheetFor(bytes, seed + 1));
    const visits: InPage[] = [];
    for (let turn = 0; turn < turns; turn++) visits.push(await visit(browser, code, bytes, sheets));
    const of = (name: keyof InPage) => median(visits.map((each) => each[name]));
    return {
      opened: of('opened'),
      recognised: of('recognised'),
      filled: of('filled'),
      warm: of('warm'),
    };
  } finally {
    await browser.close();
  }
}

async function visit(
  browser: Browser,
  code: string,
  bytes: Uint8Array,
  sheets: readonly Sheet[],
): Promise<InPage> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.route(`${site}**`, (route) =>
    route.request().url().endsWith('.js')
      ? route.fulfill({ contentType: 'text/javascript', body: code })
      : route.fulfill({ contentType: 'text/html', body: '<!doctype html>' }),
  );
  await page.goto(site);
  const times = await page.evaluate(fillAll, { numbers: [...bytes], sheets });
  await context.close();
  return times;
}

/** In the page itself. */
async function fillAll({ numbers, sheets }: { numbers: number[]; sheets: readonly Sheet[] }) {
  // A variable, so that it is looked for in the page and not here.
  const path = '/core.js';
  const core: Core = await import(path);
  const sure = <T>(result: { ok: true; value: T } | { ok: false; problems: unknown }): T => {
    if (!result.ok) throw new Error(JSON.stringify(result.problems));
    return result.value;
  };
  const fillOne = (sheet: Sheet) => {
    const bytes = Uint8Array.from(numbers);
    const begin = performance.now();
    const workbook = sure(core.openWorkbook(bytes));
    const grids = core.gridsOf(workbook);
    const open = performance.now();
    const found = core.openForm(grids, []);
    if (!('places' in found)) throw new Error(found.kind);
    const between = performance.now();
    const { plans } = sure(core.planFill(found.places, sheet, { replace: true }));
    sure(core.applyPlans(workbook, plans));
    const filled = performance.now() - between;
    return { opened: open - begin, recognised: between - open, filled };
  };
  const [first, ...others] = sheets.map(fillOne);
  const last = others
    .slice(others.length / 2)
    .map(({ opened, recognised, filled }) => opened + recognised + filled);
  const warm = last.sort((one, other) => one - other)[last.length >> 1] ?? Number.NaN;
  const none = { opened: Number.NaN, recognised: Number.NaN, filled: Number.NaN };
  return { ...(first ?? none), warm };
}
