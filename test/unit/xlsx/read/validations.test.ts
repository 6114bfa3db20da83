import { expect, test } from 'vitest';
import type { Validation } from '../../../../core/xlsx/grid.ts';
import { bookOf, gridsIn } from '../books.ts';

const area = (top: number, left: number, bottom = top, right = left) => ({
  top,
  left,
  bottom,
  right,
});
const rule = (attributes: string, ...formulas: string[]) =>
  `<dataValidations count="1"><dataValidation ${attributes}>${formulas
    .map((text, n) => `<formula${n + 1}>${text}</formula${n + 1}>`)
    .join('')}</dataValidation></dataValidations>`;
const list = (sqref: string, formula: string) => rule(`type="list" sqref="${sqref}"`, formula);
const length = (operator: string, ...formulas: string[]) =>
  rule(`type="textLength" ${operator && `operator="${operator}"`} sqref="D5:E8"`, ...formulas);
const row = (number: number, ...texts: string[]) =>
  `<row r="${number}">${texts
    .map((text, n) => `<c r="${'ABC'[n]}${number}" t="str"><v>${text}</v></c>`)
    .join('')}</row>`;
const words = `<sheetData>${row(1, '◎', '他')}${row(2, ' ○ ')}${row(4, '△')}</sheetData>`;
const book = (rules: string) =>
  bookOf({
    sheets: { 様式: `<sheetData>${row(9, '済', '未')}</sheetData>${rules}`, 選択肢: words },
    workbook:
      '<definedNames><definedName name="評価">選択肢!$A$1:$A$4</definedName><definedName name="評価" localSheetId="1">様式!$A$9</definedName><definedName name="計算">OFFSET(選択肢!$A$1,0,0,2,1)</definedName></definedNames>',
  });
const found = (rules: string) => gridsIn(book(rules))[0]?.validations;
const F5 = [area(5, 6, 6)];
const asList = (words: string[] | null, areas = F5): Validation[] => [
  { kind: 'list', areas, words },
];

test.each<[what: string, rules: string, validations: Validation[]]>([
  ['words in the rule', list('F5:F6', '"◎, ○,△,×"'), asList(['◎', '○', '△', '×'])],
  ['a quotation mark in a word', list('F5:F6', '"A""B,C"'), asList(['A"B', 'C'])],
  ['cells of the same worksheet', list('F5:F6', '$A$9:$B$9'), asList(['済', '未'])],
  ['cells of another', list('F5:F6', "'選択肢'!$A$1:$A$10"), asList(['◎', '○', '△'])],
  ['a whole column', list('F5:F6', '選択肢!$A:$A'), asList(['◎', '○', '△'])],
  ['a name', list('F5:F6', '評価'), asList(['◎', '○', '△'])],
  ['several areas', list('F5:F6 H1', '"可,否"'), asList(['可', '否'], [area(5, 6, 6), area(1, 8)])],
  ['cells that move with the cell', list('F5:F6', 'A9:B9'), asList(null)],
  ['the same for one cell', list('F5', 'A9:B9'), asList(['済', '未'], [area(5, 6)])],
  ['what is computed', list('F5:F6', '計算'), asList(null)],
  ['a name that nobody knows', list('F5:F6', '無い'), asList(null)],
  ['a worksheet that is not there', list('F5:F6', '無い!$A$1:$A$2'), asList(null)],
  ['a list without words', rule('type="list" sqref="F5:F6"'), asList(null)],
  [
    'an extension, as Excel 2010 writes it',
    '<extLst><ext xmlns:x14="x" uri="{CCE6A557}"><x14:dataValidations xmlns:xm="m"><x14:dataValidation type="list"><x14:formula1><xm:f>選択肢!$A$1:$A$2</xm:f></x14:formula1><xm:sqref>F5:F6</xm:sqref></x14:dataValidation></x14:dataValidations></ext></extLst>',
    asList(['◎', '○']),
  ],
  ['a number', rule('type="whole" sqref="A1"', '1', '5'), []],
])('a list: %s', (_, rules, validations) => {
  expect(found(rules)).toEqual(validations);
});

test.each<[what: string, rules: string, min: number | null, max: number | null]>([
  ['between, which goes without saying', length('', '2', '10'), 2, 10],
  ['at most', length('lessThanOrEqual', '10'), null, 10],
  ['less', length('lessThan', '10'), null, 9],
  ['at least', length('greaterThanOrEqual', '3'), 3, null],
  ['more', length('greaterThan', '3'), 4, null],
  ['as many', length('equal', '3'), 3, 3],
  ['computed', length('lessThanOrEqual', 'A1'), null, null],
])('a length: %s', (_, rules, min, max) => {
  expect(found(rules)).toEqual([{ kind: 'length', areas: [area(5, 4, 8, 5)], min, max }]);
});

test('a length that leaves a gap is passed over', () => {
  expect(found(length('notBetween', '2', '3'))).toEqual([]);
  expect(found(length('notEqual', '2'))).toEqual([]);
});
