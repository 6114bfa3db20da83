import fc from 'fast-check';
import { strToU8, Zip, ZipDeflate } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { CellWrite } from '../../../../core/xlsx/write-plan.ts';
import { readDirectory } from '../../../../core/xlsx/zip/zip-directory.ts';
import {
  applied,
  type BookParts,
  bookOf,
  changedParts,
  filled,
  gridsIn,
  partsOf,
  problemsOf,
  template,
  templateNames,
  textOf,
  writableCells,
  zipped,
} from '../books.ts';

const sheetPart = 'xl/worksheets/sheet1.xml';
const head = '<sheetPr/><dimension ref="A1:C3"/>';
const tail =
  '<mergeCells count="1"><mergeCell ref="B2:C2"/></mergeCells><pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/>';
const rows =
  '<row r="1" spans="1:2"><c r="A1" s="3" t="s"><v>0</v></c> <c r="B1" s="4"/></row>\n' +
  '<row r="2" ht="20"><c r="B2" s="5" t="b"><v>1</v></c><c r="C2" s="6"/></row>' +
  '<row r="3"/>';
const around = (data: string) => `${head}<sheetData>${data}</sheetData>${tail}`;
const book: BookParts = {
  sheets: { 様式: around(rows) },
  shared: '<si><t>部署名</t><rPh sb="0" eb="3"><t>ブショメイ</t></rPh></si>',
};
const bytes = bookOf(book);
const written = (...writes: [string, string | null][]): CellWrite[] =>
  writes.map(([address, text]) => ({ address, text }));
const dataAfter = (result: Uint8Array) =>
  /<sheetData>(.*)<\/sheetData>/s.exec(textOf(result, sheetPart))?.[1];
const inline = (text: string) => `t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`;

test.each<[what: string, writes: [string, string | null][], from: string, to: string]>([
  [
    'an empty cell, which keeps its style',
    [['B1', '目標']],
    '<c r="B1" s="4"/>',
    `<c r="B1" s="4" ${inline('目標')}`,
  ],
  [
    'a shared text',
    [['A1', '課']],
    '<c r="A1" s="3" t="s"><v>0</v></c>',
    `<c r="A1" s="3" ${inline('課')}`,
  ],
  ['a cell cleared', [['A1', null]], '<c r="A1" s="3" t="s"><v>0</v></c>', '<c r="A1" s="3"/>'],
  [
    'an empty text clears too',
    [['B2', '']],
    '<c r="B2" s="5" t="b"><v>1</v></c>',
    '<c r="B2" s="5"/>',
  ],
  ['what is there already, left alone', [['A1', '部署名']], '', ''],
  [
    'what is empty already, left alone',
    [
      ['B1', null],
      ['Z9', null],
    ],
    '',
    '',
  ],
  [
    'a cell that is not there, at the end',
    [['D2', 'あ']],
    '<c r="C2" s="6"/>',
    `<c r="C2" s="6"/><c r="D2" ${inline('あ')}`,
  ],
  [
    'a cell that is not there, before others',
    [['A2', 'あ']],
    '<c r="B2" s="5"',
    `<c r="A2" ${inline('あ')}<c r="B2" s="5"`,
  ],
  [
    'cells that are not there, in their order',
    [
      ['F2', 'か'],
      ['E2', 'お'],
    ],
    '<c r="C2" s="6"/>',
    `<c r="C2" s="6"/><c r="E2" ${inline('お')}<c r="F2" ${inline('か')}`,
  ],
  [
    'cells of a row without any, in their order',
    [
      ['C3', 'う'],
      ['A3', 'あ'],
    ],
    '<row r="3"/>',
    `<row r="3"><c r="A3" ${inline('あ')}<c r="C3" ${inline('う')}</row>`,
  ],
  [
    'a row that is not there',
    [['B5', 'い']],
    '<row r="3"/>',
    `<row r="3"/><row r="5"><c r="B5" ${inline('い')}</row>`,
  ],
  [
    'signs of XML',
    [['B1', '<a> & "b"']],
    '<c r="B1" s="4"/>',
    `<c r="B1" s="4" ${inline('&lt;a&gt; &amp; &quot;b&quot;')}`,
  ],
  [
    'what Excel would take for an escape',
    [['B1', '_x0041_']],
    '<c r="B1" s="4"/>',
    `<c r="B1" s="4" ${inline('_x005F_x0041_')}`,
  ],
  [
    'what Excel would take for one escape behind the other',
    [['B1', '_x005F_x0041_']],
    '<c r="B1" s="4"/>',
    `<c r="B1" s="4" ${inline('_x005F_x005F_x005F_x0041_')}`,
  ],
  [
    'what looks like a formula',
    [['B1', '=1+1']],
    '<c r="B1" s="4"/>',
    `<c r="B1" s="4" ${inline('=1+1')}`,
  ],
  [
    'line ends of Windows',
    [['B1', '　一\r\n　二']],
    '<c r="B1" s="4"/>',
    `<c r="B1" s="4" ${inline('　一\n　二')}`,
  ],
])('writes %s', (_, writes, from, to) => {
  expect(dataAfter(filled(bytes, { writes: written(...writes) }))).toBe(rows.replace(from, to));
});

test('a cell beyond the columns that a row speaks of', () => {
  const data = dataAfter(filled(bytes, { writes: written(['D1', 'え']) }));
  expect(data).toContain('<row r="1">');
  expect(data).toContain(`<c r="B1" s="4"/><c r="D1" ${inline('え')}</row>`);
});

test('a new cell has the style of its row, or of its column', () => {
  const columns = '<cols><col min="2" max="3" width="9" style="7"/></cols>';
  const data = '<row r="1" s="8" customFormat="1"></row><row r="2" s="9"></row>';
  const styled = bookOf({ sheets: { 様式: `${columns}<sheetData>${data}</sheetData>` } });
  const result = dataAfter(
    filled(styled, { writes: written(['B1', 'あ'], ['B2', 'い'], ['D2', 'う'], ['C4', 'え']) }),
  );
  expect(result?.match(/<c r="\w+"( s="\d")?/g)).toEqual([
    '<c r="B1" s="8"',
    '<c r="B2" s="7"',
    '<c r="D2"',
    '<c r="C4" s="7"',
  ]);
});

test('a prefix of its elements is kept, and an empty sheetData opened', () => {
  const parts = partsOf({ sheets: { 様式: '' } });
  const empty = `<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData/></x:worksheet>`;
  const result = filled(zipped({ ...parts, [sheetPart]: empty }), {
    writes: written(['B2', 'い'], ['A1', 'あ']),
    heights: [{ row: 2, points: 30 }],
  });
  expect(textOf(result, sheetPart)).toContain(
    '<x:sheetData><x:row r="1"><x:c r="A1" t="inlineStr"><x:is><x:t xml:space="preserve">あ</x:t></x:is></x:c></x:row><x:row r="2" ht="30" customHeight="1"><x:c r="B2"',
  );
});

test('rows and cells without a number keep their places', () => {
  const data = '<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>';
  const result = filled(bookOf({ sheets: { 様式: `<sheetData>${data}</sheetData>` } }), {
    writes: written(['A1', 'あ'], ['C1', 'う'], ['C2', 'え']),
    heights: [{ row: 1, points: 33 }],
  });
  const [grid] = gridsIn(result);
  expect([...(grid?.cells ?? [])].map(([place, { text }]) => place + text)).toEqual([
    'A1あ',
    'B12',
    'C1う',
    'A23',
    'C2え',
  ]);
});

test('a row gets its height', () => {
  const result = filled(bytes, {
    heights: [
      { row: 2, points: 100.5 },
      { row: 3, points: 409.5 },
    ],
  });
  expect(dataAfter(result)).toContain('<row r="2" ht="100.5" customHeight="1">');
  expect(dataAfter(result)).toContain('<row r="3" ht="409.5" customHeight="1"/>');
});

test('what XML cannot hold is left out and told', () => {
  const result = applied(bytes, {
    writes: written(['B1', '目\u0000標\u000b\ud83d'], ['A1', '𠮟る😀\ufffd\u0009']),
  });
  expect(result.ok && result.value.dropped).toEqual([
    { sheet: '様式', address: 'B1', characters: 3 },
  ]);
  const [grid] = gridsIn(result.ok ? result.value.bytes : bytes);
  expect([grid?.cells.get('B1')?.text, grid?.cells.get('A1')?.text]).toEqual([
    '目標',
    '𠮟る😀\ufffd\u0009',
  ]);
});

const formula = bookOf({
  sheets: {
    様式: '<sheetData><row r="1"><c r="A1"><f>B1</f><v>1</v></c><c r="C1"><f t="array" ref="C1:D2">B1:B2</f></c><c r="D1"><v>1</v></c></row><row r="2"><c r="D2"/></row></sheetData><mergeCells><mergeCell ref="B3:D4"/></mergeCells>',
    保護: '<sheetData/><sheetProtection sheet="true"/>',
  },
});

test.each<[what: string, plan: Parameters<typeof applied>[1], problems: string[]]>([
  ['another worksheet', { sheet: '無い' }, ['unknown-id']],
  [
    'a protected one',
    { sheet: '保護', writes: written(['A1', 'あ']) },
    ['sheet-protected 保護!A1'],
  ],
  ['a formula', { writes: written(['A1', 'あ']) }, ['formula-cell 様式!A1']],
  ['a formula of several cells', { writes: written(['D2', 'あ']) }, ['formula-cell 様式!D2']],
  [
    'what a merge covers',
    { writes: written(['B3', 'あ'], ['C3', 'い'], ['B4', null]) },
    ['covered-cell 様式!C3', 'covered-cell 様式!B4'],
  ],
  [
    'more than a cell holds',
    { writes: written(['B1', 'あ'.repeat(32_768)], ['B2', 'あ'.repeat(32_767)]) },
    ['too-long 様式!B1'],
  ],
  [
    'an address that is none',
    { writes: written(['B0', 'あ'], ['b9', 'い'], ['様式', 'い'], ['XFE1', 'う'], ['$A$9', 'え']) },
    ['B0', 'b9', '様式', 'XFE1', '$A$9'].map((place) => `wrong-value 様式!${place}`),
  ],
  ['one cell twice', { writes: written(['B1', 'あ'], ['B1', 'い']) }, ['wrong-value 様式!B1']],
  [
    'a row higher than Excel has',
    {
      heights: [
        { row: 2, points: 409.6 },
        { row: 3, points: Number.NaN },
      ],
    },
    ['wrong-value 様式!2', 'wrong-value 様式!3'],
  ],
  ['rows that cannot be', { insertions: [{ after: 0, count: 1 }] }, ['wrong-value 様式']],
  ['no rows', { insertions: [{ after: 1, count: 0 }] }, ['wrong-value 様式']],
])('refuses %s', (_, plan, problems) => {
  expect(problemsOf(applied(formula, plan ?? {}))).toEqual(problems);
});

test('plans for several worksheets are carried out together, or none is', () => {
  const two = bookOf({ sheets: { 一: '<sheetData/>', 二: '<sheetData/>' } });
  const plan = (sheet: string, address: string) => ({ sheet, writes: written([address, sheet]) });
  const texts = gridsIn(filled(two, plan('一', 'A1'), plan('二', 'B2'))).map(({ cells }) =>
    [...cells.values()].map(({ text }) => text),
  );
  expect(texts).toEqual([['一'], ['二']]);
  expect(problemsOf(applied(two, plan('一', 'A1'), plan('二', 'B0')))).toEqual([
    'wrong-value 二!B0',
  ]);
  expect(problemsOf(applied(two, plan('一', 'A1'), plan('一', 'A2')))).toEqual(['wrong-value']);
});

describe('results of formulas', () => {
  const cell = (place: string, text: string, more = '') =>
    `<c r="${place}"><f${more}>${text}</f><v>7</v></c>`;
  const computed = bookOf({
    sheets: {
      様式: `<sheetData><row r="1"><c r="A1"/>${cell('B1', 'A1*2')}${cell('C1', 'B1+1')}${cell('D1', '設定!A1')}${cell('E1', 'COUNTA(目標)')}${cell('F1', 'INDIRECT(&quot;A1&quot;)')}${cell('G1', '&quot;A1&quot;&amp;D1')}${cell('H1', 'H9', ' t="shared" si="0" ref="H1:I1"')}<c r="I1"><f t="shared" si="0"/><v>7</v></c></row></sheetData>`,
      設定: `<sheetData><row r="1"><c r="A1"><v>1</v></c>${cell('B1', "'様式'!C1")}${cell('C1', '様式!A2')}</row></sheetData>`,
    },
    workbook:
      '<definedNames><definedName name="目標">様式!$A$1:$A$3</definedName></definedNames><oleSize ref="A1"/>',
  });
  const without = (result: Uint8Array) =>
    [1, 2].map((n) =>
      [
        ...textOf(result, `xl/worksheets/sheet${n}.xml`).matchAll(
          /<c r="(\w+)"><f[^>]*?(?:\/>|>[^<]*<\/f>)<\/c>/g,
        ),
      ].map(([, place]) => place),
    );

  test('are taken out where they depend on what is written, through others too, and all is computed on opening', () => {
    const result = filled(computed, { writes: written(['A1', '2']) });
    expect(without(result)).toEqual([['B1', 'C1', 'E1', 'F1'], ['B1']]);
    expect(textOf(result, 'xl/workbook.xml')).toContain(
      '</definedNames><calcPr fullCalcOnLoad="1"/><oleSize',
    );
  });

  test('of a shared formula may depend on what only its other cells speak of', () => {
    expect(without(filled(computed, { writes: written(['I9', '2']) }))[0]).toEqual([
      'F1',
      'H1',
      'I1',
    ]);
  });

  test('stay where nothing they depend on changes, and the workbook with them', () => {
    const plain = bookOf({
      sheets: { 様式: `<sheetData><row r="1">${cell('B1', 'A1')}</row></sheetData>` },
    });
    expect(changedParts(plain, filled(plain, { writes: written(['A2', '2']) }))).toEqual([
      sheetPart,
    ]);
  });
});

test('a file written in one go, sizes behind the data, keeps its other parts so', () => {
  const pieces: Uint8Array[] = [];
  const zip = new Zip((_, piece) => pieces.push(piece));
  for (const [name, part] of Object.entries(partsOf(book))) {
    const entry = new ZipDeflate(name);
    zip.add(entry);
    entry.push(typeof part === 'string' ? strToU8(part) : part, true);
  }
  zip.end();
  const before = new Uint8Array(Buffer.concat(pieces));
  const after = filled(before, { writes: written(['B1', 'あ']) });
  expect(changedParts(before, after)).toEqual([sheetPart]);
  const flags = [before, after].map((bytes) => {
    const directory = readDirectory(bytes);
    return (
      directory.ok && directory.value.entries.map(({ record: [at] }) => (bytes[at + 8] ?? 0) & 8)
    );
  });
  expect(flags).toEqual([
    [8, 8, 8, 8, 8, 8],
    [8, 8, 8, 8, 0, 8],
  ]);
});

test('bytes as Node reads them stay as they are, however often they are filled', () => {
  const read = Buffer.from(bytes);
  const plan = { insertions: [{ after: 2, count: 3 }], writes: written(['B1', 'あ'.repeat(500)]) };
  const [first, second] = [filled(read, plan), filled(read, plan)];
  expect(Buffer.compare(read, bytes)).toBe(0);
  expect(second).toEqual(first);
  expect(first).toEqual(filled(bytes, plan));
});

test('a workbook with macros keeps them', () => {
  const macros = Uint8Array.from({ length: 5_000 }, (_, at) => (at * 31) & 0xff);
  const types =
    '<Types><Override PartName="/xl/workbook.xml" ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/></Types>';
  const before = zipped({
    ...partsOf(book),
    'xl/vbaProject.bin': macros,
    '[Content_Types].xml': types,
  });
  const after = filled(before, { writes: written(['B1', 'あ']) });
  expect(changedParts(before, after)).toEqual([sheetPart]);
});

const oddTexts = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.constantFrom(
    '=HYPERLINK("http://a")',
    '+81',
    '-1',
    '@SUM(A1)',
    '\t',
    ' 前後 ',
    '_x000D_',
    '_x005F_x0041_x000D_',
    ']]>',
    '&#10;',
    '<!--',
    '　一段落目。\n　二段落目。',
    '髙﨑𠮟葛󠄀',
    'モクヒョウ'.repeat(200),
  ),
);

describe.each(templateNames.filter((name) => name !== 'protected'))('%s', (name) => {
  const before = template(name);
  const [grid] = gridsIn(before);

  test('holds any texts that are written, and nothing else in it changes', () => {
    const places = writableCells(grid);
    const texts = fc.dictionary(fc.constantFrom(...places), oddTexts, {
      minKeys: 1,
      maxKeys: 8,
      noNullPrototype: true,
    });
    fc.assert(
      fc.property(texts, (texts) => {
        const after = filled(before, { writes: written(...Object.entries(texts)) });
        const [now] = gridsIn(after);
        for (const [place, { text, formula }] of grid?.cells ?? []) {
          const wanted = texts[place] ?? text;
          if (!formula && now?.cells.get(place)?.text !== wanted) return false;
        }
        return changedParts(before, after).every((part) => part.startsWith('xl/work'));
      }),
      { numRuns: 20 },
    );
  });

  test('keeps the compressed bytes, order and dates of the parts that are not touched', () => {
    const after = filled(before, {
      writes: written([writableCells(grid)[0] ?? '', '書きました。']),
    });
    const changed = changedParts(before, after);
    const [old, now] = [before, after].map((bytes) => {
      const directory = readDirectory(bytes);
      if (!directory.ok) throw new Error(directory.problems[0]?.code);
      return directory.value.entries.map(({ name, from, to, record: [start, end] }) => {
        // Where it begins may differ.
        const record = Buffer.from(bytes.slice(start, end)).fill(0, 42, 46).toString('hex');
        const packed = Buffer.from(bytes.slice(from, to)).toString('hex');
        return changed.includes(name) ? name : [name, packed, record];
      });
    });
    expect(now).toEqual(old);
  });
});

test('a protected template is refused whole', () => {
  expect(problemsOf(applied(template('protected'), { writes: written(['A1', 'あ']) }))).toEqual([
    'sheet-protected 目標シート!A1',
  ]);
});
