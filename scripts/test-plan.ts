import { parseArgs } from 'node:util';
import type { ProgramName } from './browsers.ts';

/** What `npm test -- --only NAME` can name; a machine that builds for others runs them side by side. */
export const sections = ['check', 'unit', 'excel', 'chromium', 'firefox', 'office'] as const;

export type Section = (typeof sections)[number];

/** A run of one vitest project. */
export interface TestRun {
  readonly project: 'unit' | 'excel' | 'browser' | 'office';
  /** Only the tests of this browser; those of both without. */
  readonly browser?: 'chromium' | 'firefox';
  /** Only files with one of these in their path; all files where there is none. */
  readonly names: readonly string[];
}

export interface TestPlan {
  /** Types, lint and what nothing uses. */
  readonly check: boolean;
  readonly runs: readonly TestRun[];
  /** The programs that these runs need beside npm's packages. */
  readonly programs: readonly ProgramName[];
  /** Whether missing programs may be installed. */
  readonly install: boolean;
}

const programsOf: Record<TestRun['project'], readonly ProgramName[]> = {
  unit: [],
  excel: ['chromium', 'soffice'],
  browser: ['chromium', 'firefox', 'pdftotext', 'xvfb', 'xdotool'],
  office: ['soffice', 'pdftotext'],
};

/**
 * What the words behind `npm test --` ask for. `files` are the paths of all test files, from the
 * project's folder. With names only tests are run: types and lint do not go by file.
 * Throws an Error that says what can be named, where something else is.
 */
export function planTests(words: readonly string[], files: readonly string[]): TestPlan {
  const { values, positionals: names } = parseArgs({
    args: [...words],
    allowPositionals: true,
    options: { only: { type: 'string', multiple: true }, 'no-install': { type: 'boolean' } },
  });
  const unknown = (values.only ?? []).find((name) => !isSection(name));
  if (unknown) throw new Error(`--only ${unknown}: ${sections.join(', ')}`);
  const chosen = new Set(values.only ?? sections);
  const matching = files.filter((file) => names.length === 0 || matches(file, names));
  if (names.length > 0 && matching.length === 0)
    throw new Error(`no test file: ${names.join(' ')}`);
  const runs = runsOf(chosen).filter(({ project }) =>
    matching.some((file) => file.startsWith(`test/${project}/`)),
  );
  return {
    check: chosen.has('check') && names.length === 0,
    runs: runs.map((run) => ({ ...run, names })),
    programs: [...new Set(runs.flatMap(programsFor))],
    install: !values['no-install'],
  };
}

const isSection = (name: string): name is Section => sections.some((section) => section === name);

const matches = (file: string, names: readonly string[]) =>
  names.some((name) => file.includes(name));

function runsOf(chosen: ReadonlySet<string>): Omit<TestRun, 'names'>[] {
  const browsers = (['chromium', 'firefox'] as const).filter((name) => chosen.has(name));
  const [browser] = browsers;
  return [
    ...(['unit', 'excel'] as const)
      .filter((name) => chosen.has(name))
      .map((project) => ({ project })),
    // Both in one run, so that no worker waits for the other browser.
    ...(browsers.length === 1 && browser ? [{ project: 'browser' as const, browser }] : []),
    ...(browsers.length === 2 ? [{ project: 'browser' as const }] : []),
    ...(chosen.has('office') ? [{ project: 'office' as const }] : []),
  ];
}

function programsFor({ project, browser }: Omit<TestRun, 'names'>): ProgramName[] {
  const other = browser === 'chromium' ? 'firefox' : 'chromium';
  return programsOf[project].filter((name) => !browser || name !== other);
}
