import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openWorkbook } from '../../../core/xlsx/read/workbook.ts';
import type { WritePlan } from '../../../core/xlsx/write-plan.ts';
import { applied, bookOf, changedParts, filled, gridsIn, problemsOf, textOf } from './books.ts';

// Workbooks that were refused, or that broke something, though they are fair.

const read = (name: string) =>
  new Uint8Array(readFileSync(join(import.meta.dirname, `../../fixtures/xlsx-cases/${name}.xlsx`)));

/** Five targets and results where there is room for some: rows are inserted below the last. */
function five(
  first: number,
  rooms: number,
  columns: readonly [string, string],
): Partial<WritePlan> {
  const texts = (column: string, what: string) =>
    Array.from({ length: 5 }, (_, n) => ({
      address: `${column}${first + n}`,
      text: `${what}その${n + 1}`,
    }));
  const missing = 5 - rooms;
  return {
    insertions: [{ after: first + rooms - 1, count: missing }],
    writes: [...texts(columns[0], '目標'), ...texts(columns[1], '結果')],
    heights: [{ row: first, points: 60 }],
    wraps: [`${columns[0]}${first}`],
  };
}
const short = five(3, 3, ['C', 'D']);
const long = five(5, 2, ['D', 'E']);

test.each<[name: string, plan: Partial<WritePlan>, kept: readonly string[]]>([
  ['last-row', short, []],
  ['utf16-customxml', short, ['customXml/item1.xml']],
  ['svg-doctype', short, ['xl/media/image1.svg']],
  ['emf-ratio', short, ['xl/media/image1.emf']],
  ['module-sheet-empty-rid', short, []],
  ['style-bloat', short, []],
  ['part-name-case', long, []],
  ['shared-strings-case', long, []],
  ['utf16', long, []],
  ['backslash', long, []],
  ['zip64', long, []],
  ['number-formula-without-result', long, []],
  ['year-in-brackets', long, []],
  ['validation-list', long, []],
  ['validation-length', long, []],
])('%s is filled, rows inserted, and what is beside it kept', (name, plan, kept) => {
  const before = read(name);
  const after = filled(before, plan);
  const [grid] = gridsIn(after);
  for (const { address, text } of plan.writes ?? []) {
    expect(grid?.cells.get(address)?.text).toBe(text);
  }
  const [wrapped = ''] = plan.wraps ?? [];
  expect(grid?.cells.get(wrapped)?.look.wraps).toBe(true);
  const changed = changedParts(before, after).map((part) => part.replaceAll('\\', '/'));
  expect(changed.filter((part) => !/sheet1\.xml|workbook\.xml|styles\.xml/i.test(part))).toEqual(
    [],
  );
  for (const part of kept) expect(changed).not.toContain(part);
});

test('a last row that is only a height falls off; one with a text is not pushed out', () => {
  expect(gridsIn(filled(read('last-row'), short))[0]?.rowHeights.has(1_048_576)).toBe(false);
  const last = '<row r="1048576"><c r="A1048576"><v>1</v></c></row>';
  const book = bookOf({ sheets: { 様式: `<sheetData><row r="1"/>${last}</sheetData>` } });
  expect(problemsOf(applied(book, { insertions: [{ after: 1, count: 1 }] }))).toEqual([
    'insert-other 様式!1048576',
  ]);
});

test('numbers by formulas are left alone, and repeated in new rows', () => {
  const after = filled(read('number-formula-without-result'), long);
  const sheet = textOf(after, 'xl/worksheets/sheet1.xml');
  const formulas = [...sheet.matchAll(/<c r="(B\d+)"[^>]*><f>([^<]*)<\/f>/g)];
  expect(formulas.map(([, place, text]) => `${place}${text}`)).toEqual(
    [5, 6, 7, 8, 9].map((row) => `B${row}ROW()-4`),
  );
  expect(textOf(after, 'xl/workbook.xml')).toContain('fullCalcOnLoad="1"');
});

test('a sheet without a part keeps its place in the numbering', () => {
  const opened = openWorkbook(read('module-sheet-empty-rid'));
  expect(opened.ok && opened.value.sheets.map(({ name, index }) => [name, index])).toEqual([
    ['区民課', 0],
  ]);
});

describe('a protected worksheet', () => {
  const book = read('protected-unlocked');
  const { writes = [], heights = [] } = short;
  const three = writes.filter(({ address }) => /[345]$/.test(address));

  test('takes texts in its unlocked cells, and keeps heights and looks that it locks', () => {
    const result = applied(book, { writes: three, heights, wraps: ['A3'] });
    const found = result.ok ? result.value : expect.unreachable();
    expect([found.heightsLeft, found.wrapsLeft]).toEqual([1, 1]);
    expect(changedParts(book, found.bytes)).toEqual(['xl/worksheets/sheet1.xml']);
    expect(textOf(found.bytes, 'xl/worksheets/sheet1.xml')).not.toContain('ht="60"');
    expect(gridsIn(found.bytes)[0]?.cells.get('D5')?.text).toBe('結果その3');
  });

  test('takes no text in a locked cell, and no rows', () => {
    const locked = { address: 'A3', text: '九' };
    expect(problemsOf(applied(book, { writes: [...three, locked] }))).toEqual([
      'sheet-protected 区民課!A3',
    ]);
    expect(problemsOf(applied(book, { writes: [{ address: 'A3', text: '1' }] }))).toEqual([]);
    expect(problemsOf(applied(book, short))).toEqual(['sheet-protected 区民課']);
  });

  test('takes heights and looks that it does not lock', () => {
    const styles = '<fonts/><cellXfs count="2"><xf/><xf><protection locked="0"/></xf></cellXfs>';
    const data = '<sheetData><row r="1"><c r="A1" s="1"/></row></sheetData>';
    const open = '<sheetProtection sheet="1" formatRows="0" formatCells="0"/>';
    const result = applied(bookOf({ sheets: { 様式: data + open }, styles }), {
      writes: [{ address: 'A1', text: '目標' }],
      heights: [{ row: 1, points: 60 }],
      wraps: ['A1'],
    });
    const found = result.ok ? result.value : expect.unreachable();
    expect([found.heightsLeft, found.wrapsLeft]).toEqual([0, 0]);
    expect(gridsIn(found.bytes)[0]?.rowHeights.get(1)).toBe(60);
    expect(gridsIn(found.bytes)[0]?.cells.get('A1')?.look.wraps).toBe(true);
  });
});

test('a table tells its area; its header is no place to write, its other cells are', () => {
  const book = read('table');
  const [grid] = gridsIn(book);
  expect(grid?.tables).toEqual([
    { area: { top: 3, left: 1, bottom: 56, right: 6 }, headerRows: 1 },
  ]);
  const written = (address: string) => applied(book, { writes: [{ address, text: '目標' }] });
  expect(problemsOf(written('D3'))).toEqual(['table-header 入力!D3']);
  expect(problemsOf(written('D4'))).toEqual([]);
});

test('130,000 cells below move when rows are inserted', () => {
  const cells = (row: number) =>
    Array.from(
      { length: 130 },
      (_, n) => `<c r="${String.fromCharCode(65 + (n % 26), 65 + n / 26)}" s="1"/>`,
    )
      .sort()
      .join('')
      .replaceAll(/r="(\w+)"/g, `r="$1${row}"`);
  const rows = Array.from({ length: 1_000 }, (_, n) => `<row r="${n + 9}">${cells(n + 9)}</row>`);
  const data = `<sheetData><row r="3"><c r="A3"/></row>${rows.join('')}</sheetData>`;
  const book = bookOf({ sheets: { 様式: data } });
  const after = filled(book, {
    insertions: [{ after: 3, count: 2 }],
    writes: [{ address: 'A5', text: '目標' }],
  });
  const [grid] = gridsIn(after);
  expect(grid?.cells.size).toBe(130_003);
  expect(grid?.cells.has('ZE1010')).toBe(true);
  expect(grid?.cells.has('AA9')).toBe(false);
});

test('a worksheet of 500,000 cells and 17 MB beside it is no hindrance, and keeps its bytes', () => {
  const letters = [...'ABCDEFGHIJ'];
  const row = (number: number) =>
    `<row r="${number}">${letters.map((letter, n) => `<c r="${letter}${number}" s="1"><v>${(number * 7919 + n * 31) % 99_991}</v></c>`).join('')}</row>`;
  const many = Array.from({ length: 50_000 }, (_, n) => row(n + 1)).join('');
  const book = bookOf({
    sheets: {
      様式: '<sheetData><row r="1"><c r="A1"/></row></sheetData>',
      台帳: `<sheetData>${many}</sheetData>`,
    },
  });
  const [form, ledger] = gridsIn(book);
  expect(form?.cells.size).toBe(1);
  // Shown as far as the memory allows.
  expect(ledger?.cells.size).toBeLessThan(500_000);
  expect(ledger?.cells.get('J9')?.text).toBe(String((9 * 7919 + 9 * 31) % 99_991));
  const after = filled(book, {
    insertions: [{ after: 1, count: 1 }],
    writes: [{ address: 'A2', text: '目標' }],
  });
  expect(changedParts(book, after)).toEqual(['xl/worksheets/sheet1.xml']);
});
