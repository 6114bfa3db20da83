import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execPath } from 'node:process';
import { openForm } from '../../core/sheet/form/open.ts';
import { gridsOf } from '../../core/xlsx/read/read-grids.ts';
import { openWorkbook } from '../../core/xlsx/read/workbook.ts';
import { bombs } from './sheet-bombs.ts';
import { graphPaper } from './sheet-graph-paper.ts';
import { type Kept, keptOf, keptTemplates } from './sheet-kept.ts';
import { type InPage, measureInPage } from './sheet-page.ts';
import {
  drawnForm,
  floor,
  holds,
  ours,
  oursApplying,
  peerFill,
  peerNames,
  plansFor,
  sheetFor,
  template,
  ward,
} from './sheet-task.ts';
import { type SheetWeight, sheetWeight } from './sheet-weight.ts';
import { median } from './statistics.ts';

/** A process of its own: milliseconds of the task, bytes of the most memory it had in all. */
export interface Alone {
  readonly ms: number;
  readonly peak: number;
  readonly answer: string;
}

export type Filler = 'ours' | 'ours, core/xlsx alone' | 'floor' | (typeof peerNames)[number];

export interface SheetResults {
  readonly turns: number;
  /** Milliseconds a workbook, the median. */
  readonly times: ReadonlyMap<Filler, number>;
  /** Milliseconds in which a form is recognised whose workbook is open, the median. */
  readonly recognised: ReadonlyMap<Recognised, number>;
  readonly page: InPage;
  readonly first: ReadonlyMap<string, Alone>;
  readonly many: ReadonlyMap<string, Alone>;
  readonly kept: readonly { readonly template: string; readonly by: string; readonly kept: Kept }[];
  readonly bombs: ReadonlyMap<string, Alone>;
  readonly idle: Alone;
  readonly weight: SheetWeight;
}

/** The forms that are recognised: a ward's of 17 sections, as LibreOffice has written it and as it is published; a 方眼紙 of 20,000 cells. */
const recognisedForms = {
  ward: () => template(ward),
  published: () => drawnForm('01-ward-as-published'),
  'graph paper': graphPaper,
};
export type Recognised = keyof typeof recognisedForms;

export const workbooks = 200;
export const pages = 7;
/** Of our own many fillings: the worst counts. */
export const runsOfMany = 5;
const warm = 10;

/** Everything about the sheet: its files in Node, a filling in Chromium too. */
export async function measureSheet(
  runs: number,
  say: (text: string) => void,
): Promise<SheetResults> {
  const turns = runs * 10;
  say(`${turns} fillings by each`);
  const times = await timesOf(turns);
  const recognised = recognitions(turns);
  const folder = mkdtempSync(join(tmpdir(), 'furikaeri-bench-'));
  const alone = (task: string, bytes: Uint8Array, count = 1): Alone => {
    say(`${task}, ${count} in a process of its own`);
    const file = join(folder, 'book.xlsx');
    writeFileSync(file, bytes);
    if (task !== 'open') {
      const sheets = Array.from({ length: count }, (_, index) => sheetFor(bytes, index + 1));
      // The others are told the cells, so that our own looking for them is not their time.
      const todo = task === 'ours' ? sheets : sheets.map((sheet) => plansFor(bytes, sheet));
      writeFileSync(`${file}.json`, JSON.stringify(todo));
    }
    const child = join(import.meta.dirname, 'sheet-child.ts');
    const { stdout, stderr } = spawnSync(execPath, [child, task, file], {
      encoding: 'utf8',
    });
    if (!stdout) throw new Error(stderr);
    return JSON.parse(stdout);
  };
  const all = ['ours', ...peerNames];
  try {
    const blank = template(ward);
    say(`${pages} pages`);
    return {
      turns,
      times,
      recognised,
      page: await measureInPage(blank, pages),
      first: new Map(all.map((name) => [name, alone(name, blank)])),
      many: new Map(
        all.map((name) => [
          name,
          worstOf(name === 'ours' ? runsOfMany : 1, () => alone(name, blank, workbooks)),
        ]),
      ),
      kept: await everyKept(),
      bombs: new Map(Object.entries(bombs).map(([name, make]) => [name, alone('open', make())])),
      idle: alone('open', new Uint8Array()),
      weight: await sheetWeight(),
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The longest time and the most memory of some runs. */
function worstOf(count: number, run: () => Alone): Alone {
  const runs = Array.from({ length: count }, run);
  return {
    ms: Math.max(...runs.map(({ ms }) => ms)),
    peak: Math.max(...runs.map(({ peak }) => peak)),
    answer: runs[0]?.answer ?? '',
  };
}

/**
 * One filling each a turn, other texts each turn, each turn begun by another: whatever else the machine
 * does, and whatever the one before has left to be swept, hits all of them.
 */
async function timesOf(turns: number): Promise<Map<Filler, number>> {
  const bytes = template(ward);
  const samples = new Map<Filler, number[]>();
  for (let turn = 1; turn <= warm + turns; turn++) {
    const sheet = sheetFor(bytes, turn);
    const plans = plansFor(bytes, sheet);
    const fillers: [Filler, () => Uint8Array | Promise<Uint8Array>][] = [
      ['ours', () => ours(bytes, sheet)],
      ['ours, core/xlsx alone', () => oursApplying(plans, bytes)],
      ['floor', () => floor(plans, bytes)],
    ];
    for (const name of peerNames) {
      const fill = await peerFill(name);
      for (const plan of plans) fillers.push([name, () => fill(bytes, plan)]);
    }
    const from = turn % fillers.length;
    for (const [name, fill] of [...fillers.slice(from), ...fillers.slice(0, from)]) {
      const begin = performance.now();
      const filled = await fill();
      const time = performance.now() - begin;
      if (turn === 1 && !holds(filled, plans)) throw new Error(`${name} writes something else`);
      if (turn > warm) samples.set(name, [...(samples.get(name) ?? []), time]);
    }
  }
  return new Map(Array.from(samples, ([name, own]) => [name, median(own)]));
}

/** Each time of a workbook that is opened anew. */
function recognitions(turns: number): SheetResults['recognised'] {
  const found = new Map<Recognised, number>();
  for (const [name, make] of Object.entries(recognisedForms)) {
    const bytes = make();
    const samples: number[] = [];
    for (let turn = 0; turn < turns; turn++) {
      const workbook = openWorkbook(bytes);
      if (!workbook.ok) throw new Error(name);
      const grids = gridsOf(workbook.value);
      const begin = performance.now();
      const { kind } = openForm(grids, []);
      samples.push(performance.now() - begin);
      if (kind !== 'sure') throw new Error(`${name}: ${kind}`);
    }
    found.set(name as Recognised, median(samples));
  }
  return found;
}

async function everyKept(): Promise<SheetResults['kept']> {
  const rows: SheetResults['kept'][number][] = [];
  for (const [name, make] of Object.entries(keptTemplates)) {
    const bytes = make();
    const sheet = sheetFor(bytes, 1);
    const [plan] = plansFor(bytes, sheet);
    if (!plan) throw new Error(name);
    rows.push({ template: name, by: 'ours', kept: keptOf(bytes, ours(bytes, sheet), plan.sheet) });
    for (const by of peerNames) {
      const fill = await peerFill(by);
      rows.push({ template: name, by, kept: keptOf(bytes, await fill(bytes, plan), plan.sheet) });
    }
  }
  return rows;
}
