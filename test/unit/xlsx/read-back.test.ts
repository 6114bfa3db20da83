import { expect, test } from 'vitest';
import { preparePlan } from '../../../core/xlsx/prepare-plan.ts';
import { findDifference } from '../../../core/xlsx/read-back.ts';
import { openWorkbook } from '../../../core/xlsx/workbook.ts';
import { bookOf, filled } from './books.ts';

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

test.each<[what: string, from: string, to: string, place: string | null]>([
  ['nothing', '', '', null],
  ['no result of a formula', '<f>A1</f><v>1</v>', '<f>A1</f><v>2</v>', null],
  ['a text', '<v>1</v></c><c r="B1"', '<v>2</v></c><c r="B1"', '様式!A1'],
  ['a cell that is gone', '<c r="B1" s="1"/>', '', '様式!B1'],
  [
    'a text that has come',
    '<c r="B1" s="1"/>',
    '<c r="B1" s="1"/><c r="C1"><v>1</v></c>',
    '様式!C1',
  ],
  ['a look', 's="1"', 's="0"', '様式!B1'],
  ['a size of letters', 'val="9"', 'val="8"', '様式!B1'],
  ['a formula become a number', '<f>A1</f>', '', '様式!A2'],
  ['a height', 'ht="20"', 'ht="21"', '様式!2'],
  ['a hidden row', 'ht="20"', 'ht="20" hidden="1"', '様式'],
  ['a column no longer hidden', ' hidden="1"', '', '様式'],
  ['a width', 'width="9"', 'width="8"', '様式'],
  ['a merge', 'A3:B3', 'A3:C3', '様式'],
  ['a name', '$A$1', '$A$2', '様式'],
])('finds %s', (_, from, to, place) => {
  expect(findDifference(open(bytesOf()), open(bytesOf(from, to)), [])).toBe(place);
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
  const plans = prepared.ok ? [prepared.value] : [];
  const after = (...changes: Partial<typeof plan>[]) =>
    open(changes.reduce((bytes, change) => filled(bytes, change), bytesOf()));
  const places = [
    after(plan),
    after(plan, { writes: [{ address: 'B2', text: '目票' }] }),
    after(plan, { writes: [{ address: 'A1', text: '2' }] }),
    after(plan, { heights: [{ row: 2, points: 51 }] }),
    after({ heights: plan.heights }),
  ].map((workbook) => findDifference(before, workbook, plans));
  expect(places).toEqual([null, '様式!B2', '様式!A1', '様式!2', '様式!A2']);
});
