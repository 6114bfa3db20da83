import { expect, test } from 'vitest';
import { planTests } from '../../../scripts/test-plan.ts';

const files = [
  'test/unit/sheet/fill.test.ts',
  'test/unit/review/review.test.ts',
  'test/excel/pane.test.ts',
  'test/browser/sheet.test.ts',
  'test/browser/sheet-firefox.test.ts',
  'test/office/pane.test.ts',
];

/** What is run, and which programs it needs. */
function plan(...words: string[]) {
  const { check, runs, programs } = planTests(words, files);
  return {
    runs: [
      ...(check ? ['check'] : []),
      ...runs.map(({ project, browser, names }) =>
        [project, browser, ...names].filter(Boolean).join(' '),
      ),
    ],
    programs: [...programs].sort(),
  };
}

test.each([
  [[], ['check', 'unit', 'excel', 'browser', 'office']],
  [['--only', 'check'], ['check']],
  [['--only', 'unit'], ['unit']],
  [['--only', 'chromium'], ['browser chromium']],
  [['--only', 'firefox'], ['browser firefox']],
  [['--only', 'firefox', '--only', 'chromium'], ['browser']],
  [
    ['--only', 'excel', '--only', 'office'],
    ['excel', 'office'],
  ],
  [['sheet'], ['unit sheet', 'browser sheet']],
  [
    ['pane', 'review'],
    ['unit pane review', 'excel pane review', 'office pane review'],
  ],
  [['--only', 'firefox', 'sheet'], ['browser firefox sheet']],
])('npm test -- %j', (words, runs) => {
  expect(plan(...words).runs).toEqual(runs);
});

test.each([
  [['--only', 'unit'], []],
  [['review'], []],
  [
    ['--only', 'firefox'],
    ['firefox', 'pdftotext', 'xdotool', 'xvfb'],
  ],
  [
    ['--only', 'chromium'],
    ['chromium', 'pdftotext', 'xdotool', 'xvfb'],
  ],
  [
    ['--only', 'office'],
    ['pdftotext', 'soffice'],
  ],
])('npm test -- %j looks for no program that it does not need', (words, programs) => {
  expect(plan(...words).programs).toEqual(programs);
});

test('what was asked for goes wrong with a word on what can be', () => {
  expect(() => plan('--only', 'safari')).toThrow('check, unit, excel, chromium, firefox, office');
  expect(() => plan('no-such-file')).toThrow('no-such-file');
});

test('nothing is installed against one’s will', () => {
  expect(planTests([], files).install).toBe(true);
  expect(planTests(['--no-install'], files).install).toBe(false);
});
