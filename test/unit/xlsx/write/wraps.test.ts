import { expect, test } from 'vitest';
import { applied, bookOf, changedParts, filled, gridsIn, problemsOf, textOf } from '../books.ts';

const styles =
  '<fonts count="1"><font><sz val="11"/></font></fonts><cellXfs count="4"><xf numFmtId="0"/>' +
  '<xf numFmtId="9" fontId="0" applyAlignment="0"><alignment vertical="top" horizontal="left"/><protection locked="0"/></xf>' +
  '<xf numFmtId="49"><protection locked="0"/></xf>' +
  '<xf numFmtId="0"><alignment wrapText="1"/></xf> </cellXfs><cellStyles/>';
const data =
  '<cols><col min="4" max="4" width="9" style="2"/></cols><sheetData><row r="1"><c r="A1" s="1"/><c r="B1" s="1" t="str"><v>課</v></c><c r="C1" s="3"/></row><row r="2"><c r="A2"><v>1</v></c></row></sheetData>';
const book = bookOf({ sheets: { 様式: data }, styles });
const looks = (bytes: Uint8Array) =>
  [...(gridsIn(bytes)[0]?.cells ?? [])].map(([place, { text, look }]) => [
    place,
    text,
    look.wraps,
    look.locked,
  ]);

test('cells get copies of their styles that wrap, one for all that look alike', () => {
  const after = filled(book, {
    writes: [{ address: 'A1', text: '目標' }],
    wraps: ['A1', 'B1', 'C1', 'A2', 'D2'],
  });
  expect(looks(after)).toEqual([
    ['A1', '目標', true, false],
    ['B1', '課', true, false],
    ['C1', '', true, true],
    ['A2', '1', true, true],
    ['D2', '', true, false],
  ]);
  const [old, now] = [book, after].map((bytes) => textOf(bytes, 'xl/styles.xml'));
  expect(now).toBe(
    old
      ?.replace('count="4"', 'count="7"')
      .replace(
        '</xf> </cellXfs>',
        '</xf><xf numFmtId="9" fontId="0" applyAlignment="1"><alignment vertical="top" horizontal="left" wrapText="1"/><protection locked="0"/></xf>' +
          '<xf numFmtId="0" applyAlignment="1"><alignment wrapText="1"/></xf>' +
          '<xf numFmtId="49" applyAlignment="1"><alignment wrapText="1"/><protection locked="0"/></xf> </cellXfs>',
      ),
  );
  const sheet = textOf(after, 'xl/worksheets/sheet1.xml');
  expect(sheet).toContain('<c r="B1" s="4" t="str"><v>課</v></c><c r="C1" s="3"/>');
  expect(sheet).toContain('<c r="A2" s="5"><v>1</v></c><c r="D2" s="6"/>');
});

test('a cell that wraps already changes nothing', () => {
  expect(changedParts(book, filled(book, { wraps: ['C1'] }))).toEqual([]);
});

test('cells of new rows wrap too', () => {
  const after = filled(book, {
    insertions: [{ after: 1, count: 1 }],
    writes: [{ address: 'B2', text: '目標' }],
    wraps: ['B2', 'A3'],
  });
  expect(looks(after)).toEqual([
    ['A1', '', false, false],
    ['B1', '課', false, false],
    ['C1', '', true, true],
    ['A2', '', false, false],
    ['B2', '目標', true, false],
    ['C2', '', true, true],
    ['A3', '1', true, true],
  ]);
});

test('where a workbook has no styles, they are left and counted', () => {
  const plain = bookOf({ sheets: { 様式: data } });
  const result = applied(plain, { writes: [{ address: 'A1', text: '目標' }], wraps: ['A1'] });
  expect(
    result.ok && [result.value.wrapsLeft, gridsIn(result.value.bytes)[0]?.cells.get('A1')?.text],
  ).toEqual([1, '目標']);
});

test('an address that is none is refused', () => {
  expect(problemsOf(applied(book, { wraps: ['1A'] }))).toEqual(['wrong-value 様式!1A']);
});
