import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { planFill } from '../../core/sheet/fill/fill.ts';
import { readSheet } from '../../core/sheet/fill/read-sheet.ts';
import { located } from '../../core/sheet/form/recognize.ts';
import type { Sheet, Target } from '../../core/sheet/model/sheet.ts';
import { areaText } from '../../core/xlsx/formula/reference.ts';
import type { Grid } from '../../core/xlsx/grid.ts';
import { gridsOf } from '../../core/xlsx/read/read-grids.ts';
import { openWorkbook } from '../../core/xlsx/read/workbook.ts';
import { applyPlans } from '../../core/xlsx/write/apply-plans.ts';
import type { WritePlan } from '../../core/xlsx/write-plan.ts';
import { nothingAttached } from '../../office-addin/excel/attached.ts';
import { inExcel } from '../../office-addin/excel/in-excel.ts';
import { layOut } from '../../office-addin/excel/lay-out.ts';
import { readAll, readSheets } from '../../office-addin/excel/read-sheet.ts';
import type { Reading } from '../../office-addin/excel/reading.ts';
import type { Snapshot } from '../../office-addin/excel/snapshot.ts';
import { takeAway } from '../../office-addin/excel/take-away.ts';
import { undoWrite } from '../../office-addin/excel/undo.ts';
import { type Written, writeSheets } from '../../office-addin/excel/write-sheets.ts';
import { emptyCell } from './host/cells.ts';
import { installClient } from './host/client.ts';
import { excelErrorCodes } from './host/errors.ts';
import { createHost, type Host } from './host/host.ts';
import { openXlsx } from './host/open-xlsx.ts';
import { newWorkbook, type Workbook } from './host/workbook.ts';

// What the add-in does in Excel, by Microsoft's real client on the fake host.

const folders = ['templates', 'test/fixtures/templates'];
const files = folders.flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.xlsx'))
    .map((name) => `${folder}/${name}`),
);
const bytesOf = (file: string) => new Uint8Array(readFileSync(file));

function open(workbook: Workbook): Host {
  const host = createHost(workbook);
  Object.assign(globalThis, { Excel: installClient(host).Excel });
  return host;
}

const opened = (file: string): Host => open(openXlsx(bytesOf(file)));

const readActiveSheet = () =>
  inExcel((context) => readAll(context, [context.workbook.worksheets.getActiveWorksheet()]));

async function activeSheet(): Promise<Reading> {
  const read = await readActiveSheet();
  if (!read.ok) throw new Error(read.error.code);
  return read.value[0] as Reading;
}

/** What both ways of reading must agree in. */
const essence = ({ name, hidden, protected: guarded, cells, merges, names, ...rest }: Grid) => ({
  name,
  hidden,
  guarded,
  cells: [...cells]
    .filter(([, { text }]) => text !== '')
    .map(([place, cell]) => [place, cell])
    .sort(),
  merges: merges.map(areaText).sort(),
  names: names
    .filter(({ name: own }) => !own.startsWith('_xlnm'))
    .map(({ name: own, area }) => [own, area && areaText(area)])
    .sort(),
  hiddenRows: [...rest.hiddenRows],
  hiddenColumns: [...rest.hiddenColumns],
});

function gridsIn(file: string): readonly Grid[] {
  const workbook = openWorkbook(bytesOf(file));
  if (!workbook.ok) throw new Error(workbook.problems[0]?.code);
  return gridsOf(workbook.value);
}

describe('a worksheet is read as from its file, in one round trip', () => {
  test.each(files)('%s', async (file) => {
    const host = opened(file);
    const grids = gridsIn(file);
    const read = await readSheets(grids.map(({ name }) => name));
    expect(host.roundTrips).toBe(1);
    expect(read.ok && read.value.map(({ grid }) => essence(grid))).toEqual(grids.map(essence));
    const says = (all: readonly Grid[]) => {
      const map = located(all);
      return map.ok ? readSheet(map.value) : map;
    };
    expect(says(read.ok ? read.value.map(({ grid }) => grid) : [])).toEqual(says(grids));
  });
});

/** A chief's sheet in the first section of a template, and what to write so that it stands there. */
function planFor(grid: Grid, change: (no: number) => Partial<Target>): WritePlan {
  const map = located([grid]);
  const says = map.ok ? readSheet(map.value) : map;
  if (!map.ok || !says.ok) throw new Error('not a template');
  const place = map.value.sections.find(({ targets }) => targets.length === 3);
  const section = place?.section || '区民課';
  const targets = [1, 2, 3].map((no) => ({ no, ...change(no) }));
  const sheet: Sheet = {
    ...says.value,
    sections: [{ division: place?.division ?? null, section, targets }],
  };
  const plan = planFill(map.value, sheet, { replace: true });
  if (!plan.ok) throw new Error(JSON.stringify(plan.problems));
  const [only] = plan.value.plans;
  if (!only) throw new Error('nothing to write');
  return only;
}

const texts = (no: number): Partial<Target> => ({
  target: `${no}番目の目標です。初めて来た方が迷わないよう、6月までに案内表示を見直します。\n二段落目です。`,
  result: `${no}番目の結果です。`,
});

/** What stands in the active sheet of the host, all of it. */
const state = ({ workbook: { active } }: Host) =>
  JSON.stringify([
    [...active.cells].filter(([, { value, formula }]) => value !== '' || formula !== null).sort(),
    active.merges.map(areaText).sort(),
  ]);

const ward = 'test/fixtures/templates/ward-filled.xlsx';

describe('three round trips, and three to take them back', () => {
  test.each([
    'templates/ward.xlsx',
    'templates/section.xlsx',
    ward,
    'test/fixtures/templates/ward-merged.xlsx',
    'test/fixtures/templates/hidden-rows.xlsx',
  ])('%s', async (file) => {
    const host = opened(file);
    const before = state(host);
    const { id } = await activeSheet();
    host.countAnew();
    const written = await writeSheet(id, ({ grid }) => planFor(grid, texts));
    expect(written.kind).toBe('written');
    expect(host.roundTrips).toBe(3);
    expect(state(host)).not.toBe(before);

    host.countAnew();
    const undone = await undoWrite(snapshotOf(written));
    expect(undone.ok && undone.value.kind).toBe('undone');
    expect(host.roundTrips).toBe(3);
    expect(state(host)).toBe(before);
  });
});

/** Writes to one worksheet of which nothing else is known. */
const writeSheet = (id: string, decide: (now: Reading) => WritePlan | null): Promise<Written> =>
  writeSheets(new Map([[id, nothingAttached]]), ([now]) => {
    const plan = now ? decide(now) : null;
    return plan && [plan];
  });

function snapshotOf(written: Written): Snapshot {
  if (written.kind !== 'written' && written.kind !== 'broken') throw new Error(written.kind);
  return written.snapshot;
}

/** Texts that a spreadsheet would take for something else (F27), and others that it must not touch. */
const oddTexts = [
  '=1+1',
  '＝合計を見直す',
  '+1',
  '＋α の案内',
  '-5％を目指す',
  '－5',
  '@窓口',
  '＠窓口',
  '\tタブで始まる',
  '1-2',
  '3/4',
  '1:30',
  '10%',
  '¥100',
  '1e5',
  '００１２３',
  '00123',
  '1.50',
  '12345678901234567890',
  'TRUE',
  'false',
  '#REF!',
  '令和8年4月1日',
  'R8.4.1',
  '2026/4/1',
  '4月1日',
  "'引用符で始まる",
  "''二つ",
  '2026',
  '3',
  ' 前の空白',
  '𠮷野家の窓口',
  '=HYPERLINK("https://example.com","押す")',
  '―――――',
  '<b>太字</b>',
  '①',
];

describe('a text stays as it was written, whatever Excel would make of it', () => {
  test.each(oddTexts)('%j', async (text) => {
    const host = open(newWorkbook('様式'));
    const { id } = await activeSheet();
    const plan: WritePlan = {
      sheet: '様式',
      insertions: [],
      writes: [{ address: 'B2', text }],
      heights: [],
    };
    const written = await writeSheet(id, () => plan);
    expect(written.kind).toBe('written');
    const cell = host.workbook.active.cells.get('B2');
    expect(cell?.formula).toBe(null);
    expect(String(cell?.value)).toBe(text);
    await undoWrite(snapshotOf(written));
    expect(host.workbook.active.cells.get('B2')?.value ?? '').toBe('');
    expect(host.workbook.active.cells.get('B2')?.format.numberFormat ?? 'General').toBe('General');
  });
});

test('only texts that would become something else make a text cell', async () => {
  const host = opened('templates/section.xlsx');
  const { id } = await activeSheet();
  const done = await writeSheet(id, ({ grid }) =>
    planFor(grid, (no) => ({ target: no === 2 ? '=2番' : `${no}番目に、9月までに見直します。` })),
  );
  expect(done.kind).toBe('written');
  const formats = [...host.workbook.active.cells.values()].map(({ format }) => format.numberFormat);
  expect(formats.filter((format) => format === '@')).toHaveLength(1);
});

describe('rows are put in where there are more targets', () => {
  test.each([
    'templates/section.xlsx',
    'templates/ward.xlsx',
    'test/fixtures/templates/ward-merged.xlsx',
  ])('%s, and taken out again', async (file) => {
    const host = opened(file);
    const before = state(host);
    const { id } = await activeSheet();
    const done = await writeSheet(id, ({ grid }) => fiveTargets(grid));
    expect(done.kind).toBe('written');
    expect(sectionsIn(await activeSheet())[0]?.targets).toHaveLength(5);
    const undone = await undoWrite(snapshotOf(done));
    expect(undone.ok && undone.value.kind).toBe('undone');
    expect(state(host)).toBe(before);
  });
});

function sectionsIn({ grid }: Reading) {
  const map = located([grid]);
  return map.ok ? map.value.sections : [];
}

function fiveTargets(grid: Grid): WritePlan {
  const map = located([grid]);
  if (!map.ok) throw new Error('not a template');
  const [place] = map.value.sections;
  const targets = [1, 2, 3, 4, 5].map((no) => ({
    no,
    target: `${no}番目の目標です。`,
    result: null,
  }));
  const sheet: Sheet = {
    fiscalYear: null,
    ward: null,
    policies: [],
    sections: [{ division: place?.division ?? null, section: place?.section || '区民課', targets }],
  };
  const plan = planFill(map.value, sheet, { replace: true });
  const only = plan.ok ? plan.value.plans[0] : undefined;
  if (!only) throw new Error(JSON.stringify(plan));
  return only;
}

describe('every code of Excel, at each round trip: all or nothing (F40)', () => {
  const cases = excelErrorCodes.flatMap((code) => [1, 2, 3].map((trip) => [code, trip] as const));
  test.each(cases)('%s at trip %i', async (code, trip) => {
    const host = opened('templates/section.xlsx');
    const before = state(host);
    const { id } = await activeSheet();
    host.countAnew();
    host.failAt({ trip, code, afterActions: 5 });
    const done = await writeSheet(id, ({ grid }) => planFor(grid, texts));
    expect(['refused', 'restored', 'written']).toContain(done.kind);
    expect(state(host) === before).toBe(done.kind !== 'written');
  });
});

describe('between the look and the write', () => {
  test('a co-author changed another cell: both stand (F39)', async () => {
    const host = opened(ward);
    const { id, grid } = await activeSheet();
    const elsewhere = [...grid.cells].findLast(([, { text, formula }]) => text !== '' && !formula);
    host.before(1, () => host.type(elsewhere?.[0] ?? '', '同僚が直した文', 'Remote'));
    const done = await writeSheet(id, (now) => planFor(now.grid, texts));
    expect(done.kind).toBe('written');
    const now = await activeSheet();
    expect(now.grid.cells.get(elsewhere?.[0] ?? '')?.text).toBe('同僚が直した文');
  });

  test('a co-author changed a cell while it was written: it is found, and nothing is half-written', async () => {
    const host = opened(ward);
    const { id } = await activeSheet();
    let place = '';
    const plan = (now: Reading) => {
      const made = planFor(now.grid, texts);
      place = made.writes[0]?.address ?? '';
      return made;
    };
    host.before(3, () => host.type(place, '同僚の文', 'Remote'));
    const done = await writeSheet(id, plan);
    expect(done.kind).toBe('restored');
    const { cells } = host.workbook.active;
    expect(cells.get(place)?.value).toBe('同僚の文');
    expect([...cells.values()].some(({ value }) => String(value).includes('番目の結果'))).toBe(
      false,
    );
  });

  test('undo tells of cells that were changed since, and goes over them only when asked', async () => {
    const host = opened(ward);
    const before = state(host);
    const { id } = await activeSheet();
    const done = await writeSheet(id, ({ grid }) => planFor(grid, texts));
    const snapshot = snapshotOf(done);
    const [place = ''] = Object.keys(snapshot.sheets[0]?.written ?? {});
    host.type(place, '後から直した文');
    const first = await undoWrite(snapshot);
    expect(first).toEqual({ ok: true, value: { kind: 'changed', cells: [place] } });
    const second = await undoWrite(snapshot, true);
    expect(second.ok && second.value.kind).toBe('undone');
    expect(state(host)).toBe(before);
  });
});

describe('what Excel does not let us do is told', () => {
  test('a chart sheet is in front', async () => {
    const host = opened(ward);
    const chart = { ...newWorkbook('グラフ').active, kind: 'chart' as const };
    host.workbook.sheets.push(chart);
    host.workbook.active = chart;
    const read = await readActiveSheet();
    expect(!read.ok && read.error.cause).toBe('chart');
  });

  test('the chief is editing a cell: it waits (F38)', async () => {
    const host = opened(ward);
    host.beginCellEdit();
    setTimeout(() => host.endCellEdit(), 50);
    expect((await readActiveSheet()).ok).toBe(true);
  });

  test('a protected worksheet (F36)', async () => {
    const host = opened('test/fixtures/templates/protected.xlsx');
    const { id, grid } = await activeSheet();
    expect(grid.protected).toBe(true);
    const before = state(host);
    const plan: WritePlan = {
      sheet: grid.name,
      insertions: [],
      writes: [{ address: 'A1', text: '書く' }],
      heights: [],
    };
    const done = await writeSheet(id, () => plan);
    expect(done.kind === 'refused' && done.error.cause).toBe('protected');
    expect(state(host)).toBe(before);
  });
});

describe('our own template in the open workbook', () => {
  test.each(['section', 'ward'] as const)(
    '%s: as the file has it, and away again',
    async (kind) => {
      const host = open(newWorkbook('Sheet1'));
      const laidOut = await layOut(kind);
      expect(host.roundTrips).toBe(3);
      if (!laidOut.ok) throw new Error(laidOut.error.code);
      const [file] = gridsIn(`templates/${kind}.xlsx`);
      expect(essence(laidOut.value.grid)).toEqual(file && essence(file));
      expect(host.workbook.active.name).toBe('目標・結果');
      const { pageLayout } = host.workbook.active;
      expect(pageLayout.orientation).toBe('Landscape');
      expect(pageLayout.titleRows?.top).toBe(pageLayout.titleRows?.bottom);
      expect(await takeAway(laidOut.value)).toEqual({ ok: true, value: true });
      expect(host.workbook.sheets.map(({ name }) => name)).toEqual(['Sheet1']);
    },
  );

  test('with the columns that were chosen, and each is found again', async () => {
    open(newWorkbook('Sheet1'));
    const chosen = ['measures', 'achievement', 'cost'] as const;
    const laidOut = await layOut('section', chosen);
    if (!laidOut.ok) throw new Error(laidOut.error.code);
    const map = located([laidOut.value.grid]);
    expect(map.ok && chosen.filter((field) => !map.value.fields.has(field))).toEqual([]);
  });

  test('once something is written in it, it stays', async () => {
    const host = open(newWorkbook('Sheet1', '目標・結果'));
    const laidOut = await layOut('section');
    if (!laidOut.ok) throw new Error(laidOut.error.code);
    expect(host.workbook.active.name).toBe('目標・結果 (2)');
    host.type('C2', '令和8年度');
    expect(await takeAway(laidOut.value)).toEqual({ ok: true, value: false });
  });
});

test('a filled worksheet reads the same as the file that the page would have made', async () => {
  const workbook = openWorkbook(bytesOf(ward));
  if (!workbook.ok) throw new Error('not opened');
  const plan = planFor(gridsIn(ward)[0] as Grid, texts);
  const filled = applyPlans(workbook.value, [plan]);
  const again = filled.ok ? openWorkbook(filled.value.bytes) : filled;
  opened(ward);
  const { id } = await activeSheet();
  await writeSheet(id, ({ grid }) => planFor(grid, texts));
  const { grid } = await activeSheet();
  const [file] = again.ok ? gridsOf(again.value) : [];
  expect(essence(grid)).toEqual(file && essence(file));
});

describe('however large', () => {
  /** A ward of so many sections of three targets each. */
  function large(sections: number): Host {
    const host = open(newWorkbook('全体'));
    const { active } = host.workbook;
    const put = (place: string, text: string) =>
      active.cells.set(place, { ...emptyCell, value: text });
    for (const [index, text] of ['部名', '部署名', '番号', '目標', '実施結果'].entries()) {
      put(`${'ABCDE'[index]}3`, text);
    }
    for (let section = 0; section < sections; section++) {
      const top = 4 + section * 3;
      put(`B${top}`, `第${section + 1}担当`);
      for (const column of [1, 2]) {
        active.merges.push({ top, left: column, bottom: top + 2, right: column });
      }
      for (const no of [1, 2, 3]) put(`C${top + no - 1}`, String(no));
    }
    return host;
  }

  test.each([
    [17, 3],
    [100, 3],
    // More than 512 blocks: what Excel doesn't tell at once is asked for in bands, at each of the two looks.
    [300, 5],
  ])('%i sections of three targets: %i round trips', async (sections, trips) => {
    const host = large(sections);
    const read = await activeSheet();
    expect(read.grid.merges).toHaveLength(sections * 2);
    host.countAnew();
    const done = await writeSheet(read.id, ({ grid }) => everySection(grid));
    expect(done.kind).toBe('written');
    expect(host.roundTrips).toBe(trips);
  });
});

/** Targets for all sections at once. */
function everySection(grid: Grid): WritePlan {
  const map = located([grid]);
  if (!map.ok) throw new Error('not a template');
  const sections = map.value.sections.map(({ division, section }) => ({
    division,
    section,
    targets: [1, 2, 3].map((no) => ({ no, ...texts(no) })),
  }));
  const sheet: Sheet = { fiscalYear: null, ward: null, policies: [], sections };
  const plan = planFill(map.value, sheet);
  const only = plan.ok ? plan.value.plans[0] : undefined;
  if (!only) throw new Error(JSON.stringify(plan));
  return only;
}
