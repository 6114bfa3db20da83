import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { parseFormFile } from '../../../core/formats/form-file.ts';
import { run } from './ran.ts';

const folder = mkdtempSync(join(tmpdir(), 'furikaeri-form-'));
const forms = resolve('test/fixtures/forms');
const at = (name: string) => join(folder, name);
const put = (name: string, value: unknown) => writeFileSync(at(name), JSON.stringify(value));
const json = (name: string) => JSON.parse(readFileSync(at(name), 'utf8'));

const names = {
  ward: '01-ward-as-published',
  half: '10-section-half-years',
  card: '20-improvement-card',
  roster: '67-not-training-roster',
};

beforeAll(() => {
  vi.stubEnv('INIT_CWD', folder);
  for (const [short, name] of Object.entries(names)) {
    copyFileSync(join(forms, `${name}.xlsx`), at(`${short}.xlsx`));
    copyFileSync(join(forms, `${name}.sheet.json`), at(`${short}.json`));
  }
  copyFileSync(join(forms, `${names.card}.form.json`), at('card-form.json'));
});
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

describe('form: what was recognised, as a file', () => {
  test('is written, and fills the workbook that it was made of', () => {
    expect(run('form', '--workbook', 'ward.xlsx', '--out', 'ward-form.json')).toEqual({
      status: 0,
      stdout: '書きました：ward-form.json\n',
      stderr: '',
    });
    const form = parseFormFile(readFileSync(at('ward-form.json'), 'utf8'));
    expect(form.ok && form.value).toMatchObject({ title: 'ward', made: 'recognized' });
    const fill = ['fill', '--template', 'ward.xlsx', '--sheet', 'ward.json'];
    expect(run(...fill, '--out', 'by-form.xlsx', '--form', 'ward-form.json').status).toBe(0);
    expect(run(...fill, '--out', 'by-look.xlsx').status).toBe(0);
    expect(readFileSync(at('by-form.xlsx')).equals(readFileSync(at('by-look.xlsx')))).toBe(true);
    const read = ['read', '--out', '-', '--workbook', 'by-form.xlsx'];
    expect(run(...read, '--form', 'ward-form.json').stdout).toBe(run(...read).stdout);
  });

  test('is said on stdout, and an existing file is left', () => {
    const said = run('form', '--workbook', 'ward.xlsx', '--out', '-');
    expect([said.status, JSON.parse(said.stdout).format]).toEqual([0, 'furikaeri.form/1']);
    put('there.json', { mine: true });
    const refused = run('form', '--workbook', 'ward.xlsx', '--out', 'there.json');
    expect(refused.stderr).toMatch(/^there\.json: out-exists: /);
    expect(json('there.json')).toEqual({ mine: true });
    expect(
      run('form', '--workbook', 'ward.xlsx', '--out', 'there.json', '--overwrite').status,
    ).toBe(0);
  });

  test('of several readings the one that is asked for', () => {
    const asked = run('form', '--workbook', 'half.xlsx', '--out', 'half-form.json');
    expect([asked.status, asked.stderr]).toEqual([
      1,
      expect.stringMatching(/column-unclear.*2通りに読めます。form の --reading 1 から 2 /),
    ]);
    const columns = ['1', '2'].map((reading) => {
      const out = `half-${reading}.json`;
      expect(
        run('form', '--workbook', 'half.xlsx', '--out', out, '--reading', reading).status,
      ).toBe(0);
      return json(out).targets.columns;
    });
    expect(columns[0]).not.toEqual(columns[1]);
    const fill = [
      'fill',
      '--template',
      'half.xlsx',
      '--sheet',
      'half.json',
      '--out',
      'half-out.xlsx',
    ];
    expect(run(...fill).status).toBe(1);
    expect(run(...fill, '--form', 'half-1.json').status).toBe(0);
    expect(run('form', '--workbook', 'half.xlsx', '--out', '-', '--reading', '3').status).toBe(1);
  });

  test('is nothing where there is no such form', () => {
    const said = run('form', '--workbook', 'roster.xlsx', '--out', 'roster-form.json');
    expect(said.status).toBe(1);
    expect(said.stderr).toMatch(/^roster\.xlsx\S*: (?:other-paper|no-table): /);
  });
});

describe('--form: a form that was taught or handed out', () => {
  const fill = [
    'fill',
    '--template',
    'card.xlsx',
    '--sheet',
    'card.json',
    '--out',
    'card-out.xlsx',
  ];

  test('fills what is asked about without it, and reads it', () => {
    expect(run(...fill).status).toBe(1);
    expect(run(...fill, '--form', 'card-form.json')).toMatchObject({ status: 0, stderr: '' });
    const read = run(
      'read',
      '--workbook',
      'card-out.xlsx',
      '--form',
      'card-form.json',
      '--out',
      '-',
    );
    const told = (sheet: { sections: { targets: { target: string; result: string }[] }[] }) =>
      sheet.sections.map(({ targets }) => targets.map(({ target, result }) => [target, result]));
    expect(told(JSON.parse(read.stdout))).toEqual(told(json('card.json')));
  });

  test('that was taken for another workbook writes nothing, and says where they differ', () => {
    run('form', '--workbook', 'ward.xlsx', '--out', 'other-form.json', '--overwrite');
    const said = run(...fill, '--overwrite', '--form', 'other-form.json', '--json');
    expect([said.status, JSON.parse(said.stdout)]).toMatchObject([
      1,
      {
        ok: false,
        written: [],
        problems: [{ code: 'form-differs', file: 'card.xlsx', cell: expect.any(String) }],
      },
    ]);
    expect(said.stderr).toMatch(/card\.xlsx:\S+![A-Z]+\d+: form-differs: .*「.+」.*fingerprint/);
  });

  test.each<[string, unknown, RegExp]>([
    ['no form', { format: 'furikaeri.sheet/1' }, /^f\.json:format: other-format: /],
    ['a newer one', { format: 'furikaeri.form/2' }, /^f\.json:format: newer-format: /],
    [
      'an address that is none',
      { format: 'furikaeri.form/1', targets: { kind: 'cells', list: [{ target: 'B' }] } },
      /^f\.json:targets\.list\[0\]\.target: wrong-value: /,
    ],
  ])('%s is refused with its place', (_, form, line) => {
    put('f.json', form);
    const said = run(...fill, '--overwrite', '--form', 'f.json');
    expect([said.status, said.stdout]).toEqual([1, '']);
    expect(said.stderr).toMatch(line);
  });

  test('none, or with a worksheet beside it', () => {
    expect(run(...fill, '--form', 'none.json').stderr).toMatch(/^none\.json: not-found: /);
    expect(run(...fill, '--form', 'card-form.json', '--worksheet', '様式').status).toBe(2);
  });
});

test('each problem of finding places names the line of a form that settles it', () => {
  const said = run('form', '--workbook', 'card.xlsx', '--out', '-');
  expect(said.stderr).toMatch(/: (?:column-unclear|no-table): .*"targets"/);
  const other = run('form', '--workbook', 'ward.xlsx', '--worksheet', '別紙', '--out', '-');
  expect(other.stderr).toMatch(/sheet-not-found: .*"worksheets"/);
});

test('a section that is told in a list of cells is filled', () => {
  put('list.json', {
    format: 'furikaeri.form/1',
    targets: { kind: 'cells', list: [{ section: '区民課', target: 'B40', result: 'C40' }] },
  });
  put('one.json', {
    format: 'furikaeri.sheet/1',
    fiscalYear: null,
    ward: null,
    policies: [],
    sections: [
      { division: null, section: '区民課', targets: [{ no: 1, target: 'い', result: 'ろ' }] },
    ],
  });
  const args = ['--template', 'card.xlsx', '--sheet', 'one.json', '--form', 'list.json'];
  expect(run('fill', ...args, '--out', 'list.xlsx')).toMatchObject({ status: 0, stderr: '' });
  const read = run('read', '--workbook', 'list.xlsx', '--form', 'list.json', '--out', '-');
  expect(JSON.parse(read.stdout).sections).toMatchObject([
    { section: '区民課', targets: [{ no: 1, target: 'い', result: 'ろ' }] },
  ]);
});
