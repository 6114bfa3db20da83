import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What a run of one vitest project came to. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
  /** Full names; a test that needs a missing program says so in its name. */
  readonly notRun: readonly string[];
}

/** The part of vitest's JSON report that is read here. */
export interface Report {
  readonly testResults: readonly {
    readonly status: string;
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[];
  }[];
}

/** Runs a project of vitest.config.ts, its output going to the terminal. */
export function runVitest(project: string): Tally {
  const folder = mkdtempSync(join(tmpdir(), 'furikaeri-report-'));
  const file = join(folder, 'report.json');
  const options = `--reporter=default --reporter=json --outputFile.json="${file}"`;
  try {
    const { status } = spawnSync(`vitest run --project ${project} ${options}`, {
      shell: true,
      stdio: ['ignore', 'inherit', 'inherit'],
    });
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
  const failedTests = tests.filter(({ status }) => status === 'failed').length;
  const failedFiles = testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && assertionResults.every((test) => test.status !== 'failed'),
  ).length;
  const seen = failedTests + failedFiles;
  return {
    passed,
    failed: seen === 0 && !endedWell ? 1 : seen,
    notRun: tests
      .filter(({ status }) => status !== 'passed' && status !== 'failed')
      .map(({ fullName }) => fullName),
  };
}

function readReport(file: string): Report {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return { testResults: [] };
  }
}
