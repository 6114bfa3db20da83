import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { areaText } from '../../../../core/xlsx/formula/reference.ts';
import { mapRows } from '../../../../core/xlsx/formula/row-map.ts';
import {
  applied,
  type BookParts,
  bookOf,
  changedParts,
  filled,
  gridsIn,
  problemsOf,
  template,
  textOf,
} from '../books.ts';

const sheetPart = 'xl/worksheets/sheet1.xml';
const rows = [1, 2, 3, 4, 5]
  .map(
    (row) =>
      `<row r="${row}" ht="${row * 10}"><c r="A${row}" s="${row}"><v>${row}</v></c><c r="B${row}"/></row>`,
  )
  .join('');
/** A worksheet of five rows, with what stands behind them. */
const sheet = (behind = '', more: Partial<BookParts> = {}) =>
  bookOf({ sheets: { 様式: `<sheetData>${rows}</sheetData>${behind}` }, ...more });
const below = (after: number, count = 2) => ({ insertions: [{ after, count }] });
const after = (bytes: Uint8Array, ...insertions: { after: number; count: number }[]) =>
  textOf(filled(bytes, { insertions }), sheetPart);

test('rows below move, and each new row has the look of the one above, without its content', () => {
  const text = after(sheet(), { after: 2, count: 2 });
  expect(text).toContain(
    '<row r="2" ht="20"><c r="A2" s="2"><v>2</v></c><c r="B2"/></row>' +
      '<row r="3" ht="20"><c r="A3" s="2"/><c r="B3"/></row>' +
      '<row r="4" ht="20"><c r="A4" s="2"/><c r="B4"/></row>' +
      '<row r="5" ht="30"><c r="A5" s="3"><v>3</v></c><c r="B5"/></row>',
  );
});

test('each row afterwards has one behind it, and each before one place', () => {
  const map = mapRows([
    { after: 4, count: 1 },
    { after: 2, count: 2 },
  ]);
  if (!map.ok) expect.unreachable();
  const origins = [1, 2, 3, 4, 5, 6, 7, 8].map(map.value.origin);
  expect(origins.map(({ row, isNew }) => (isNew ? `like ${row}` : row))).toEqual([
    1,
    2,
    'like 2',
    'like 2',
    3,
    4,
    'like 4',
    5,
  ]);
  expect([1, 2, 3, 4, 5].map(map.value.moved)).toEqual([1, 2, 5, 6, 8]);
});

test('several places at once, counted in rows as they were; what is written counts in rows as they are', () => {
  const bytes = filled(sheet(), {
    insertions: [
      { after: 5, count: 1 },
      { after: 1, count: 2 },
    ],
    writes: [
      { address: 'A2', text: '二' },
      { address: 'B5', text: '五' },
      { address: 'A8', text: '八' },
    ],
    heights: [{ row: 8, points: 88 }],
  });
  const [grid] = gridsIn(bytes);
  expect(
    [...(grid?.cells ?? [])].filter(([place]) => place.startsWith('A')).map(([, { text }]) => text),
  ).toEqual(['1', '二', '', '2', '3', '4', '5', '八']);
  expect(grid?.cells.get('B5')?.text).toBe('五');
  expect([...(grid?.rowHeights.values() ?? [])]).toEqual([10, 10, 10, 20, 30, 40, 50, 88]);
});

const range =
  (name: string, attribute: string, inner = '') =>
  (place: string) =>
    `<${name} ${attribute}="${place}">${inner}</${name}>`;
const merge = range('mergeCell', 'ref');
const merges = (...places: string[]) =>
  `<mergeCells count="${places.length}">${places.map(merge).join('')}</mergeCells>`;
const validation = (place: string, formula = '"達成,未達成"') =>
  `<dataValidations count="1"><dataValidation type="list" sqref="${place}"><formula1>${formula}</formula1></dataValidation></dataValidations>`;
const condition = (place: string, formula = '$B$1="未達成"') =>
  `<conditionalFormatting sqref="${place}"><cfRule type="expression" priority="1"><formula>${formula}</formula></cfRule></conditionalFormatting>`;
const breaks = (...ids: number[]) =>
  `<rowBreaks>${ids.map((id) => `<brk id="${id}" max="16383" man="1"/>`).join('')}</rowBreaks>`;

test.each<[what: string, before: string, at: number, behind: string]>([
  ['a merge above stays', merges('A1:B1'), 2, merges('A1:B1')],
  ['a merge below moves', merges('A3:B4'), 2, merges('A5:B6')],
  ['a merge over the place grows', merges('A1:A4'), 2, merges('A1:A6')],
  ['a merge that ends there grows', merges('A1:A2'), 2, merges('A1:A4')],
  ['a merge that begins below does not', merges('A3:A5'), 2, merges('A5:A7')],
  [
    'a merge inside the row is repeated',
    merges('A2:B2'),
    2,
    '<mergeCells count="3"><mergeCell ref="A2:B2"></mergeCell><mergeCell ref="A3:B3"/><mergeCell ref="A4:B4"/></mergeCells>',
  ],
  ['a page break above stays', breaks(1), 2, breaks(1)],
  ['a page break right there comes after the new rows', breaks(2), 2, breaks(4)],
  ['a page break below moves', breaks(3), 2, breaks(5)],
  [
    'a choice of answers spreads to the new rows',
    validation('B1 B2 B4:B5'),
    2,
    validation('B1 B2:B4 B6:B7'),
  ],
  [
    'what a rule says to people is no attribute',
    `<dataValidations><dataValidation prompt="a sqref='B1' b" sqref="B2"/></dataValidations>`,
    2,
    `<dataValidations><dataValidation prompt="a sqref='B1' b" sqref="B2:B4"/></dataValidations>`,
  ],
  ['a conditional format spreads too', condition('A1:B2'), 2, condition('A1:B4')],
  ['a filter grows', range('autoFilter', 'ref')('A1:B5'), 5, range('autoFilter', 'ref')('A1:B7')],
  [
    'a link stays at its cell',
    `<hyperlinks>${range('hyperlink', 'ref')('A2')}${range('hyperlink', 'ref')('A3')}</hyperlinks>`,
    2,
    `<hyperlinks>${range('hyperlink', 'ref')('A2')}${range('hyperlink', 'ref')('A5')}</hyperlinks>`,
  ],
])('%s', (_, before, at, behind) => {
  expect(after(sheet(before), { after: at, count: 2 })).toContain(
    `</sheetData>${behind}</worksheet>`,
  );
});

const named = (...names: [string, string][]) =>
  `<definedNames>${names.map(([name, text]) => `<definedName name="${name}">${text}</definedName>`).join('')}</definedNames>`;

test('names move with their cells: the print area grows, the repeated header stays', () => {
  const workbook = (...texts: string[]) =>
    named(
      ...(['_xlnm.Print_Area', '_xlnm.Print_Titles', '一つ', '下', '列', '他', '消'].map(
        (name, n) => [name, texts[n] ?? ''],
      ) as [string, string][]),
    );
  const before = workbook(
    '様式!$A$1:$B$5',
    '様式!$1:$2',
    '様式!$A$5',
    "'様式'!$B$6,様式!$A$2",
    '様式!$A:$B',
    '他!$A$9',
    '様式!#REF!',
  );
  const result = filled(sheet('', { workbook: before }), below(5, 3));
  expect(textOf(result, 'xl/workbook.xml')).toContain(
    workbook(
      '様式!$A$1:$B$8',
      '様式!$1:$2',
      '様式!$A$5',
      "'様式'!$B$9,様式!$A$2",
      '様式!$A:$B',
      '他!$A$9',
      '様式!#REF!',
    ),
  );
});

describe('formulas', () => {
  const cell = (place: string, text: string, more = '') =>
    `<c r="${place}"><f${more}>${text}</f><v>7</v></c>`;
  const other = (cells: string) => ({
    sheets: {
      様式: `<sheetData>${rows}</sheetData>`,
      集計: `<sheetData><row r="9">${cells}</row></sheetData>`,
    },
  });

  test('speak of the same cells afterwards, wherever they stand, and are computed in the same order', () => {
    const own = rows.replace('<c r="B5"/>', cell('B5', 'COUNTA(A1:A3)+A5&amp;"A5"'));
    const bytes = bookOf({
      sheets: {
        様式: `<sheetData>${own}</sheetData>`,
        集計: `<sheetData><row r="9">${cell('A9', "SUM(様式!$A$3:A4,A4,様式!A5:A4,'様式'!3:4)")}</row></sheetData>`,
      },
      parts: {
        'xl/calcChain.xml':
          '<calcChain><c r="B5" i="1"/><c r="B4"/><c r="A9" i="2"/><c r="B5"/></calcChain>',
      },
    });
    const result = filled(bytes, below(3));
    expect(textOf(result, sheetPart)).toContain(
      '<c r="B7"><f>COUNTA(A1:A5)+A7&amp;&quot;A5&quot;</f>',
    );
    expect(textOf(result, 'xl/worksheets/sheet2.xml')).toContain(
      `<f>SUM(様式!$A$3:A6,A4,様式!A7:A6,'様式'!3:6)</f>`,
    );
    expect(textOf(result, 'xl/calcChain.xml')).toBe(
      '<calcChain><c r="B7" i="1"/><c r="B6"/><c r="A9" i="2"/><c r="B5"/></calcChain>',
    );
  });

  test('may speak of several worksheets whose rows move', () => {
    const bytes = bookOf({
      sheets: {
        様式: `<sheetData>${rows}</sheetData>`,
        控え: `<sheetData>${rows}</sheetData>`,
        集計: `<sheetData><row r="9">${cell('A9', '様式!A5+控え!A5')}</row></sheetData>`,
      },
      workbook: named(['両方', '様式!$A$5,控え!$A$5']),
    });
    const plan = (sheet: string, after: number) => ({ sheet, insertions: [{ after, count: 2 }] });
    const result = filled(bytes, plan('様式', 3), plan('控え', 4));
    expect(textOf(result, 'xl/worksheets/sheet3.xml')).toContain('<f>様式!A7+控え!A7</f>');
    expect(textOf(result, 'xl/workbook.xml')).toContain(named(['両方', '様式!$A$7,控え!$A$7']));
  });

  test.each<[what: string, book: BookParts, problems: string[]]>([
    [
      'in the row to be repeated',
      {
        sheets: { 様式: `<sheetData>${rows.replace('<c r="B3"/>', cell('B3', 'A3'))}</sheetData>` },
      },
      ['insert-formula 様式!B3'],
    ],
    [
      'shared by cells below',
      {
        sheets: {
          様式: `<sheetData>${rows.replace('<c r="B4"/>', cell('B4', 'A1', ' t="shared" si="0" ref="B4:B5"'))}</sheetData>`,
        },
      },
      ['insert-formula 様式!B4'],
    ],
    [
      'of several cells that move',
      other(cell('A9', '様式!A3:A4', ' t="array" ref="A9:A10"')),
      ['insert-formula 集計!A9'],
    ],
    [
      'reaching cells that they do not name',
      other(cell('A9', 'INDIRECT("様式!A"&amp;4)')),
      ['insert-formula 集計!A9'],
    ],
    [
      'in a name that counts from its cell',
      { ...other(''), workbook: named(['下', '様式!$A4']) },
      ['insert-formula 下'],
    ],
  ])('refused %s', (_, book, problems) => {
    expect(problemsOf(applied(bookOf(book), below(3)))).toEqual(problems);
  });
});

const anchor = (row: number) =>
  `<xdr:wsDr xmlns:xdr="d"><xdr:twoCellAnchor><xdr:from><xdr:row>0</xdr:row></xdr:from><xdr:to><xdr:row>${row}</xdr:row></xdr:to></xdr:twoCellAnchor></xdr:wsDr>`;
const attached = (kind: string, part: string, behind = '') =>
  sheet(behind, { attached: { [kind]: '../x.xml' }, parts: { 'xl/x.xml': part } });
const chart = (formula: string) =>
  sheet('', {
    parts: {
      'xl/charts/chart1.xml': `<c:chartSpace xmlns:c="c"><c:f>${formula}</c:f></c:chartSpace>`,
    },
  });
const link = (location: string) =>
  `<hyperlinks><hyperlink ref="A1" location="${location}"/></hyperlinks>`;

test.each<[what: string, bytes: Uint8Array, problem: string | null]>([
  ['a picture above', attached('drawing', anchor(2), '<drawing/>'), null],
  [
    'a picture that reaches below',
    attached('drawing', anchor(3), '<drawing/>'),
    'insert-drawing 様式',
  ],
  ['a chart of cells above', chart('様式!$A$1:$A$2'), null],
  ['a chart of cells below', chart('様式!$A$1:$A$3'), 'insert-drawing 様式'],
  ['a table above', attached('table', '<table ref="A1:B3"/>', '<tableParts/>'), null],
  [
    'a table that reaches below',
    attached('table', '<table ref="A1:B4"/>', '<tableParts/>'),
    'insert-table 様式',
  ],
  ['a pivot table', attached('pivotTable', '<a/>'), 'insert-table 様式'],
  [
    'a pivot table of its cells',
    sheet('', {
      parts: {
        'xl/pivotCache/pivotCacheDefinition1.xml': '<a><worksheetSource sheet="様式"/></a>',
      },
    }),
    'insert-table 様式',
  ],
  [
    'a comment above',
    attached('comments', '<comments><comment ref="A3"/></comments>', '<legacyDrawing/>'),
    null,
  ],
  [
    'a comment below',
    attached('comments', '<comments><comment ref="A4"/></comments>', '<legacyDrawing/>'),
    'insert-comment 様式',
  ],
  ['buttons', attached('vmlDrawing', '<xml/>', '<legacyDrawing/>'), 'insert-drawing 様式'],
  ['a link to a cell above', sheet(link('様式!A1')), null],
  ['a link to a cell below', sheet(link('様式!A4')), 'insert-link 様式'],
  ['a rule that speaks of cells below', sheet(validation('B1', '$A$4:$A$5')), 'insert-rule 様式'],
  [
    'a rule below that counts from its cell',
    sheet(condition('A4:A5', 'B4="a"')),
    'insert-rule 様式',
  ],
  ['a rule above that counts from its cell', sheet(condition('A1:A5', 'B1="a"')), null],
  [
    'a rule of a newer kind',
    sheet('<extLst><ext><x14:a><xm:sqref>A1</xm:sqref></x14:a></ext></extLst>'),
    'insert-rule 様式',
  ],
  ['something newer that names no cells', sheet('<extLst><ext><x15:a/></ext></extLst>'), null],
  ['something that is not known here', sheet('<protectedRanges/>'), 'insert-other 様式'],
])('below row 3, with %s', (_, bytes, problem) => {
  expect(problemsOf(applied(bytes, below(3)))).toEqual(problem ? [problem] : []);
});

test('the ward sheet gets rows at any sections, and all that surrounds them moves along', () => {
  const bytes = template('ward-merged');
  const places = fc.uniqueArray(
    fc.record({ after: fc.integer({ min: 9, max: 59 }), count: fc.integer({ min: 1, max: 3 }) }),
    {
      minLength: 1,
      maxLength: 4,
      selector: ({ after }) => after,
    },
  );
  const [old] = gridsIn(bytes);
  fc.assert(
    fc.property(places, (insertions) => {
      const map = mapRows(insertions);
      if (!map.ok || !old) return false;
      const added = insertions.reduce((sum, { count }) => sum + count, 0);
      const [grid] = gridsIn(filled(bytes, { insertions }));
      const texts = (one: typeof old) =>
        [...one.cells.values()].map(({ text }) => text).filter(Boolean);
      const area = grid?.names.find(({ name }) => name === '_xlnm.Print_Area')?.area;
      const covers = new Set(grid?.merges.map(areaText)).size === grid?.merges.length;
      return (
        String(grid && texts(grid)) === String(texts(old)) && area?.bottom === 59 + added && covers
      );
    }),
    { numRuns: 40 },
  );
});

test('nothing is inserted where nothing is asked for', () => {
  const bytes = template('ward-merged');
  expect(changedParts(bytes, filled(bytes, {}))).toEqual([]);
  expect(filled(bytes, {})).toEqual(bytes);
});
