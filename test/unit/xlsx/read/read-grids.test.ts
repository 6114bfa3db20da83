import { expect, test } from 'vitest';
import { plainFormat } from '../../../../core/xlsx/grid.ts';
import { type BookParts, bookOf, gridsIn, partsOf, template, zipped } from '../books.ts';

const cells = (row: string, more: Partial<BookParts> = {}) => ({
  sheets: { 様式: `<sheetData>${row}</sheetData>` },
  ...more,
});
const only = (book: BookParts) => gridsIn(bookOf(book))[0] ?? expect.unreachable();

const shared =
  '<si><t>市民課</t></si>' +
  '<si><r><rPr><b/></rPr><t xml:space="preserve">　目標</t></r><r><t>の文</t></r><rPh sb="0" eb="2"><t>モクヒョウノブンショウ</t></rPh><phoneticPr fontId="1"/></si>' +
  '<si><t>一行目&#10;二行目_x000D_\n三_x005F_x0041_</t></si><si/>';

test.each<[what: string, cell: string, text: string]>([
  ['a shared text', '<c r="A1" t="s"><v>0</v></c>', '市民課'],
  ['several looks, furigana left out', '<c r="A1" t="s"><v>1</v></c>', '　目標の文'],
  ['lines, and what Excel escapes', '<c r="A1" t="s"><v>2</v></c>', '一行目\n二行目\n三_x0041_'],
  ['an empty shared text', '<c r="A1" t="s"><v>3</v></c>', ''],
  ['a shared text that is not there', '<c r="A1" t="s"><v>9</v></c>', ''],
  ['its own text', '<c r="A1" t="inlineStr"><is><t>&lt;目&amp;標&gt;</t></is></c>', '<目&標>'],
  [
    'its own text of several looks',
    '<c r="A1" t="inlineStr"><is><r><t>目</t></r><r><t>標</t></r><rPh sb="0" eb="1"><t>モク</t></rPh></is></c>',
    '目標',
  ],
  [
    'characters left as they are',
    '<c r="A1" t="inlineStr"><is><t><![CDATA[a<b&c]]> d<!-- e --></t></is></c>',
    'a<b&c d',
  ],
  [
    'a letter by its number',
    '<c r="A1" t="inlineStr"><is><t>&#x76EE;&#27161;&unknown;</t></is></c>',
    '目標&unknown;',
  ],
  ['the text of a formula', '<c r="A1" t="str"><f>B1</f><v>区民課</v></c>', '区民課'],
  ['a whole number', '<c r="A1"><v>3</v></c>', '3'],
  ['a number with a tail', '<c r="A1"><v>0.30000000000000004</v></c>', '0.3'],
  ['a number without a value', '<c r="A1"><v/></c>', ''],
  ['yes', '<c r="A1" t="b"><v>1</v></c>', 'TRUE'],
  ['an error', '<c r="A1" t="e"><v>#REF!</v></c>', '#REF!'],
  ['nothing but a style', '<c r="A1" s="0"/>', ''],
  ['an apostrophe around attributes', "<c r='A1' x='a>\"b' t='s'><v>0</v></c>", '市民課'],
  ['a > inside an attribute', '<c r="A1" x="a>b" t="s"><v>0</v></c>', '市民課'],
])('a cell holds %s', (_, cell, text) => {
  expect(only(cells(`<row r="1">${cell}</row>`, { shared })).cells.get('A1')?.text).toBe(text);
});

test('rows and cells without a number follow the one before', () => {
  const rows =
    '<row><c><v>1</v></c><c><v>2</v></c></row><row r="4"><c r="C4"><v>3</v></c><c><v>4</v></c></row><row><c><v>5</v></c></row>';
  const found = [...only(cells(rows)).cells].map(([place, { text }]) => place + text);
  expect(found).toEqual(['A11', 'B12', 'C43', 'D44', 'A55']);
});

test('every element may have a prefix, and the dialect may be the strict one', () => {
  const parts = partsOf(cells('<row r="1"><c r="A1" t="s"><v>0</v></c></row>', { shared }));
  const strict = Object.entries(parts).map(([name, part]) => [
    name,
    String(part)
      .replaceAll(
        'http://schemas.openxmlformats.org/officeDocument/2006',
        'http://purl.oclc.org/ooxml/officeDocument',
      )
      .replaceAll(
        'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
        'http://purl.oclc.org/ooxml/spreadsheetml/main',
      )
      .replace(/<(\/?)(?!\?)(?=\w)(?!Relationship|Types)/g, '<$1x:')
      .replace(/ xmlns=/, name.endsWith('.rels') || name.startsWith('[') ? ' xmlns=' : ' xmlns:x='),
  ]);
  const [grid] = gridsIn(zipped(Object.fromEntries(strict)));
  expect(grid?.cells.get('A1')?.text).toBe('市民課');
});

test('looks come from the style, and sizes are points', () => {
  const styles =
    '<fonts><font><sz val="11"/><name val="Calibri"/></font><font><sz val="10.5"/></font></fonts>' +
    '<cellXfs><xf fontId="0"/><xf fontId="1"><alignment textRotation="255" wrapText="1"/></xf></cellXfs>';
  const grid = only({
    styles,
    sheets: {
      様式:
        '<sheetFormatPr defaultColWidth="10.7109375" defaultRowHeight="18.75"/><cols><col min="2" max="3" width="20.7109375" customWidth="1"/><col min="4" max="16384" width="9" hidden="1"/></cols>' +
        '<sheetData><row r="1" ht="18.75"><c r="A1" s="1"/></row><row r="2" ht="30"><c r="D2"/></row><row r="3" hidden="1"/></sheetData>',
    },
  });
  expect(grid.cells.get('A1')).toEqual({
    text: '',
    formula: false,
    look: { ...plainFormat, fontSize: 10.5, vertical: true, wraps: true },
  });
  expect(grid.cells.get('D2')).toEqual({
    text: '',
    formula: false,
    look: plainFormat,
  });
  expect([grid.rowHeight, [...grid.rowHeights], [...grid.hiddenRows]]).toEqual([
    18.75,
    [[2, 30]],
    [3],
  ]);
  // 75 and 145 pixels of a digit 7 pixels wide
  expect([grid.columnWidth, [...grid.columnWidths].slice(0, 2)]).toEqual([
    56.25,
    [
      [2, 108.75],
      [3, 108.75],
    ],
  ]);
  expect([...grid.hiddenColumns]).toEqual([4]);
});

test('names point into their worksheet: those of the workbook, its own, broken ones, one of two blocks twice', () => {
  const [one, two] = gridsIn(
    bookOf({
      sheets: { 様式: '<sheetData/>', "区民課 '8": '<sheetData/>' },
      workbook: `<definedNames>${[
        ['目標', '様式!$C$9:$C$11'],
        ['二か所', "様式!$A$1,'区民課 ''8'!$B$2"],
        ['消えた', '様式!#REF!'],
        ['どこかで消えた', '#REF!'],
        ['列', '様式!$A:$B'],
        ['計算', 'OFFSET(様式!$A$1,0,0,1,1)'],
        ['定数', '"様式!$A$1"'],
      ]
        .map(([name, text]) => `<definedName name="${name}">${text}</definedName>`)
        .join(
          '',
        )}<definedName name="ここで消えた" localSheetId="1">#REF!</definedName><definedName name="_xlnm.Print_Titles" localSheetId="1">'区民課 ''8'!$1:$2</definedName></definedNames>`,
    }),
  );
  const named = (grid: typeof one) =>
    grid?.names.map(({ name, area }) => `${name} ${area && Object.values(area)}`);
  expect(named(one)).toEqual([
    '目標 9,3,11,3',
    '二か所 1,1,1,1',
    '消えた null',
    'どこかで消えた null',
    '列 1,1,1048576,2',
  ]);
  expect(named(two)).toEqual([
    '二か所 2,2,2,2',
    'どこかで消えた null',
    'ここで消えた null',
    '_xlnm.Print_Titles 1,1,2,16384',
  ]);
});

test('hidden worksheets are read, sheets without cells passed over, and names count over both', () => {
  const parts = partsOf({
    sheets: { 図: '', 様式: '<sheetData/>', リスト: '<sheetData/>' },
    states: { リスト: 'state="veryHidden"' },
    workbook:
      '<definedNames><definedName name="a" localSheetId="1">様式!$A$1</definedName></definedNames>',
  });
  const list = 'xl/_rels/workbook.xml.rels';
  const chart = String(parts[list]).replace(
    '/worksheet" Target="worksheets/sheet1.xml',
    '/chartsheet" Target="chartsheets/sheet1.xml',
  );
  const grids = gridsIn(zipped({ ...parts, [list]: chart }));
  expect(grids.map(({ name, hidden, names }) => [name, hidden, names.length])).toEqual([
    ['様式', false, 1],
    ['リスト', true, 0],
  ]);
});

test('a protected worksheet says so; marks that nothing guards do not', () => {
  const grids = gridsIn(
    bookOf({
      sheets: {
        様式: '<sheetData/><sheetProtection sheet="1"/>',
        控え: '<sheetData/><sheetProtection sheet="0"/>',
      },
    }),
  );
  expect(grids.map((grid) => grid.protected)).toEqual([true, false]);
});

test('what LibreOffice wrote is read as it was meant', () => {
  const [ward] = gridsIn(template('ward-filled'));
  expect(ward?.cells.get('A1')).toMatchObject({
    text: '令和８年度　区役所サービス向上方針・目標・結果（見本）',
    look: { fontSize: 16 },
  });
  expect(ward?.cells.get('C9')).toMatchObject({
    text: '①応対',
    look: { vertical: true, wraps: true },
  });
  expect(ward?.cells.get('D9')?.text.split('\n')).toHaveLength(2);
  expect(ward?.merges).toContainEqual({ top: 11, left: 1, bottom: 23, right: 1 });
  const [hidden] = gridsIn(template('hidden-rows'));
  expect([[...(hidden?.hiddenRows ?? [])], [...(hidden?.hiddenColumns ?? [])]]).toEqual([
    [6, 7],
    [2],
  ]);
  expect(gridsIn(template('several-sheets')).map(({ name, hidden }) => [name, hidden])).toEqual([
    ['記入要領', false],
    ['記入例', false],
    ['様式', false],
    ['リスト', true],
  ]);
  expect(gridsIn(template('formulas'))[0]?.cells.get('B2')).toMatchObject({
    text: '区民課',
    formula: true,
  });
});

test('where pivot tables stand', () => {
  const [grid] = gridsIn(
    bookOf({
      sheets: { 様式: '<sheetData/>' },
      attached: { pivotTable: '../pivotTables/pivotTable1.xml' },
      parts: {
        'xl/pivotTables/pivotTable1.xml':
          '<pivotTableDefinition name="集計"><location ref="A3:C9" firstHeaderRow="1"/></pivotTableDefinition>',
      },
    }),
  );
  expect(grid?.pivots).toEqual([{ top: 3, left: 1, bottom: 9, right: 3 }]);
});
