import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { locationText } from '../../../../core/result.ts';
import { openWorkbook } from '../../../../core/xlsx/read/workbook.ts';
import type { Written } from '../../../../core/xlsx/write/part-difference.ts';
import { preparePlan } from '../../../../core/xlsx/write/prepare-plan.ts';
import { findDifference } from '../../../../core/xlsx/write/read-back.ts';
import { bookOf, filled, partsOf, zipped } from '../books.ts';

const sheet =
  '<sheetFormatPr defaultRowHeight="15"/><cols><col min="1" max="1" width="9" hidden="1"/></cols><sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1" s="1"/></row><row r="2" ht="20"><c r="A2"><f>A1</f><v>1</v></c></row></sheetData><mergeCells><mergeCell ref="A3:B3"/></mergeCells>';
const styles =
  '<fonts><font><sz val="11"/></font><font><sz val="9"/></font></fonts><cellXfs><xf fontId="0"/><xf fontId="1"/></cellXfs>';
const workbook = '<definedNames><definedName name="目標">様式!$A$1</definedName></definedNames>';
const bytesOf = (from = '', to = '') =>
  bookOf({
    sheets: { 様式: sheet.replace(from, to) },
    styles: styles.replace(from, to),
    workbook: workbook.replace(from, to),
  });
const open = (bytes: Uint8Array) => {
  const opened = openWorkbook(bytes);
  return opened.ok ? opened.value : expect.unreachable();
};
const nothing: Written = { plans: [], wraps: null, forgotten: new Set(), hasNew: false };
const parts = ['xl/workbook.xml', 'xl/styles.xml', 'xl/worksheets/sheet1.xml'];
const difference = (
  after: Uint8Array,
  written = nothing,
  changed = parts,
  before = open(bytesOf()),
): string | null => {
  const found = findDifference(before, after, new Set(changed), written);
  return found && locationText(found);
};

test.each<[what: string, from: string, to: string, place: string | null]>([
  ['nothing', '', '', null],
  ['a result that is gone', '<f>A1</f><v>1</v>', '<f>A1</f>', '様式!A2'],
  ['another result', '<f>A1</f><v>1</v>', '<f>A1</f><v>2</v>', '様式!A2'],
  ['a text', '<v>1</v></c><c r="B1"', '<v>2</v></c><c r="B1"', '様式!A1'],
  ['a cell that is gone', '<c r="B1" s="1"/>', '', '様式!B1'],
  [
    'a text that has come',
    '<c r="B1" s="1"/>',
    '<c r="B1" s="1"/><c r="C1"><v>1</v></c>',
    '様式!C1',
  ],
  ['a row that is gone', '<row r="1"><c r="A1"><v>1</v></c><c r="B1" s="1"/></row>', '', '様式!1'],
  ['a row that has come', '</sheetData>', '<row r="4"/></sheetData>', '様式!4'],
  ['a kind of value', '<c r="A1">', '<c r="A1" t="b">', '様式!A1'],
  ['a look', 's="1"', 's="0"', '様式!B1'],
  ['a size of letters', 'val="9"', 'val="8"', 'xl/styles.xml'],
  ['a style more', '</cellXfs>', '<xf fontId="1"/></cellXfs>', 'xl/styles.xml'],
  ['a formula become a number', '<f>A1</f>', '', '様式!A2'],
  ['another formula', '<f>A1</f>', '<f>A3</f>', '様式!A2'],
  ['a height', 'ht="20"', 'ht="21"', '様式!2'],
  ['a hidden row', 'ht="20"', 'ht="20" hidden="1"', '様式!2'],
  ['a column no longer hidden', ' hidden="1"', '', '様式'],
  ['a width', 'width="9"', 'width="8"', '様式'],
  ['a merge', 'A3:B3', 'A3:C3', '様式'],
  ['a name', '$A$1', '$A$2', 'xl/workbook.xml'],
  [
    'a name that is gone',
    '<definedName name="目標">様式!$A$1</definedName>',
    '',
    'xl/workbook.xml',
  ],
])('finds %s', (_, from, to, place) => {
  expect(difference(bytesOf(from, to))).toBe(place);
  // Whatever it is, no part differs that was to stay.
  const isSame = from === to;
  expect(difference(bytesOf(from, to), nothing, []) === null).toBe(isSame);
});

test('finds a part that is not what the zip says, or not there', () => {
  const broken = bytesOf().slice();
  broken[Buffer.from(broken).toString('latin1').indexOf('sheet1.xml') + 20] = 0xff;
  expect(difference(broken)).not.toBeNull();
  const without = partsOf({ sheets: { 様式: sheet }, styles, workbook });
  expect(difference(zipped({ ...without, 'more.xml': '<a/>' }))).toBe('');
  delete without['xl/styles.xml'];
  expect(difference(zipped(without))).toBe('');
});

test('expects what a plan says, and only that', () => {
  const before = open(bytesOf());
  const plan = {
    sheet: '様式',
    insertions: [{ after: 1, count: 1 }],
    writes: [{ address: 'B2', text: '目標' }],
    heights: [{ row: 2, points: 50 }],
  };
  const prepared = preparePlan(before, plan);
  const plans = prepared.ok ? [{ ...prepared.value, styles: new Map() }] : [];
  const after = (...changes: Partial<typeof plan>[]) =>
    changes.reduce((bytes, change) => filled(bytes, change), bytesOf());
  const places = [
    after(plan),
    after(plan, { writes: [{ address: 'B2', text: '目票' }] }),
    after(plan, { writes: [{ address: 'A1', text: '2' }] }),
    after(plan, { heights: [{ row: 2, points: 51 }] }),
    after({ heights: plan.heights }),
    after(plan, { insertions: [{ after: 1, count: 1 }] }),
  ].map((bytes) => difference(bytes, { ...nothing, plans }, parts, before));
  expect(places).toEqual([null, '様式!B2', 'xl/workbook.xml', '様式!2', '様式!A2', '様式!2']);
});

const texts = { writes: [{ address: 'B1', text: '　目標 <1>\n' }] };

test.each([
  ['a worksheet with texts and heights', { ...texts, heights: [{ row: 1, points: 50 }] }],
  ['a worksheet with texts alone', texts],
  ['a worksheet with a row put in', { ...texts, insertions: [{ after: 1, count: 1 }] }],
])('whatever byte of %s is another, it is found', (_, changes) => {
  const plan = { sheet: '様式', insertions: [], heights: [], ...changes };
  const before = open(bytesOf());
  const prepared = preparePlan(before, plan);
  const plans = prepared.ok ? [{ ...prepared.value, styles: new Map() }] : [];
  const after = filled(bytesOf(), plan);
  const content = unzipSync(after);
  const part = 'xl/worksheets/sheet1.xml';
  const written = content[part] ?? expect.unreachable();
  const foundIn = (bytes: Uint8Array) =>
    findDifference(before, bytes, new Set(parts), { ...nothing, plans });
  expect(foundIn(after)).toBeNull();
  fc.assert(
    fc.property(fc.nat(written.length - 1), fc.constantFrom(...'<>&"=/ Ar159sv'), (at, sign) => {
      const copy = written.slice();
      copy[at] = sign.charCodeAt(0);
      const found = foundIn(zipped({ ...content, [part]: copy }));
      return (found === null) === (copy[at] === written[at]);
    }),
    { numRuns: 1_000 },
  );
});
