import fc from 'fast-check';
import { expect, test } from 'vitest';
import { makeCsv } from '../../../core/formats/csv.ts';

test('has the mark of UTF-8, and CRLF', () => {
  expect(
    makeCsv([
      ['項目', '答え'],
      ['a', 3],
      [null, ''],
    ]),
  ).toBe('\ufeff項目,答え\r\na,3\r\n,\r\n');
});

test.each([
  ['=1+1', "'=1+1"],
  ['+81', "'+81"],
  ['-5', "'-5"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['＝1', "'＝1"],
  ['\t=1', "'\t=1"],
  ['\n=1', '"\'\n=1"'],
  ['=HYPERLINK("x","y")', '"\'=HYPERLINK(""x"",""y"")"'],
  ['1-2', '1-2'],
  ['市民が「はい」, と', '"市民が「はい」, と"'],
  ['二行\n目', '"二行\n目"'],
])('%j', (text, cell) => {
  expect(makeCsv([[text]])).toBe(`\ufeff${cell}\r\n`);
});

test('no cell begins like a formula', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'=+-@\t\r\n",a1＝') }), (text) => {
      const cell = makeCsv([[text]])
        .slice(1, -2)
        .replace(/^"/, '')
        .replaceAll('""', '"');
      expect(cell).not.toMatch(/^\s*[=+\-@＝]/);
      expect(cell.replace(/"$/, '')).toContain(text.replace(/"$/, ''));
    }),
  );
});
