import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { makeFormFile, parseFormFile } from '../../../core/formats/form-file.ts';
import { locationText, type Result } from '../../../core/result.ts';
import type { Form } from '../../../core/sheet/form/form.ts';
import { placeForm } from '../../../core/sheet/form/place.ts';
import type { Places } from '../../../core/sheet/form/places.ts';
import { recognize } from '../../../core/sheet/form/recognize.ts';
import { gridsOf } from '../../../core/xlsx/read/read-grids.ts';
import { drawnForms } from './drawn-forms.ts';

const golden = readFileSync(new URL('../../fixtures/formats/form-1.json', import.meta.url), 'utf8');

const read = (file: unknown): Result<Form> =>
  parseFormFile(JSON.stringify({ format: 'furikaeri.form/1', ...(file as object) }));
const problems = (result: Result<unknown>): string[] =>
  result.ok ? [] : result.problems.map(({ code, at }) => `${code} ${locationText(at)}`);

/** All that a form puts a text into. */
const cellsOf = ({ sections, policies, yearCells, wardCells }: Places) => ({
  sections,
  policies,
  yearCells,
  wardCells,
});

const found = drawnForms().flatMap(({ name, workbook }) => {
  const grids = gridsOf(workbook);
  const opened = recognize(grids, { id: 'x', title: name });
  const readings = opened.kind === 'sure' ? [opened.places] : opened.readings;
  return readings.map((places, index) => [`${name} ${index + 1}`, grids, places] as const);
});

test.each(found)(
  '%s: what was recognised is a file, and the same places again',
  (_, grids, places) => {
    const parsed = parseFormFile(makeFormFile(places.form));
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
    expect(parsed.value).toEqual({ format: 'furikaeri.form/1', ...places.form });
    expect(JSON.parse(makeFormFile(parsed.value))).toEqual(JSON.parse(makeFormFile(places.form)));
    const placed = placeForm(parsed.value, grids);
    if (!placed.ok) throw new Error(JSON.stringify(placed.problems));
    expect(cellsOf(placed.value)).toEqual(cellsOf(places));
  },
);

test('every kind is among them', () => {
  const kinds = new Set(
    found.map(([, , { form }]) => `${form.targets.kind} ${form.worksheets.kind}`),
  );
  expect([...kinds].sort()).toEqual(
    expect.arrayContaining([
      'blocks named',
      'blocks per-target',
      'cells named',
      'rows named',
      'rows per-section',
    ]),
  );
});

describe('what may be absent', () => {
  test('is filled in', () => {
    expect(read({ targets: { kind: 'cells', list: [{ target: 'B2' }] } })).toEqual({
      ok: true,
      value: {
        format: 'furikaeri.form/1',
        id: '',
        title: '',
        issuer: null,
        made: 'written',
        fingerprint: { labels: [] },
        worksheets: { kind: 'visible' },
        cells: { year: null, ward: null, division: null, section: null },
        policies: [],
        targets: { kind: 'cells', list: [{ target: 'B2' }] },
        append: [],
      },
    });
  });

  test('null is a field without a place', () => {
    const parsed = read({
      targets: {
        kind: 'rows',
        header: { top: 1, bottom: 1 },
        columns: { section: null, target: 'B', result: null },
      },
    });
    expect(parsed.ok && parsed.value.targets).toMatchObject({ columns: { target: 'B' } });
  });
});

test('keys we do not know stay, at every level', () => {
  const known = JSON.parse(golden);
  const further = {
    ...known,
    seal: '企画課長印',
    fingerprint: { ...known.fingerprint, labels: [{ ...known.fingerprint.labels[0], bold: true }] },
    worksheets: { ...known.worksheets, order: 'tabs' },
    policies: [{ ...known.policies[0], colour: '青' }],
    targets: { ...known.targets, stripes: true },
  };
  const parsed = parseFormFile(JSON.stringify(further));
  expect(parsed).toEqual({ ok: true, value: further });
});

describe('is refused with its place', () => {
  const cells = { kind: 'cells', list: [{ target: 'B2' }] };
  const rows = { kind: 'rows', header: { top: 1, bottom: 1 }, columns: { target: 'B' } };
  const blocks = {
    kind: 'blocks',
    first: 'A1:B2',
    offset: { rows: 2, columns: 0 },
    count: 2,
    cells: { target: 'B1' },
  };
  test.each<[string, object, string]>([
    ['no targets', {}, 'missing targets'],
    ['targets of another kind', { targets: { kind: 'pages' } }, 'wrong-value targets.kind'],
    [
      'an address that is none',
      { targets: cells, cells: { year: 'A0' } },
      'wrong-value cells.year',
    ],
    ['a small letter', { targets: cells, cells: { section: 'b2' } }, 'wrong-value cells.section'],
    ['a range', { targets: cells, cells: { ward: 'A1:B2' } }, 'wrong-value cells.ward'],
    ['a policy nowhere', { targets: cells, policies: [{ mark: '①' }] }, 'missing policies[0].cell'],
    [
      'a policy’s line below the first',
      { targets: cells, policies: [{ cell: 'A1', line: -1 }] },
      'wrong-value policies[0].line',
    ],
    [
      'a label without its cell',
      { targets: cells, fingerprint: { labels: [{ text: '目標' }] } },
      'missing fingerprint.labels[0].cell',
    ],
    [
      'a column by its number',
      { targets: { ...rows, columns: { target: 2 } } },
      'wrong-value targets.columns.target, missing targets.columns.target',
    ],
    [
      'a column by an address',
      { targets: { ...rows, columns: { target: 'B', result: 'C4' } } },
      'wrong-value targets.columns.result',
    ],
    [
      'row 0',
      { targets: { ...rows, header: { top: 0, bottom: 1 } } },
      'wrong-value targets.header.top',
    ],
    ['no header', { targets: { ...rows, header: undefined } }, 'missing targets.header'],
    [
      'no column of targets or results',
      { targets: { ...rows, columns: { no: 'A' } } },
      'missing targets.columns.target',
    ],
    ['no card', { targets: { ...blocks, count: 0 } }, 'wrong-value targets.count'],
    ['cards without end', { targets: { ...blocks, count: 1e9 } }, 'wrong-value targets.count'],
    [
      'no distance',
      { targets: { ...blocks, offset: { rows: 2 } } },
      'missing targets.offset.columns',
    ],
    ['a list that is none', { targets: { kind: 'cells', list: {} } }, 'wrong-type targets.list'],
    [
      'a cell of the list',
      { targets: { kind: 'cells', list: [{ target: 'B2' }, { target: 'B', result: 'C3' }] } },
      'wrong-value targets.list[1].target',
    ],
    [
      'a section that is no text',
      { targets: { kind: 'cells', list: [{ target: 'B2', section: 3 }] } },
      'wrong-type targets.list[0].section',
    ],
    [
      'worksheets of another kind',
      { targets: cells, worksheets: { kind: 'all' } },
      'wrong-value worksheets.kind',
    ],
    [
      'a field to append that is none',
      { targets: cells, append: ['seal'] },
      'wrong-value append[0]',
    ],
    ['made in another way', { targets: cells, made: 'guessed' }, 'wrong-value made'],
  ])('%s', (_, file, problem) => {
    expect(problems(read(file)).join(', ')).toBe(problem);
  });

  test('another file of ours, another program’s, a newer version, no JSON', () => {
    expect(problems(read({ format: 'furikaeri.sheet/1' }))).toEqual(['other-format format']);
    expect(problems(read({ format: 'other/1' }))).toEqual(['unknown-format format']);
    expect(problems(read({ format: 'furikaeri.form/2' }))).toEqual(['newer-format format']);
    expect(problems(parseFormFile('{ "format": '))).toEqual(['not-json 1:13']);
  });

  test('a forbidden key (F24)', () => {
    const file = golden.replace('"columns": {', '"columns": { "__proto__": { "polluted": 1 },');
    expect(problems(parseFormFile(file))[0]).toMatch(/^forbidden-key /);
    expect('polluted' in {}).toBe(false);
  });
});

test('a section named in a list stays named', () => {
  const parsed = read({
    targets: { kind: 'cells', list: [{ section: '区民部\n区民課', target: 'B2' }] },
  });
  expect(parsed.ok && parsed.value.targets).toEqual({
    kind: 'cells',
    list: [{ section: '区民部\n区民課', target: 'B2' }],
  });
});
