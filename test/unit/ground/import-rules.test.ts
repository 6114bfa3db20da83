import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

/** A file that breaks a rule, and the words that tell so. */
type Breach = readonly [path: string, code: string, cure: string];

const outside = 'core sees nothing outside core';
const noPackage = 'core imports no package';
const ground = "This is core's ground";
const below = 'review, sheet and training lie below';
const clock = 'core has no clock';
const chance = 'core has no randomness';
const environment = 'A store stands on what it is given';
const platform = 'Extension APIs are touched in extension/platform/ alone';
const shells = 'The shells never import each other';
const names = 'Say what it is';
const parsers = 'Unknown data is parsed in core/formats/';

const breaches: readonly Breach[] = [
  ['core/review/a.ts', "import '../../ui/page.tsx';", outside],
  ['core/review/b.ts', "export { t } from '../../locales/t.ts';", outside],
  ['core/review/c.ts', "export const c = () => import('../../extension/store/c.ts');", outside],
  ['core/review/d.ts', "export type D = import('../../office-addin/excel/d.ts').D;", outside],
  ['core/e.ts', "import '../cli/main.ts';", outside],
  ['core/review/f.ts', "import 'preact';", noPackage],
  ['core/review/g.ts', "import { object } from 'valibot';\nobject({});", noPackage],
  ['core/review/h.ts', "import 'node:fs';", noPackage],
  ['core/formats/i.ts', "import 'fflate';", noPackage],
  ['core/xlsx/j.ts', "export const j = () => import('valibot');", noPackage],
  ['core/k.ts', "import './review/k.ts';", ground],
  ['core/calendar/l.ts', "import '../report/l.ts';", ground],
  ['core/catalog/m.ts', "export type { M } from '../formats/m.ts';", ground],
  ['core/review/n.ts', "import '../report/n.ts';", below],
  ['core/sheet/o.ts', "import '../formats/o.ts';", below],
  ['core/training/courses/y.ts', "import '../../formats/y.ts';", below],
  ['core/report/p.ts', "import '../formats/p.ts';", 'formats makes and parses'],
  ['core/xlsx/q.ts', "import '../sheet/q.ts';", 'xlsx knows cells'],
  ['core/xlsx/read/z.ts', "import '../../catalog/z.ts';", 'xlsx knows cells'],
  ['core/review/r.ts', 'export const r = Date.now();', clock],
  ['core/review/s.ts', 'export const s = new Date();', clock],
  ['core/review/t.ts', 'export const t = Math.random();', chance],
  ['core/review/u.ts', 'export const u = crypto.randomUUID();', chance],
  ['ui/a.ts', "import '../extension/store/a.ts';", 'ui is shared by the shells'],
  ['ui/b.ts', "import 'dexie';", 'ui is built of preact'],
  ['ui/c.ts', 'export const c = chrome.runtime;', platform],
  ['ui/d.ts', 'export const d = Office.context;', 'Office is known in office-addin/ alone'],
  ['locales/a.ts', "import '../core/review/review.ts';", 'locales holds wording'],
  ['locales/b.ts', "import 'preact';", 'locales holds wording'],
  ['extension/app/a.ts', "import '../../office-addin/excel/a.ts';", shells],
  ['office-addin/taskpane/b.ts', "import '../../extension/store/b.ts';", shells],
  ['extension/review/c.ts', "import '../../scripts/c.ts';", 'no part of the product'],
  ['extension/review/d.ts', "import 'dexie';", 'The database is touched in extension/store/'],
  ['extension/app/e.ts', "export const e = () => import('webextension-polyfill');", platform],
  ['extension/app/f.ts', "import { browser } from 'wxt/browser';\nbrowser;", platform],
  ['extension/store/g.ts', 'export const g = chrome.storage;', platform],
  ['extension/store/h.ts', 'export const h = browser.storage;', platform],
  ['extension/store/j.ts', 'export const j = localStorage.length;', environment],
  ['extension/store/k.ts', 'export const k = navigator.locks;', environment],
  ['extension/store/l.ts', 'export const l = indexedDB.databases();', environment],
  ['extension/store/i.ts', "import 'valibot';", parsers],
  ['extension/app/j.ts', 'export const j = Excel.run;', 'Excel is called in office-addin/excel/'],
  ['office-addin/taskpane/k.ts', 'export const k = Excel.run;', 'Excel is called in'],
  ['cli/a.ts', "import '../ui/page.tsx';", 'The command line stands on core'],
  ['core/sheet/index.ts', 'export const v = 1;', 'No index.ts'],
  ['core/training/w.ts', "import { x } from './x.ts';\nexport const w = x;", 'part of a cycle'],
  ['core/review/y.ts', 'export const told = 1;', names],
  ['core/review/z.ts', 'export function roomIn(): number {\n  return 1;\n}', names],
  ['ui/e.tsx', 'export interface TextRoom {\n  readonly now: number;\n}', names],
  ['extension/review/k.ts', 'export async function firstLook() {}', names],
  ['extension/review/l.ts', 'const taken = 1;\nexport { taken };', names],
  ['cli/b.ts', 'export type Sitting = 1;', names],
  ['scripts/a.ts', 'export const whenTakenUp = 1;', names],
];

/** The nearest thing that is allowed. */
const clean: readonly (readonly [path: string, code: string])[] = [
  ['core/training/x.ts', "import { w } from './w.ts';\nexport const x: number = w;"], // the other half of the cycle
  ['core/formats/clean.ts', "import 'valibot';\nimport '../report/clean.ts';"],
  ['core/catalog/clean.ts', "import 'valibot';\nimport '../calendar/clean.ts';\nimport '../k.ts';"],
  ['core/xlsx/clean.ts', "import 'fflate';\nimport '../k.ts';"],
  ['core/xlsx/zip/clean.ts', "import 'fflate';\nimport '../../k.ts';"],
  ['core/report/clean.ts', "import '../review/clean.ts';\nimport '../sheet/clean.ts';"],
  ['core/review/clean.ts', "import '../catalog/clean.ts';\nexport const at = new Date(0);"],
  ['core/sheet/clean.ts', "import type { A } from './a.ts';\nexport type B = A;"],
  ['core/calendar/clean.ts', 'export const noon = (day: number) => new Date(day).getTime();'],
  [
    'core/review/names.ts',
    "export const lookUp = 1;\nexport const looksZipped = 1;\nexport const mushroom = { room: 'told' };\nconst told = 1;\nexport const untold = told;",
  ],
  ['ui/clean.ts', "import 'preact/hooks';\nimport '@preact/signals';\nimport '../locales/t.ts';"],
  [
    'ui/page.ts',
    "import '../core/review/clean.ts';\nimport './clean.ts';\nexport const d = Date.now();",
  ],
  [
    'locales/clean.ts',
    "import ja from './ja.json' with { type: 'json' };\nimport '../core/result.ts';\nja;",
  ],
  ['extension/store/clean.ts', "import 'dexie';\nimport '../platform/clean.ts';"],
  [
    'extension/platform/clean.ts',
    "export const c = () => import('webextension-polyfill');\nchrome;",
  ],
  [
    'extension/app/clean.ts',
    "import '../../ui/clean.ts';\nimport '../store/clean.ts';\nMath.random();",
  ],
  ['office-addin/excel/clean.ts', 'export const run = Excel.run;\nOffice;'],
  [
    'office-addin/taskpane/clean.ts',
    "import '../excel/clean.ts';\nimport '../../ui/clean.ts';\nOffice;",
  ],
  [
    'cli/clean.ts',
    "import '../core/review/clean.ts';\nimport '../locales/t.ts';\nimport 'node:fs';",
  ],
  [
    'test/unit/clean.ts',
    "import 'dexie';\nimport '../../core/k.ts';\nexport const now = Date.now();",
  ],
];

/**
 * Words that the world of a folder does not have: the compiler's part. In a tree
 * of their own, for some packages bring the DOM's types along.
 */
const unknownWords: readonly Breach[] = [
  ['types/core/a.ts', 'export const a = document.title;', "Cannot find name 'document'"],
  ['types/core/b.ts', 'export const b = new TextEncoder();', "Cannot find name 'TextEncoder'"],
  ['types/core/c.ts', 'export const c = Buffer.from([]);', "Cannot find name 'Buffer'"],
  ['types/core/d.ts', 'export const d = fetch;', "Cannot find name 'fetch'"],
  ['types/core/e.ts', 'export const e = browser.storage;', "Cannot find name 'browser'"],
  ['types/core/f.ts', 'export const f = Excel.run;', "Cannot find name 'Excel'"],
  ['types/locales/a.ts', 'export const a = document.title;', "Cannot find name 'document'"],
  ['types/ui/a.ts', 'export const a = process.env;', "Cannot find name 'process'"],
];

const worlds = ['core', 'locales', 'ui'];

const tree = realpathSync(mkdtempSync(join(tmpdir(), 'furikaeri-rules-')));
const said = new Map<string, string[]>();

const tell = (path: string, message: string) => {
  const file = relative(tree, resolve(tree, path));
  said.set(file, [...(said.get(file) ?? []), message]);
};

beforeAll(() => {
  for (const path of ['biome.json', 'lint', '.gitignore']) {
    cpSync(path, join(tree, path), { recursive: true });
  }
  for (const [path, code] of [...breaches, ...clean, ...unknownWords]) {
    mkdirSync(dirname(join(tree, path)), { recursive: true });
    writeFileSync(join(tree, path), `${code}\n`);
  }
  cpSync('tsconfig.base.json', join(tree, 'types/tsconfig.base.json'));
  for (const folder of worlds) {
    cpSync(`${folder}/tsconfig.json`, join(tree, 'types', folder, 'tsconfig.json'));
  }
  symlinkSync(resolve('node_modules'), join(tree, 'node_modules'), 'junction');
  lint();
  worlds.forEach(compile);
}, 120_000);

afterAll(() => rmSync(tree, { recursive: true, force: true }));

/** Read as people read it: the cure is not in Biome's other reports. */
function lint(): void {
  const only = ['plugin', 'suspicious/noImportCycles', 'style/noRestrictedGlobals'];
  const report = run('biome', [
    'lint',
    '--colors=off',
    '--max-diagnostics=none',
    ...only.map((rule) => `--only=${rule}`),
  ]);
  for (const part of report.split(/\n(?=\S+:\d+:\d+ (?:plugin|lint\/))/)) {
    tell(part.slice(0, part.indexOf(':')).trim(), part);
  }
}

function compile(folder: string): void {
  for (const line of run('tsc', ['-p', `types/${folder}`, '--pretty', 'false']).split('\n')) {
    const [, path, message] = /^(.+?)\(\d+,\d+\): error \w+: (.*)$/.exec(line) ?? [];
    if (path && message) tell(path, message);
  }
}

/** What a program says in the planted tree, whether it ends well or not. */
function run(program: string, words: string[]): string {
  const { stdout, stderr } = spawnSync(resolve('node_modules/.bin', program), words, {
    cwd: tree,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  return stdout + stderr;
}

describe('a breach is caught, and the message names the cure', () => {
  test.each([...breaches, ...unknownWords])('%s: %s', (path, _, cure) => {
    expect(said.get(path)?.join('\n') ?? 'nothing was said').toContain(cure);
  });
});

describe('what is allowed passes', () => {
  test.each(clean.slice(1))('%s', (path) => {
    expect(said.get(path) ?? []).toEqual([]);
  });
});

test('every rule has a breach here', () => {
  const plugins = ['lint/imports.grit', 'lint/core.grit', 'lint/names.grit'].flatMap((path) =>
    [...readFileSync(path, 'utf8').matchAll(/message="(.+)"/g)].map(([, message]) => message),
  );
  const { overrides } = JSON.parse(readFileSync('biome.json', 'utf8'));
  const globals = overrides.flatMap((override: { linter?: RestrictedGlobals }) =>
    Object.values(override.linter?.rules.style.noRestrictedGlobals.options.deniedGlobals ?? {}),
  );
  const heard = [...said.values()].flat().join('\n');
  expect([...plugins, ...globals].filter((message) => !heard.includes(message))).toEqual([]);
  expect(plugins.length).toBeGreaterThan(10);
  expect(globals.length).toBeGreaterThan(0);
});

interface RestrictedGlobals {
  rules: { style: { noRestrictedGlobals: { options: { deniedGlobals: Record<string, string> } } } };
}
