import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type Ran, run } from './ran.ts';

vi.setConfig({ testTimeout: 60_000 });

const folder = mkdtempSync(join(tmpdir(), 'furikaeri-cli-'));
const templates = resolve('test/fixtures/templates');
const main = resolve('cli/main.ts');
const at = (name: string) => join(folder, name);

/** The real command, as `npm run cli` starts it: elsewhere, with the user's folder in INIT_CWD. */
function started(...args: string[]): Ran {
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...args], {
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

const sheetOf = (section: string, target: object): object => ({
  format: 'furikaeri.sheet/1',
  fiscalYear: 2026,
  ward: 'みほん区',
  policies: [],
  sections: [{ division: null, section, targets: [{ no: 1, ...target }] }],
});
const put = (name: string, value: unknown) =>
  writeFileSync(at(name), typeof value === 'string' ? value : JSON.stringify(value));

beforeAll(() => {
  vi.stubEnv('INIT_CWD', folder);
  for (const name of ['ward-merged', 'ward-filled', 'several-sheets', 'protected', 'formulas']) {
    copyFileSync(join(templates, `${name}.xlsx`), at(`${name}.xlsx`));
  }
  put('s.json', sheetOf('区民課', { target: '待ち時間を3分以内にします。', result: null }));
});
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

test('a sheet goes into a template and is read back', () => {
  const filled = started(
    'fill',
    '--template',
    'ward-merged.xlsx',
    '--sheet',
    's.json',
    '--out',
    'o.xlsx',
  );
  expect(filled).toEqual({ status: 0, stdout: '書きました：o.xlsx\n', stderr: '' });
  const read = started('read', '--workbook', 'o.xlsx', '--out', 'back.json');
  expect(read).toEqual({ status: 0, stdout: '書きました：back.json\n', stderr: '' });
  const back = JSON.parse(readFileSync(at('back.json'), 'utf8'));
  expect(back.sections.find((each: { section: string }) => each.section === '区民課')).toEqual({
    division: '区民サービス部',
    section: '区民課',
    targets: [{ no: 1, scene: null, target: '待ち時間を3分以内にします。', result: null }],
  });
  expect(started('read', '--workbook', 'o.xlsx', '--out', '-').stdout).toBe(
    readFileSync(at('back.json'), 'utf8'),
  );
});

test('what is there is written over only when asked', () => {
  put('there.xlsx', 'mine');
  const args = [
    'fill',
    '--template',
    'ward-merged.xlsx',
    '--sheet',
    's.json',
    '--out',
    'there.xlsx',
  ];
  const refused = run(...args);
  expect(refused.status).toBe(1);
  expect(refused.stderr).toMatch(/^there\.xlsx: out-exists: /);
  expect(readFileSync(at('there.xlsx'), 'utf8')).toBe('mine');
  expect(run(...args, '--overwrite').status).toBe(0);
  expect(readFileSync(at('there.xlsx')).subarray(0, 2).toString()).toBe('PK');
});

test('a template may be filled in place', () => {
  copyFileSync(at('ward-merged.xlsx'), at('place.xlsx'));
  const args = ['fill', '--template', 'place.xlsx', '--sheet', 's.json', '--out', 'place.xlsx'];
  expect(run(...args, '--overwrite').status).toBe(0);
  expect(run('read', '--workbook', 'place.xlsx', '--out', '-').stdout).toContain('3分以内');
});

describe('is refused with its place, and writes nothing', () => {
  const other = sheetOf('区民課', { target: '次の目標' });
  test.each<[string, object | string, string[], RegExp]>([
    [
      'another text there',
      other,
      ['--template', 'ward-filled.xlsx'],
      /^ward-filled\.xlsx:全体!D24: cell-not-empty: \S+/,
    ],
    [
      'a formula there',
      sheetOf('区民課', { no: 2, target: '次の目標' }),
      ['--template', 'formulas.xlsx', '--replace'],
      /^formulas\.xlsx:様式!C10: formula-cell: \S+/,
    ],
    [
      'a protected worksheet',
      { ...sheetOf('危機管理担当', { target: 'い' }), policies: ['ろ'] },
      ['--template', 'protected.xlsx', '--replace'],
      /^protected\.xlsx:目標シート!B3: sheet-protected: /,
    ],
    [
      'no such section',
      sheetOf('税務課', {}),
      ['--template', 'ward-merged.xlsx'],
      /^x\.json:sections\[0\]\.section: no-section: 「税務課」/,
    ],
    [
      'no such worksheet',
      other,
      ['--template', 'several-sheets.xlsx', '--worksheet', '別紙'],
      /^several-sheets\.xlsx:別紙: sheet-not-found: /,
    ],
    [
      'a worksheet without a table',
      other,
      ['--template', 'several-sheets.xlsx', '--worksheet', '記入要領'],
      /^several-sheets\.xlsx: no-table: /,
    ],
    ['no such template', other, ['--template', 'none.xlsx'], /^none\.xlsx: not-found: /],
    ['a folder', other, ['--template', '.'], /^\.: not-found: /],
    ['a template that is none', other, ['--template', 's.json'], /^s\.json: text-file: /],
    [
      'a sheet cut off',
      '{ "format": "furikaeri',
      ['--template', 'ward-merged.xlsx'],
      /^x\.json:1:23: not-json: /,
    ],
    [
      'another file of ours',
      { format: 'furikaeri.review/1' },
      ['--template', 'ward-merged.xlsx'],
      /^x\.json:format: other-format: .*提出用/,
    ],
    [
      'a value out of place',
      sheetOf('区民課', { no: 0 }),
      ['--template', 'ward-merged.xlsx'],
      /^x\.json:sections\[0\]\.targets\[0\]\.no: wrong-value: /,
    ],
  ])('%s', (_, sheet, args, line) => {
    put('x.json', sheet);
    const { status, stdout, stderr } = run('fill', ...args, '--sheet', 'x.json', '--out', 'x.xlsx');
    expect(stderr).toMatch(line);
    expect([status, stdout]).toEqual([1, '']);
    expect(readdirSync(folder).filter((name) => /^\.?x\.xlsx/.test(name))).toEqual([]);
  });

  test('no place to write to', () => {
    const args = ['--template', 'ward-merged.xlsx', '--sheet', 's.json', '--out', 's.json/o.xlsx'];
    const { status, stderr } = run('fill', ...args);
    expect([status, stderr]).toEqual([1, expect.stringMatching(/^s\.json\/o\.xlsx: not-saved: /)]);
  });
});

test('--replace writes over a text, --worksheet chooses', () => {
  put('x.json', sheetOf('区民課', { target: '次の目標' }));
  const args = ['--template', 'several-sheets.xlsx', '--sheet', 'x.json', '--worksheet', '記入例'];
  expect(run('fill', ...args, '--out', 'r.xlsx').stderr).toMatch(/記入例!C9: cell-not-empty/);
  expect(run('fill', ...args, '--out', 'r.xlsx', '--replace').status).toBe(0);
  const read = run('read', '--workbook', 'r.xlsx', '--worksheet', '記入例', '--out', '-');
  expect(read.stdout).toContain('次の目標');
});

test('a folder of sheets, each for itself', () => {
  mkdirSync(at('many'));
  put('many/区民課.json', sheetOf('区民課', { target: 'い' }));
  put('many/企画課.json', sheetOf('企画課', { target: 'ろ' }));
  put('many/税務課.json', sheetOf('税務課', { target: 'は' }));
  const args = [
    'fill',
    '--template',
    'ward-merged.xlsx',
    '--sheets',
    'many',
    '--out',
    'done',
    '--json',
  ];
  const { status, stdout, stderr } = run(...args);
  expect(status).toBe(1);
  expect(stderr).toMatch(/^many\/税務課\.json:sections\[0\]\.section: no-section: [^\n]*\n$/);
  expect(JSON.parse(stdout)).toEqual({
    ok: false,
    written: ['done/企画課.xlsx', 'done/区民課.xlsx'],
    problems: [
      {
        code: 'no-section',
        file: 'many/税務課.json',
        sheet: null,
        cell: null,
        params: { section: '税務課', path: 'sections[0].section' },
      },
    ],
    advice: [],
  });
  expect(readdirSync(at('done')).sort()).toEqual(['企画課.xlsx', '区民課.xlsx']);
});

test('cells that show one line are told of, and set to wrap with --wrap', () => {
  const base = resolve('test/fixtures/forms/07-ward-database');
  const args = ['fill', '--template', `${base}.xlsx`, '--sheet', `${base}.sheet.json`];
  const told = run(...args, '--out', 'lines.xlsx');
  expect([told.status, told.stderr]).toEqual([0, expect.stringMatching(/not-wrapped: .*--wrap/)]);
  expect(run(...args, '--out', 'wrapped.xlsx', '--wrap')).toMatchObject({ status: 0, stderr: '' });
  const again = run('fill', '--template', 'wrapped.xlsx', ...args.slice(3), '--out', 'again.xlsx');
  expect(again).toMatchObject({ status: 0, stderr: '' });
});

test('what was left is told, and is no failure', () => {
  put('x.json', sheetOf('区民課', { target: '次の目標', result: '次の結果' }));
  const args = ['--template', 'ward-filled.xlsx', '--sheet', 'x.json', '--out', 'left.xlsx'];
  const { status, stdout } = run('fill', ...args, '--replace', '--json');
  expect([status, JSON.parse(stdout)]).toMatchObject([
    0,
    {
      ok: true,
      written: ['left.xlsx'],
      problems: [{ code: 'leftover', cell: 'D25' }, { cell: 'D26' }],
    },
  ]);
});

test('advice in words, and as data', () => {
  put('x.json', sheetOf('区民課', { target: '職員研修を行います。' }));
  const said = run('coach', '--sheet', 'x.json');
  expect([said.status, said.stderr]).toEqual([0, '']);
  expect(said.stdout.split('\n')[1]).toMatch(/^区民課　目標1（目標）：.*月1回.*（001 §5\(2\)）$/);
  const data = run('coach', '--sheet', 'x.json', '--json');
  expect(JSON.parse(data.stdout).advice[1]).toEqual({
    code: 'no-measure',
    place: { section: '区民課', no: 1, field: 'target' },
    params: {},
    clause: '001 §5(2)',
  });
});

test.each([
  [''],
  ['help'],
  ['fill --template ward-merged.xlsx --out o.xlsx'],
  ['fill --template ward-merged.xlsx --sheet s.json --sheets many --out o.xlsx'],
  ['fill --template ward-merged.xlsx --sheet s.json --out -'],
  ['fill --template ward-merged.xlsx --sheet s.json --out o.xlsx --force'],
  ['read --workbook o.xlsx'],
  ['read --workbook o.xlsx --out - --json'],
  ['coach s.json'],
])('wrong usage: %s', (line) => {
  const { status, stdout, stderr } = run(...line.split(' ').filter(Boolean));
  expect([status, stdout]).toEqual([2, '']);
  expect(stderr).toMatch(/^使い方：/);
});

test('what is refused is told by the exit code too', () => {
  expect(started('read', '--workbook', 'none.xlsx', '--out', '-').status).toBe(1);
  expect(started('help').status).toBe(2);
});
