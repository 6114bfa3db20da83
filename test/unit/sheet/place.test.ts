import { describe, expect, test, vi } from 'vitest';
import { parseFormFile } from '../../../core/formats/form-file.ts';
import { planFill } from '../../../core/sheet/fill/fill.ts';
import type { CellPlace, Form } from '../../../core/sheet/form/form.ts';
import { placeForm } from '../../../core/sheet/form/place.ts';
import type { Places } from '../../../core/sheet/form/places.ts';
import type { Pressed } from '../../../core/sheet/form/pressed.ts';
import { located } from '../../../core/sheet/form/recognize.ts';
import { teach } from '../../../core/sheet/form/teach.ts';
import type { SheetField } from '../../../core/sheet/model/fields.ts';
import { parseAddress } from '../../../core/xlsx/address.ts';
import type { Grid } from '../../../core/xlsx/grid.ts';
import { gridsOf } from '../../../core/xlsx/read/read-grids.ts';
import { bare, type DrawnForm, drawnForms } from './drawn-forms.ts';
import { moved } from './form-changes.ts';
import { drawn } from './grids.ts';

vi.setConfig({ testTimeout: 120_000 });

/** A form's file by hand, of which only what is needed is written. */
function written(keys: object): Form {
  const form = parseFormFile(JSON.stringify({ format: 'furikaeri.form/1', ...keys }));
  if (!form.ok) throw new Error(JSON.stringify(form.problems));
  return form.value;
}

/** `区民課: B2 C2 | B3 C3`: each section's cells of target and result; else `code cell`. */
function places(form: Form, grids: readonly Grid[], section?: string): string {
  const placed = placeForm(form, grids, section === undefined ? {} : { section });
  if (!placed.ok) {
    return placed.problems
      .map(({ code, at }) => `${code} ${at.kind === 'cell' ? at.cell : ''}`)
      .join();
  }
  const { sections } = placed.value;
  const [main] = placed.value.views.keys();
  const cellOf = (cells: Places['sections'][number]['targets'][number]['cells']) =>
    (['target', 'result'] as const)
      .flatMap((field) => cells[field] ?? [])
      .map(({ sheet, cell }) => (sheet === main ? cell : `${sheet}!${cell}`))
      .join(' ');
  return sections
    .map(
      ({ section, targets }) =>
        `${section}: ${targets.map(({ cells }) => cellOf(cells)).join(' | ')}`,
    )
    .join('; ');
}

describe('rows of a table', () => {
  const form = written({
    fingerprint: {
      labels: [
        { text: '部署名', cell: 'A2' },
        { text: '目標', cell: 'C2' },
      ],
    },
    targets: {
      kind: 'rows',
      header: { top: 2, bottom: 2 },
      columns: { section: 'A', no: 'B', target: 'C', result: 'D' },
    },
  });
  const picture = '様式\n部署名|番号|目標|実施結果\n総務課|1||\n|2||\n区民課|1||';

  test('as the form says', () => {
    expect(places(form, [drawn(picture)])).toBe('総務課: C3 D3 | C4 D4; 区民課: C5 D5');
  });

  test('rows put in above, and sections that came and went', () => {
    const grid = drawn('様式\n-\n部署名|番号|目標|実施結果\n税務課|1||\n|2||\n|3||\n福祉課|1||');
    expect(places(form, [grid])).toBe('税務課: C4 D4 | C5 D5 | C6 D6; 福祉課: C7 D7');
  });

  test('a column put in where no label tells which is meant', () => {
    const grid = drawn('様式\n部署名|-|番号|目標|実施結果\n総務課||1||');
    expect(places(form, [grid])).toBe('form-differs A2');
  });

  test('every visible worksheet that carries the labels', () => {
    const other = drawn(picture.replace('総務課', '税務課').replace('区民課', '福祉課'), {
      name: '第2部',
    });
    const example = drawn(picture, { name: '記入例' });
    const hidden = drawn(picture, { name: '控え', hidden: true });
    expect(places(form, [drawn(picture), other, example, hidden])).toBe(
      '総務課: C3 D3 | C4 D4; 区民課: C5 D5; 税務課: 第2部!C3 第2部!D3 | 第2部!C4 第2部!D4; 福祉課: 第2部!C5 第2部!D5',
    );
  });

  test('a section in two worksheets is asked about', () => {
    const one = drawn('様式\n部署名|番号|目標|実施結果\n総務課|1||');
    const other = drawn('様式\n部署名|番号|目標|実施結果\n総務課|1|目標の文|', { name: '写し' });
    expect(places(form, [one, other])).toBe('several-sheets ');
  });

  test('the same sections in several worksheets are those of divisions, named by the tabs', () => {
    const grids = ['区民部', '福祉部'].map((name) => drawn(picture, { name }));
    const placed = placeForm(form, grids);
    const names = placed.ok
      ? placed.value.sections.map(({ division, section }) => `${division}/${section}`)
      : [];
    expect(names).toEqual(['区民部/総務課', '区民部/区民課', '福祉部/総務課', '福祉部/区民課']);
  });

  test('no section column: the name above, the tab, or what was told beside', () => {
    const one = written({
      fingerprint: {
        labels: [
          { text: '目標', cell: 'B2' },
          { text: '実施結果', cell: 'C2' },
        ],
      },
      targets: {
        kind: 'rows',
        header: { top: 2, bottom: 2 },
        columns: { no: 'A', target: 'B', result: 'C' },
        sections: 'title-above',
      },
    });
    const table = '番号|目標|実施結果\n1||\n2||';
    expect(places(one, [drawn(`【区民課】\n${table}`)])).toBe('区民課: B3 C3 | B4 C4');
    expect(places(one, [drawn(`-\n${table}`, { name: '税務課' })])).toBe('税務課: B3 C3 | B4 C4');
    expect(places(one, [drawn(`-\n${table}`)], '福祉課')).toBe('福祉課: B3 C3 | B4 C4');
    expect(places(one, [drawn(`-\n${table}`)])).toBe(': B3 C3 | B4 C4');
  });
});

describe('blocks', () => {
  const form = written({
    fingerprint: {
      labels: [
        { text: '目標１', cell: 'A3' },
        { text: '結果', cell: 'A4' },
      ],
    },
    cells: { section: 'B1' },
    targets: {
      kind: 'blocks',
      first: 'A3:B4',
      offset: { rows: 2, columns: 0 },
      count: 2,
      cells: { target: 'B3', result: 'B4' },
    },
  });
  const picture = '所属|区民課\n-\n目標１|\n結果|\n目標２|\n結果|';

  test('down the page', () => {
    expect(places(form, [drawn(picture)])).toBe('区民課: B3 B4 | B5 B6');
  });

  test('a row above, a column before', () => {
    expect(places(form, [drawn(`-\n${picture}`)])).toBe('区民課: B4 B5 | B6 B7');
    expect(places(form, [drawn(picture.replace(/^/gm, '-|'))])).toBe('区民課: C3 C4 | C5 C6');
  });

  test('a row between two cards: the further ones are no more where the form has them', () => {
    const grid = drawn('所属|区民課\n-\n目標１|\n結果|\n-\n目標２|\n結果|');
    expect(places(form, [grid])).toBe('form-differs A3');
  });

  test('a card that is gone', () => {
    expect(places(form, [drawn('所属|区民課\n-\n目標１|\n結果|')])).toBe('form-differs A3');
  });

  test('across', () => {
    const across = written({
      fingerprint: {
        labels: [
          { text: '目標', cell: 'A1' },
          { text: '結果', cell: 'A2' },
        ],
      },
      targets: {
        kind: 'blocks',
        first: 'A1:B2',
        offset: { rows: 0, columns: 2 },
        count: 3,
        cells: { target: 'B1', result: 'B2' },
      },
    });
    const grid = drawn('目標||目標||目標|\n結果||結果||結果|', { name: '区民課' });
    expect(places(across, [grid])).toBe('区民課: B1 B2 | D1 D2 | F1 F2');
    const fewer = drawn('目標||目標|\n結果||結果|', { name: '区民課' });
    expect(places(across, [fewer])).toBe('form-differs A1');
  });

  test('a label merged along all cards stands once', () => {
    const merged = { ...form, fingerprint: { labels: [{ text: '取組', cell: 'A3' }] } };
    const grid = drawn('所属|区民課\n-\n取組|\n|\n|\n|', { merges: 'A3:A6' });
    expect(places(merged, [grid])).toBe('区民課: B3 B4 | B5 B6');
  });

  test('a worksheet for each target, in the order of its number', () => {
    const slip = written({
      fingerprint: {
        labels: [
          { text: '目標', cell: 'A2' },
          { text: '結果', cell: 'A3' },
        ],
      },
      worksheets: { kind: 'per-target' },
      cells: { section: 'B1' },
      targets: {
        kind: 'blocks',
        first: 'A2:B3',
        offset: { rows: 0, columns: 0 },
        count: 1,
        cells: { target: 'B2', result: 'B3' },
      },
    });
    const one = (name: string, section: string) => drawn(`所属|${section}\n目標|\n結果|`, { name });
    expect(
      places(slip, [
        one('目標2', '区民課'),
        one('目標1', '区民課'),
        drawn('表紙', { name: '表紙' }),
      ]),
    ).toBe('区民課: 目標1!B2 目標1!B3 | B2 B3');
  });

  test('a worksheet for each section', () => {
    const slip = written({
      fingerprint: {
        labels: [
          { text: '目標１', cell: 'A3' },
          { text: '結果', cell: 'A4' },
        ],
      },
      worksheets: { kind: 'per-section' },
      cells: { section: 'B1' },
      targets: form.targets,
    });
    const grids = ['区民課', '税務課'].map((name) =>
      drawn(picture.replace('区民課', name), { name }),
    );
    expect(places(slip, grids)).toBe(
      '区民課: B3 B4 | B5 B6; 税務課: 税務課!B3 税務課!B4 | 税務課!B5 税務課!B6',
    );
  });
});

describe('cells one by one', () => {
  test('of several sections, each named by the form', () => {
    const form = written({
      targets: {
        kind: 'cells',
        list: [
          { section: '総務課', target: 'A1', result: 'B1' },
          { section: '総務課', target: 'A2', result: 'B2' },
          { section: '区民部\n区民課', target: 'A3' },
        ],
      },
    });
    const placed = placeForm(form, [drawn('||\n||\n||')]);
    expect(places(form, [drawn('||\n||\n||')])).toBe('総務課: A1 B1 | A2 B2; 区民課: A3');
    expect(placed.ok && placed.value.sections[1]?.division).toBe('区民部');
  });

  test('in other worksheets', () => {
    const form = written({
      worksheets: { kind: 'named', names: ['計画', '報告'] },
      fingerprint: {
        labels: [
          { text: '目標', cell: '計画!B1' },
          { text: '結果', cell: '報告!B1' },
        ],
      },
      targets: {
        kind: 'cells',
        list: [
          { target: 'B2', result: '報告!B2' },
          { target: 'B3', result: '報告!B3' },
        ],
      },
    });
    const plan = drawn('番号|目標\n1|\n2|', { name: '計画' });
    const report = drawn('番号|結果\n1|\n2|', { name: '報告' });
    expect(places(form, [plan, report], '区民課')).toBe('区民課: B2 報告!B2 | B3 報告!B3');
    // Each worksheet by its own labels.
    const lower = drawn('-\n番号|結果\n1|\n2|', { name: '報告' });
    expect(places(form, [plan, lower], '区民課')).toBe('区民課: B2 報告!B3 | B3 報告!B4');
    expect(places(form, [plan], '区民課')).not.toMatch(/^区民課/);
  });

  test('a result alone, in a cell of a merged block', () => {
    const form = written({ targets: { kind: 'cells', list: [{ result: 'B2' }] } });
    expect(places(form, [drawn('||\n||', { merges: 'A1:B2' })], '区民課')).toBe('区民課: A1');
  });
});

describe('which worksheet', () => {
  const form = written({
    worksheets: { kind: 'named', names: ['様式'] },
    fingerprint: {
      labels: [
        { text: '目標', cell: 'A1' },
        { text: '結果', cell: 'A2' },
      ],
    },
    targets: { kind: 'cells', list: [{ target: 'B1', result: 'B2' }] },
  });
  const picture = '目標|\n結果|';

  test('a tab of another name, by its labels', () => {
    const grids = [drawn('はじめに', { name: '説明' }), drawn(picture, { name: '区民課' })];
    expect(places(form, grids)).toBe('区民課: 区民課!B1 区民課!B2'.replaceAll('区民課!', ''));
  });

  test('labels that changed places take their cells along', () => {
    expect(places(form, [drawn('結果|\n目標|')], '区民課')).toBe('区民課: B2 B1');
  });

  test('a worksheet of the name, and of another form', () => {
    expect(places(form, [drawn('名前|\n住所|')])).toBe('form-differs A1');
  });

  test('none', () => {
    expect(places(form, [])).toBe('sheet-not-found ');
  });
});

describe('policies', () => {
  const table = '目標|結果\n|\n|';
  const form = (policies: object[]) =>
    written({
      fingerprint: {
        labels: [
          { text: '目標', cell: 'A4' },
          { text: '結果', cell: 'B4' },
        ],
      },
      policies,
      targets: {
        kind: 'rows',
        header: { top: 4, bottom: 4 },
        columns: { target: 'A', result: 'B' },
      },
    });
  const slots = (policies: object[], picture: string) => {
    const placed = placeForm(form(policies), [drawn(picture)]);
    return placed.ok
      ? placed.value.policies.map(({ cell }) => cell).join(' ')
      : placed.problems.map(({ code, at }) => `${code} ${at.kind === 'cell' && at.cell}`).join();
  };
  const marked = [
    { cell: 'A2', mark: '①' },
    { cell: 'A3', mark: '②' },
  ];

  test('by their marks, wherever rows were put in', () => {
    expect(slots(marked, `方針\n① あいさつ\n②\n${table}`)).toBe('A2 A3');
    expect(slots(marked, `方針\n-\n① あいさつ\n②\n${table}`)).toBe('A3 A4');
    expect(slots(marked, `方針\n① あいさつ\n②\n-\n-\n${table}`)).toBe('A2 A3');
  });

  test('one gone is another form', () => {
    expect(slots(marked, `方針\n①\n-\n${table}`)).toBe('form-differs A2');
  });
});

/** The form that comes of pressing the cells of the first target, and of its section. */
function taughtByFirst({ sections, form }: Places, grids: readonly Grid[]): Form | null {
  const [section] = sections.filter(({ targets }) => targets.length > 0);
  const [target] = section?.targets ?? [];
  if (!section || !target) return null;
  const pressed: Pressed[] = (Object.entries(target.cells) as [SheetField, CellPlace][]).map(
    ([field, place]) => ({ ...place, field: field === 'policy' ? 'targetPolicy' : field, no: 1 }),
  );
  const { cells, targets } = form;
  const column = targets.kind === 'rows' ? targets.columns.section : undefined;
  const cell = cells.section?.split('!').at(-1) ?? (column && `${column}${target.top}`);
  if (cell) pressed.push({ sheet: target.sheet, cell, field: 'section', no: null });
  const taught =
    teach(grids, pressed) ?? teach(grids, pressed, { section: section.section || '区民課' });
  return taught?.form ?? null;
}

/** Every row and column put in, one at a time, into every form that is filled unasked. */
describe('a kept form in a workbook into which somebody put a row or a column', () => {
  const forms = drawnForms().filter(({ isForm, cleared }) => isForm && cleared);

  function judged(
    form: DrawnForm,
    kept: Form,
    grids: readonly Grid[],
    grid: Grid,
    row: number,
    column: number,
  ) {
    const all = [...form.expected.keys(), ...form.optional].map((cell) => [cell, cell] as const);
    const mutant = moved(
      { grids, gone: new Map(all) },
      grid,
      (each) => (each >= row ? each + 1 : each),
      (each) => (each >= column ? each + 1 : each),
    );
    const placed = placeForm(kept, mutant.grids);
    const plan = placed.ok ? planFill(placed.value, form.sheet) : placed;
    if (!plan.ok) return 'asked';
    const origin = new Map([...mutant.gone].map(([from, to]) => [to, from]));
    const wrong = plan.value.writes.filter(({ sheet, cell, after }) => {
      const from = origin.get(`${sheet}!${cell}`) ?? '';
      const right = form.expected.get(from);
      return !(right ? right.includes(bare(after ?? '')) : form.optional.has(from));
    });
    return wrong.length === 0
      ? 'right'
      : wrong.map(({ field, cell }) => `${field as SheetField} ${cell}`).join();
  }

  const none = Number.MAX_SAFE_INTEGER;

  /** What comes of a kept form, as made by `keep`, with each row and column put in. */
  function tried(keep: (known: Places, grids: readonly Grid[]) => Form | null) {
    return forms.flatMap((form) => {
      const grids = gridsOf(form.workbook);
      const known = located(grids, { fiscalYear: form.sheet.fiscalYear });
      const kept = known.ok && keep(known.value, grids);
      if (!kept) return [];
      return grids
        .filter(({ hidden }) => !hidden)
        .flatMap((grid) => {
          const rows = [...grid.cells.keys()].map((cell) => parseAddress(cell)?.row ?? 1);
          const last = Math.min(60, Math.max(1, ...rows));
          const at = (row: number, column: number, what: string) => {
            const is = judged(form, kept, grids, grid, row, column);
            return { name: `${form.name} ${grid.name} ${what}`, is };
          };
          return [
            at(none, none, 'as it is'),
            ...Array.from({ length: last }, (_, n) => at(n + 1, none, `row ${n + 1}`)),
            ...Array.from({ length: 14 }, (_, n) => at(none, n + 1, `column ${n + 1}`)),
          ];
        });
    });
  }
  const found = tried(({ form }) => form);

  test('taught by target 1 alone: no text goes to another cell than was meant', () => {
    const taught = tried((known, grids) => taughtByFirst(known, grids));
    expect(taught.length).toBeGreaterThan(4_000);
    expect(taught.filter(({ is }) => is !== 'right' && is !== 'asked')).toEqual([]);
    const right = taught.filter(({ is }) => is === 'right');
    expect(right.length).toBeGreaterThan(taught.length * 0.6);
  });

  test('no text goes to another cell than was meant', () => {
    expect(found.length).toBeGreaterThan(2_500);
    expect(found.filter(({ is }) => is !== 'right' && is !== 'asked')).toEqual([]);
  });

  test('most are filled without a question', () => {
    const right = found.filter(({ is }) => is === 'right');
    expect(right.length).toBeGreaterThan(found.length * 0.85);
  });
});
