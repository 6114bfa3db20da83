import { expect, test } from 'vitest';
import { type Report, tally } from '../../../scripts/vitest-run.ts';

const file = (status: string, ...tests: string[]): Report['testResults'][number] => ({
  status,
  assertionResults: tests.map((one, index) => ({ status: one, fullName: `test ${index}` })),
});

test.each([
  ['all well', true, [file('passed', 'passed', 'passed')], 2, 0, 0],
  ['one failed', false, [file('failed', 'passed', 'failed'), file('passed', 'passed')], 2, 1, 0],
  ['a file that does not load', false, [file('failed'), file('passed', 'passed')], 1, 1, 0],
  ['a set-up that fails', false, [file('failed', 'skipped', 'skipped')], 0, 1, 2],
  ['a missing program', true, [file('passed', 'passed', 'skipped', 'pending')], 1, 0, 2],
  ['an error outside all tests', false, [file('passed', 'passed')], 1, 1, 0],
  ['no report at all', false, [], 0, 1, 0],
])('%s', (_, endedWell, testResults, passed, failed, notRun) => {
  const counted = tally({ testResults }, endedWell);
  expect([counted.passed, counted.failed, counted.notRun.length]).toEqual([passed, failed, notRun]);
});
