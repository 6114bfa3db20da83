import { describe, expect, test } from 'vitest';
import { problemCodes } from '../../../core/result.ts';
import ja from '../../../locales/ja.json' with { type: 'json' };
import { sheetNextStep, sheetProblemText } from '../../../ui/sheet/problems.tsx';

/** What is about a review or a course never comes with a workbook. */
const elsewhere = [
  'wrong-passphrase',
  'ruby-differs',
  'checksum-differs',
  'review-completed',
  'review-open',
  'goal-limit',
  'nothing-chosen',
];
const names = Object.values(ja).flatMap((text) => text.match(/(?<=\{)\w+(?=\})/g) ?? []);
const params = {
  ...Object.fromEntries(names.map((name) => [name, 'x'])),
  sheet: '様式',
  cell: 'D12',
};

describe.each(problemCodes.filter((code) => !elsewhere.includes(code)))('%s', (code) => {
  const problem = { code, path: '', params };
  const text = sheetProblemText(problem);

  test('says what is wrong, and what to do next', () => {
    const said = [text, sheetNextStep(problem) ?? ''].join('');
    expect(said).toMatch(/ください/);
    expect(said).not.toMatch(/[{}]|undefined/);
  });

  test('names the cell', () => {
    if (code === 'sheet-not-found') expect(text).toContain('様式');
    else expect(text).toMatch(/（場所：様式　D12）$/);
  });
});

test.each([
  ['様式!D12', '（場所：様式　D12）'],
  ['一覧!表!7', '（場所：一覧!表　7）'],
  ['xl/workbook.xml', ''],
  ['', ''],
])('the path %s', (path, place) => {
  const text = sheetProblemText({ code: 'formula-cell', path });
  expect(text).toBe(ja['problem.formula-cell'] + place);
});
