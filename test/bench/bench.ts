import { writeFileSync } from 'node:fs';
import { availableParallelism, loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { builtInCatalog } from '../../core/catalog/built-in.ts';
import { type RunningSite, serve } from '../../scripts/server.ts';
import { buildShipped, installPeers } from './build.ts';
import { browserVersion, type Measured, measure, removeProfile, type Visit } from './measure.ts';
import { type Page, type PageName, pages } from './pages.ts';
import { measurePane } from './pane.ts';
import { paneReport } from './pane-report.ts';
import { report } from './report.ts';
import { type Case, caseKey, type Results, type Shipped } from './results.ts';
import { measureSheet } from './sheet.ts';
import { sheetReport } from './sheet-report.ts';
import { measureTraining } from './training.ts';
import { trainingReport } from './training-report.ts';
import { sorted, split, type Weight, weightOf } from './weight.ts';

/**
 * `npm run bench`: the review page against its peers, in one run, in Chromium; then the
 * slides and the sheet. `-- --runs 3` measures less often; `-- --only sheet` the sheet alone,
 * `-- --only training` the slides, `-- --only ours,preact` some pages only, and then writes no file.
 */
const { values: wanted } = parseArgs({
  options: { runs: { type: 'string', default: '7' }, only: { type: 'string' } },
});
const others = ['training', 'sheet', 'pane'];
const asked = wanted.only?.split(',') ?? [...Object.keys(pages), ...others];
const chosen = asked.filter((name) => !others.includes(name)) as PageName[];
const unknown = chosen.find((name) => !(name in pages));
if (unknown) throw new Error(`--only ${unknown}: ${[...Object.keys(pages), ...others].join(', ')}`);
const say = (text: string) => process.stderr.write(`${text}\n`);

interface Measurable extends Case {
  readonly visit: Visit;
  readonly folder: string;
}

const sites: RunningSite[] = [];
const profiles: string[] = [];

/** Serves a built page, with a profile to visit it with where it needs one. */
async function open(page: Page, folder: string): Promise<{ url: string; profile?: string }> {
  const site = await serve({ folder, port: 0 });
  sites.push(site);
  const url = site.url + page.path;
  if (!page.profile) return { url };
  const profile = await page.profile(url);
  profiles.push(profile);
  return { url, profile };
}

const probeOf = ({ item, answered, saved }: Page, count: number): Visit['probe'] => ({
  item,
  answered,
  count,
  ...(saved ? { saved } : {}),
});

async function prepare(): Promise<Measurable[]> {
  const built: { name: PageName; count: number; folder: string }[] = [];
  for (const name of chosen) {
    for (const count of Object.keys(pages[name].sizes).map(Number)) {
      say(`build ${name} with ${count} items`);
      built.push({ name, count, folder: await pages[name].build(count) });
    }
  }
  const cases: Measurable[] = [];
  for (const { name, count, folder } of built) {
    const page: Page = pages[name];
    const place = await open(page, folder);
    for (const slowdown of page.sizes[count] ?? []) {
      const visit = { ...place, probe: probeOf(page, count), slowdown };
      cases.push({ name, count, slowdown, visit, folder });
    }
  }
  return cases;
}

/** What the page loads of the extension just as it is shipped, with its whole catalog. */
async function weighShipped(): Promise<Shipped> {
  const { folder, modules } = await buildShipped();
  const place = await open(pages.ours, folder);
  const count = builtInCatalog.standards.length;
  const visit = { ...place, probe: probeOf(pages.ours, count), slowdown: 1 };
  const { files } = await measure(visit, { all: true });
  const { start, later } = sorted(files);
  return {
    count,
    weight: weightOf(folder, files),
    parts: { start: split(folder, start, modules), later: split(folder, later, modules) },
  };
}

async function run(): Promise<Results> {
  const cases = await prepare();
  const samples = new Map<string, Measured[]>(cases.map((one) => [caseKey(one), []]));
  const runs = Number(wanted.runs);
  for (let turn = 1; turn <= runs; turn += 1) {
    // Each page once a turn, each turn begun by another: whatever else the machine does hits all of them.
    const from = (turn * 5) % cases.length;
    for (const one of [...cases.slice(from), ...cases.slice(0, from)]) {
      say(`turn ${turn} of ${runs}: ${caseKey(one)}`);
      samples.get(caseKey(one))?.push(await measure(one.visit, { all: one.count === 40 }));
    }
  }
  const weights = new Map(chosen.map((name) => [name, new Map<number, Weight>()]));
  for (const { name, count, slowdown, folder } of cases) {
    const files = samples.get(caseKey({ name, count, slowdown }))?.[0]?.files ?? [];
    weights.get(name)?.set(count, weightOf(folder, files));
  }
  return {
    runs,
    load,
    chromium: await browserVersion(),
    samples,
    weights,
    shipped: chosen.includes('ours') ? await weighShipped() : null,
  };
}

/** What else the machine does before we begin, in cores; the times only say something when that is little. */
const load = loadavg()[0] ?? 0;
if (load > availableParallelism() / 2)
  say(`The machine is busy (load ${load.toFixed(1)}): times will be too long.`);

function tell(file: string, text: string, writes: boolean): void {
  process.stdout.write(text);
  if (writes) writeFileSync(join(import.meta.dirname, '../../docs', file), text);
}

try {
  installPeers();
  if (chosen.length > 0) tell('bench-review.md', report(await run()), !wanted.only);
  if (asked.includes('training')) {
    const results = await measureTraining(Number(wanted.runs), say);
    tell('bench-training.md', trainingReport(results, load), true);
  }
  if (asked.includes('pane')) {
    tell('bench-pane.md', paneReport(await measurePane(Number(wanted.runs), say), load), true);
  }
  if (asked.includes('sheet')) {
    const results = await measureSheet(Number(wanted.runs), say);
    tell('bench-sheet.md', sheetReport(results, load), true);
  }
} finally {
  await Promise.all(sites.map((site) => site.close()));
  profiles.forEach(removeProfile);
}
