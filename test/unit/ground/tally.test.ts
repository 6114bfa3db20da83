import { expect, test } from 'vitest';
import { type Report, tally } from '../../../scripts/vitest-run.ts';

const file = (status: string, ...tests: string[]): Report['testResults'][number] => ({
  name: 'some.test.ts',
  status,
  message: tests.length === 0 ? 'does not load\nat line 1' : '',
  assertionResults: tests.map((one, index) => ({
    status: one,
    fullName: `test ${index}`,
    failureMessages: one === 'failed' ? ['expected 1 to be 2\n    at line 3'] : [],
  })),
});

const failed = ['test 1: expected 1 to be 2'];
const unloaded = ['some.test.ts: does not load'];
const notSetUp = ['some.test.ts: failed outside its tests, see above'];
const outside = ['an error outside all tests, see above'];

test.each([
  ['all well', true, [file('passed', 'passed', 'passed')], 2, [], 0],
  [
    'one failed',
    false,
    [file('failed', 'passed', 'failed'), file('passed', 'passed')],
    2,
    failed,
    0,
  ],
  ['a file that does not load', false, [file('failed'), file('passed', 'passed')], 1, unloaded, 0],
  ['a set-up that fails', false, [file('failed', 'skipped', 'skipped')], 0, notSetUp, 2],
  ['a missing program', true, [file('passed', 'passed', 'skipped', 'pending')], 1, [], 2],
  ['an error outside all tests', false, [file('passed', 'passed')], 1, outside, 0],
  ['no report at all', false, [], 0, outside, 0],
])('%s', (_, endedWell, testResults, passed, failures, notRun) => {
  const counted = tally({ testResults }, endedWell);
  expect([counted.passed, counted.failures, counted.notRun.length]).toEqual([
    passed,
    failures,
    notRun,
  ]);
});

test('what passed only at a further try is named with what had failed', () => {
  const [again] = file('passed', 'failed').assertionResults;
  const testResults = [
    { ...file('passed', 'passed'), assertionResults: [{ ...again, status: 'passed' }] },
  ] as Report['testResults'];
  const { passed, failures, retried } = tally({ testResults }, true);
  expect([passed, failures, retried]).toEqual([1, [], ['test 0: expected 1 to be 2']]);
});
