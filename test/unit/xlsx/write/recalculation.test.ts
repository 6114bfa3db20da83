import { expect, test } from 'vitest';
import { bookOf, filled, textOf } from '../books.ts';

const count = 20_000;
const chained = (formula: (row: number) => string) =>
  bookOf({
    sheets: {
      様式: `<sheetData>${Array.from({ length: count }, (_, n) => `<row r="${n + 1}"><c r="A${n + 1}">${n === 0 ? '' : `<f>${formula(n + 1)}</f>`}<v>1</v></c></row>`).join('')}</sheetData>`,
    },
  });
const resultsLeft = (bytes: Uint8Array) =>
  textOf(bytes, 'xl/worksheets/sheet1.xml').match(/<\/f><v>/g)?.length ?? 0;

// Each round over all of them would take half a minute and more.
test.each<[what: string, formula: (row: number) => string, left: number]>([
  ['each on the one above', (row) => `A${row - 1}+1`, 0],
  ['each on all above', (row) => `SUM(A$1:A${row - 1})`, 0],
  ['each on the one below, and so on none on the first', (row) => `A${row + 1}`, count - 1],
  ['each on wide rows', (row) => `SUM($A${row - 1}:$XFD${row - 1})`, 0],
])('20,000 formulas in a chain: %s', (_, formula, left) => {
  expect(resultsLeft(filled(chained(formula), { writes: [{ address: 'A1', text: '2' }] }))).toBe(
    left,
  );
});

test('names that stand for each other in a circle may stand for anything', () => {
  const book = bookOf({
    sheets: {
      様式: '<sheetData><row r="1"><c r="A1"/><c r="B1"><f>甲+1</f><v>1</v></c><c r="C1"><f>丁</f><v>1</v></c></row></sheetData>',
    },
    workbook:
      '<definedNames><definedName name="甲">乙</definedName><definedName name="乙">丙+甲</definedName><definedName name="丙">様式!$Z$9</definedName><definedName name="丁">丙</definedName></definedNames>',
  });
  const after = filled(book, { writes: [{ address: 'A1', text: '2' }] });
  expect(resultsLeft(after)).toBe(1);
});

test('the block that a worksheet says it uses grows with what is written', () => {
  const book = bookOf({
    sheets: { 様式: '<dimension ref="B2:C3"/><sheetData><row r="2"><c r="B2"/></row></sheetData>' },
  });
  const dimension = (...texts: [string, string | null][]) =>
    /<dimension [^>]*>/.exec(
      textOf(
        filled(book, { writes: texts.map(([address, text]) => ({ address, text })) }),
        'xl/worksheets/sheet1.xml',
      ),
    )?.[0];
  expect(dimension(['C3', '一'])).toBe('<dimension ref="B2:C3"/>');
  expect(dimension(['E2', '一'], ['A9', '二'])).toBe('<dimension ref="A2:E9"/>');
  expect(dimension(['E20', null])).toBe('<dimension ref="B2:C3"/>');
});
