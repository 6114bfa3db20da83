import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestRun } from './test-plan.ts';

/** What a run of one vitest project came to. */
export interface Tally {
  readonly passed: number;
  /** What failed, each with the first line of what it said. */
  readonly failures: readonly string[];
  /** What passed only at a further try, each with why it had failed before: a finding. */
  readonly retried: readonly string[];
  /** Full names; a test that needs a missing program says so in its name. */
  readonly notRun: readonly string[];
}

/** The part of vitest's JSON report that is read here. */
export interface Report {
  readonly testResults: readonly {
    /** The path of the file. */
    readonly name: string;
    readonly status: string;
    /** Why the file could not be loaded. */
    readonly message: string;
    readonly assertionResults: readonly Test[];
  }[];
}

interface Test {
  readonly status: string;
  readonly fullName: string;
  /** Of every try, those before the last one too. */
  readonly failureMessages: readonly string[];
}

/** Runs a project of vitest.config.ts, its output going to the terminal. */
export function runVitest({ project, browser, names }: TestRun): Tally {
  const folder = mkdtempSync(join(tmpdir(), 'furikaeri-report-'));
  const file = join(folder, 'report.json');
  const options = `--reporter=default --reporter=json --outputFile.json="${file}"`;
  try {
    const { status } = spawnSync(
      `vitest run --project ${project} ${options} ${names.map((name) => `"${name}"`).join(' ')}`,
      {
        shell: true,
        stdio: ['ignore', 'inherit', 'inherit'],
        env: { ...process.env, ...(browser && { FURIKAERI_BROWSER: browser }) },
      },
    );
    return tally(readReport(file), status === 0);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/**
 * Counts a report. A file that could not be loaded or set up fails once, though
 * none of its tests did; so does a run that ended badly without saying why.
 */
export function tally({ testResults }: Report, endedWell: boolean): Tally {
  const tests = testResults.flatMap((file) => file.assertionResults);
  const passed = tests.filter(({ status }) => status === 'passed').length;
  const failures = testResults.flatMap((file) => {
    const failed = file.assertionResults.filter(({ status }) => status === 'failed');
    if (file.status !== 'failed' || failed.length > 0) return failed.map(saying);
    return [`${file.name}: ${firstLine(file.message || 'failed outside its tests, see above')}`];
  });
  if (failures.length === 0 && !endedWell) failures.push('an error outside all tests, see above');
  return {
    passed,
    failures,
    retried: tests
      .filter(({ status, failureMessages }) => status === 'passed' && failureMessages.length > 0)
      .map(saying),
    notRun: tests
      .filter(({ status }) => status !== 'passed' && status !== 'failed')
      .map(({ fullName }) => fullName),
  };
}

const saying = ({ fullName, failureMessages: [said] }: Test): string =>
  `${fullName}: ${firstLine(said)}`;

const firstLine = (said = ''): string => said.trim().split('\n')[0] ?? '';

function readReport(file: string): Report {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return { testResults: [] };
  }
}
