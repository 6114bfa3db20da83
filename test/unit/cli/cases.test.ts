import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { run } from './ran.ts';

// Fair workbooks that were once refused, or broke something, through the command line.

vi.setConfig({ testTimeout: 60_000 });

const folder = mkdtempSync(join(tmpdir(), 'furikaeri-cases-'));
const cases = resolve('test/fixtures/xlsx-cases');
const at = (name: string) => join(folder, name);
const five = JSON.parse(readFileSync(join(cases, 'five.json'), 'utf8'));

/** The five targets, or the first few of them, with what is further said of each. */
function put(name: string, count: number, further: object = {}): string {
  const [section] = five.sections;
  const targets = section.targets
    .slice(0, count)
    .map((target: object) => ({ ...target, ...further }));
  writeFileSync(at(name), JSON.stringify({ ...five, sections: [{ ...section, targets }] }));
  return name;
}
const fill = (name: string, sheet: string, out: string) =>
  run('fill', '--template', join(cases, `${name}.xlsx`), '--sheet', sheet, '--out', out);
const readBack = (out: string) =>
  JSON.parse(run('read', '--workbook', out, '--out', '-').stdout) as typeof five;

beforeAll(() => {
  vi.stubEnv('INIT_CWD', folder);
});
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

test.each([
  'last-row',
  'utf16-customxml',
  'svg-doctype',
  'emf-ratio',
  'module-sheet-empty-rid',
  'part-name-case',
  'shared-strings-case',
  'utf16',
  'backslash',
  'zip64',
  'style-bloat',
  'number-formula-without-result',
  'year-in-brackets',
  'validation-list',
])('%s: five targets, two rows put in, all read back', (name) => {
  const { status, stderr } = fill(name, put('five.json', 5), `${name}.xlsx`);
  expect([status, stderr]).toEqual([0, '']);
  const back = readBack(`${name}.xlsx`);
  const texts = (sheet: typeof five) =>
    sheet.sections[0].targets.map((each: { no: number; target: string; result: string }) => [
      each.no,
      each.target,
      each.result,
    ]);
  expect(texts(back)).toEqual(texts(five));
  if (name === 'year-in-brackets') expect(back.fiscalYear).toBe(2026);
});

test('protected, with unlocked cells: three are filled, five would need rows', () => {
  expect(fill('protected-unlocked', put('three.json', 3), 'three.xlsx').status).toBe(0);
  expect(readBack('three.xlsx').sections[0].targets).toHaveLength(3);
  const { status, stderr } = fill('protected-unlocked', put('five.json', 5), 'protected.xlsx');
  expect([status, stderr]).toEqual([1, expect.stringMatching(/sheet-protected: /)]);
});

test('a cell that takes the words of a list: never 達成 without a word', () => {
  const sheet = put('reached.json', 2, { achievement: 'achieved' });
  const { status, stderr } = fill('validation-list', sheet, 'list.xlsx');
  // The rest is written; the list's words are told, for the chief to choose one.
  expect(status).toBe(0);
  expect(stderr).toMatch(/!F5: not-in-list: .*◎、○、△、×.*\n.*!F6: not-in-list: /);
  expect(readBack('list.xlsx').sections[0].targets[0].achievement).toBeNull();
});

test('a cell that takes ten letters: told, and nothing is written', () => {
  const { status, stderr } = fill('validation-length', put('five.json', 5), 'length.xlsx');
  expect(status).toBe(1);
  expect(stderr).toMatch(/!D5: too-long: 目標1の「目標」が、\d+文字長すぎます。10文字までです。/);
});

test('an Excel table of another kind is not taken for a form', () => {
  const { status, stderr } = fill('table', put('five.json', 5), 'table.xlsx');
  expect([status, stderr]).toEqual([1, expect.stringMatching(/: no-table: /)]);
});
