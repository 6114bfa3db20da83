import { beforeEach, describe, expect, it } from 'vitest';
import { cellAt } from './host/cells.ts';
import { installClient } from './host/client.ts';
import { type ExcelErrorCode, excelErrorCodes, sessionErrors } from './host/errors.ts';
import { createHost, type Host } from './host/host.ts';
import { allowances, newSheet, newWorkbook } from './host/workbook.ts';

// What the fake host answers to Microsoft's real client. Each row is an assumption of assumptions.md.

let host: Host;
let client: ReturnType<typeof installClient>;

// biome-ignore lint/suspicious/noExplicitAny: Excel's types are global only where the product needs them.
type Any = any;

/** One `Excel.run`. */
const run = <T>(act: (context: Any) => Promise<T>, options: object = {}): Promise<T> =>
  client.Excel.run(options, act);

/** One `Excel.run` with one trip, on the first sheet: what `act` asked for, read afterwards. */
const once = <T>(act: (sheet: Any, context: Any) => () => T): Promise<T> =>
  run(async (context) => {
    const answer = act(context.workbook.worksheets.getItem('様式'), context);
    await context.sync();
    return answer();
  });

/** Loads, and answers with what was loaded. */
const loaded = (object: Any, names: string) => {
  object.load(names);
  return () => object.toJSON();
};

const sheet = () => host.workbook.active;
const value = (place: string) => sheet().cells.get(place)?.value ?? '';

beforeEach(() => {
  host = createHost(newWorkbook('様式', '別紙'));
  client = installClient(host);
});

describe('a batch', () => {
  it('reads nothing before a sync', async () => {
    const early = run(async (context) => context.workbook.worksheets.getItem('様式').name);
    await expect(early).rejects.toMatchObject({ code: 'PropertyNotLoaded' });
  });

  it('is one round trip whatever it holds, the clean-up left out', async () => {
    const read = await once((sheet) => {
      for (let row = 1; row <= 300; row++) sheet.getRange(`A${row}`).values = [[`行${row}`]];
      return loaded(sheet.getUsedRange(), 'values,address,rowCount');
    });
    expect(read).toMatchObject({ address: '様式!A1:A300', rowCount: 300 });
    expect(read.values[299]).toEqual(['行300']);
    expect(host.roundTrips).toBe(1);
  });

  it('keeps what was done before the action that failed', async () => {
    const half = once((sheet) => {
      sheet.getRange('A1').values = [['初め']];
      sheet.getRange('A2:B2').values = [['合わない']];
      sheet.getRange('A3').values = [['後']];
      return () => null;
    });
    await expect(half).rejects.toMatchObject({ code: 'InvalidArgument' });
    expect([...sheet().cells.keys()]).toEqual(['A1']);
  });

  it('holds on to a range while rows move', async () => {
    const address = await run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('様式');
      const range = sheet.getRange('B5');
      range.values = [['目標']];
      await context.sync();
      sheet.getRange('2:3').insert('Down');
      range.load('address,values');
      await context.sync();
      return [range.address, range.values[0][0]];
    });
    expect(address).toEqual(['様式!B7', '目標']);
  });

  it('refuses what is newer than the requirement set', async () => {
    const newer = once((sheet) => sheet.getRange('A1').getPrecedents && (() => null));
    await expect(newer).resolves.toBeNull();
    const json = once((sheet) => loaded(sheet.getRange('A1').getDependents(), 'addresses'));
    await expect(json).rejects.toMatchObject({ code: 'ApiNotFound' });
  });
});

describe('what becomes of a text in a cell', () => {
  const date = (serial: number, format: string) => [serial, '', format] as const;
  it.each([
    ['窓口の案内', ['窓口の案内', '', 'General']],
    ['', ['', '', 'General']],
    ['2026', [2026, '', 'General']],
    ['00123', [123, '', 'General']],
    ['１２３', [123, '', 'General']],
    ['1,234', [1234, '', '#,##0']],
    ['1,2', ['1,2', '', 'General']],
    ['95%', [0.95, '', '0%']],
    ['(5)', [-5, '', 'General']],
    ['-5', [-5, '', 'General']],
    ['TRUE', [true, '', 'General']],
    ['1-2', date(46_024, 'm"月"d"日"')],
    ['4/1', date(46_113, 'm"月"d"日"')],
    ['13/1', ['13/1', '', 'General']],
    ['2026/4/1', date(46_113, 'yyyy/m/d')],
    ['令和8年4月1日', date(46_113, '[$-411]ge.m.d')],
    ['10:30', [0.4375, '', 'h:mm']],
    ["'=1", ['=1', '', 'General']],
    ['=1+2', [0, '=1+2', 'General']],
    ['+目標', ['#NAME?', '=+目標', 'General']],
    ['-目標', ['#NAME?', '=-目標', 'General']],
    ['@目標', ['#NAME?', '=@目標', 'General']],
    ['＝１＋２', ['#NAME?', '=１＋２', 'General']],
    ['\t=1', ['\t=1', '', 'General']],
  ])('%j', async (text, [held, formula, format]) => {
    const read = await once((sheet) => {
      const cell = sheet.getRange('B2');
      cell.values = [[text]];
      return loaded(cell, 'values,formulas,numberFormat');
    });
    expect(read.values).toEqual([[held]]);
    expect(read.formulas).toEqual([[formula || held]]);
    expect(read.numberFormat).toEqual([[format]]);
  });

  it.each(['1-2', '00123', '=1', '+目標', '@目標', "'=1", '95%'])(
    'stays %j in a text cell',
    async (text) => {
      const read = await once((sheet) => {
        const cell = sheet.getRange('B2');
        cell.numberFormat = [['@']];
        cell.values = [[text]];
        return loaded(cell, 'values,formulas,text');
      });
      expect(read).toMatchObject({ values: [[text]], formulas: [[text]], text: [[text]] });
    },
  );

  it.each([
    ['a formula that ends in an operator', '=1+'],
    ['a bracket that does not close', '-（説明(a'],
    ['a quote that does not close', '="目標'],
    ['32,768 characters', 'あ'.repeat(32_768)],
  ])('refuses %s', async (_, text) => {
    const refused = once((sheet) => {
      sheet.getRange('B2').values = [[text]];
      return () => null;
    });
    await expect(refused).rejects.toMatchObject({ code: 'InvalidArgument' });
  });

  it('takes 32,767 characters', async () => {
    const text = 'あ'.repeat(32_767);
    await once((sheet) => {
      sheet.getRange('B2').values = [[text]];
      return () => null;
    });
    expect(value('B2')).toBe(text);
  });

  it('leaves a cell alone for null, empties it for an empty text, fills all with one value', async () => {
    await once((sheet) => {
      sheet.getRange('A1:C1').values = [['一', '二', '三']];
      sheet.getRange('A1:C1').values = [[null, '', 'さん']];
      sheet.getRange('A2:B3').values = '同';
      return () => null;
    });
    expect(['A1', 'B1', 'C1', 'A2', 'B3'].map(value)).toEqual(['一', '', 'さん', '同', '同']);
  });

  it('answers null for whole rows and refuses to write them', async () => {
    const read = await once((sheet) => loaded(sheet.getRange('2:3'), 'values,address'));
    expect(read).toEqual({ address: '様式!2:3', values: null });
    const refused = once((sheet) => {
      sheet.getRange('A:B').values = '目標';
      return () => null;
    });
    await expect(refused).rejects.toMatchObject({ code: 'InvalidArgument' });
  });

  it.each([
    [46_113, 'yyyy/m/d', '2026/4/1'],
    [46_113, '[$-411]ggge"年"m"月"d"日"', '令和8年4月1日'],
    [1234.5, '#,##0', '1,235'],
    [0.95, '0%', '95%'],
    [-5, '#,##0;"△"#,##0', '△5'],
    [0.1, 'General', '0.1'],
    [true, 'General', 'TRUE'],
  ])('shows %j under %j as %j', async (input, format, text) => {
    const read = await once((sheet) => {
      const cell = sheet.getRange('A1');
      cell.numberFormat = [[format]];
      cell.values = [[input]];
      return loaded(cell, 'text');
    });
    expect(read.text).toEqual([[text]]);
  });
});

describe('merged cells', () => {
  it('hold the first content at the top left and swallow what goes elsewhere', async () => {
    const read = await once((sheet) => {
      sheet.getRange('B3').values = [['残る']];
      sheet.getRange('C2').values = [['先']];
      sheet.getRange('B2:C3').merge();
      sheet.getRange('C3').values = [['消える']];
      return loaded(sheet.getRange('B2:C3'), 'values');
    });
    expect(read.values).toEqual([
      ['先', ''],
      ['', ''],
    ]);
    expect(sheet().merges).toEqual([{ top: 2, left: 2, bottom: 3, right: 3 }]);
  });

  it('are told whole of a range that holds their first cell, and of no other', async () => {
    const read = await once((sheet) => {
      sheet.getRange('A1:B2').merge();
      sheet.getRange('D4:D6').merge();
      const inside = sheet.getRange('A1:D4').getMergedAreasOrNullObject();
      const cut = sheet.getRange('B2:C9').getMergedAreasOrNullObject();
      inside.load('address,areaCount,areas/items/rowIndex,areas/items/rowCount');
      cut.load('address');
      return () => [
        inside.address,
        inside.areas.items.map(({ rowIndex, rowCount }: Any) => [rowIndex, rowCount]),
        cut.isNullObject,
      ];
    });
    const areas = [
      [0, 2],
      [3, 3],
    ];
    expect(read).toEqual(['様式!A1:B2, 様式!D4:D6', areas, true]);
  });

  it.each([
    [512, null],
    [513, 'GeneralException'],
  ])('%i of them at once: %j', async (count, code) => {
    for (let row = 1; row <= count; row++) {
      sheet().merges.push({ top: row, bottom: row, left: 1, right: 2 });
    }
    const read = once((sheet) =>
      loaded(sheet.getUsedRange().getMergedAreasOrNullObject(), 'areaCount'),
    );
    if (code) await expect(read).rejects.toMatchObject({ code });
    else expect(await read).toMatchObject({ areaCount: count });
  });

  it('part, across or as a whole', async () => {
    await once((sheet) => {
      sheet.getRange('A1:C3').merge(true);
      sheet.getRange('A2').unmerge();
      return () => null;
    });
    expect(sheet().merges.map(({ top }) => top)).toEqual([1, 3]);
  });
});

describe('formats', () => {
  it('are null where they differ, also read through paths and tables', async () => {
    const read = await once((sheet) => {
      sheet.getRange('A1').format.wrapText = true;
      sheet.getRange('A1:B1').format.font.size = 9;
      sheet.getRange('A1:B1').format.borders.getItem('EdgeTop').style = 'Continuous';
      sheet.getRange('B2').format.fill.color = '#DDEEFF';
      const range = sheet.getRange('A1:B1');
      range.load({ format: { wrapText: true, font: { size: true } } });
      const cells = sheet.getRange('A1:B1').getCellProperties({
        format: { wrapText: true, borders: { style: true } },
      });
      return () => ({
        both: range.format.wrapText,
        size: range.format.font.size,
        cells: cells.value[0].map(({ format }: Any) => [format.wrapText, format.borders.top.style]),
      });
    });
    const cells = [
      [true, 'Continuous'],
      [false, 'Continuous'],
    ];
    expect(read).toEqual({ both: null, size: 9, cells });
    expect(cellAt(sheet(), 2, 2).format.fill).toBe('#DDEEFF');
  });

  it('of rows and columns are points', async () => {
    const read = await once((sheet) => {
      sheet.getRange('2:3').format.rowHeight = 40.5;
      sheet.getRange('C:C').format.columnWidth = 120;
      sheet.getRange('4:4').rowHidden = true;
      const rows = sheet.getRange('A1:A4').getRowProperties({
        rowHidden: true,
        format: { rowHeight: true },
      });
      const columns = sheet
        .getRange('A1:C1')
        .getColumnProperties({ format: { columnWidth: true } });
      const block = sheet.getRange('A1:C4');
      block.load('height,width,rowHidden');
      return () => ({
        rows: rows.value.map(({ rowHidden, format }: Any) => [rowHidden, format.rowHeight]),
        columns: columns.value.map(({ format }: Any) => format.columnWidth),
        block: [block.height, block.width, block.rowHidden],
      });
    });
    expect(read).toEqual({
      rows: [
        [false, 18.75],
        [false, 40.5],
        [false, 40.5],
        [true, 0],
      ],
      columns: [54, 54, 120],
      block: [99.75, 228, null],
    });
  });

  it('hide a row by no height, and show it by any', async () => {
    await once((sheet) => {
      sheet.getRange('2:3').format.rowHeight = 0;
      sheet.getRange('3:3').format.rowHeight = 30;
      return () => null;
    });
    expect([...sheet().rows]).toEqual([
      [2, { height: 18.75, hidden: true, custom: false }],
      [3, { height: 30, hidden: false, custom: true }],
    ]);
  });

  it.each([
    ['a row that nobody has set', '2:2', null, 99],
    ['none that somebody has set', '2:2', 30, 30],
  ])('fit to wrapped text %s', async (_, rows, set, height) => {
    const [long, back] = await run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('様式');
      const cell = sheet.getRange('B2');
      cell.format.wrapText = true;
      if (set !== null) sheet.getRange(rows).format.rowHeight = set;
      const heights: number[] = [];
      for (const text of ['あ'.repeat(24), '']) {
        cell.values = [[text]];
        cell.load('format/rowHeight');
        await context.sync();
        heights.push(cell.format.rowHeight);
      }
      return heights;
    });
    expect([long, back]).toEqual([height, set ?? 18.75]);
  });

  it('never fit to merged cells', async () => {
    await once((sheet) => {
      sheet.getRange('B2:C2').merge();
      sheet.getRange('B2').format.wrapText = true;
      sheet.getRange('B2').values = [['あ'.repeat(99)]];
      return () => null;
    });
    expect(sheet().rows.size).toBe(0);
  });

  it('refuses a row that is too high', async () => {
    const high = once((sheet) => {
      sheet.getRange('2:2').format.rowHeight = 409.6;
      return () => null;
    });
    await expect(high).rejects.toMatchObject({ code: 'InvalidArgument' });
  });

  it('sets many at once by tables', async () => {
    await once((sheet) => {
      sheet
        .getRange('A1:B1')
        .setCellProperties([
          [
            { format: { wrapText: true, font: { bold: true } } },
            { format: { fill: { color: '#FF0000' } } },
          ],
        ]);
      sheet
        .getRange('A1:A2')
        .setRowProperties([{ format: { rowHeight: 30 } }, { rowHidden: true }]);
      return () => null;
    });
    expect(cellAt(sheet(), 1, 1).format).toMatchObject({ wrapText: true, font: { bold: true } });
    expect(cellAt(sheet(), 1, 2).format.fill).toBe('#FF0000');
    expect([...sheet().rows]).toEqual([
      [1, { height: 30, hidden: false, custom: true }],
      [2, { height: 18.75, hidden: true, custom: false }],
    ]);
  });
});

describe('rows that are put in', () => {
  beforeEach(() =>
    once((sheet, context) => {
      sheet.getRange('A3:B3').merge();
      sheet.getRange('D2:D4').merge();
      sheet.getRange('A3').values = [['目標']];
      sheet.getRange('A3').format.wrapText = true;
      sheet.getRange('C9').formulas = [['=A3']];
      context.workbook.names.add('目標欄', sheet.getRange('A3:A8'));
      sheet.getRange('4:5').insert('Down');
      return () => null;
    }),
  );

  it('look like the one above, and are empty', () => {
    expect(cellAt(sheet(), 5, 1)).toMatchObject({ value: '', format: { wrapText: true } });
  });

  it('let merges grow around them and repeat none', () => {
    expect(sheet().merges).toEqual([
      { top: 3, bottom: 3, left: 1, right: 2 },
      { top: 2, bottom: 6, left: 4, right: 4 },
    ]);
  });

  it('move formulas and names', () => {
    expect(sheet().cells.get('C11')?.formula).toBe('=A3');
    expect(host.workbook.names[0]?.formula).toBe('=様式!$A$3:$A$10');
  });

  it('go again, and what spoke of them is lost', async () => {
    await once((sheet) => {
      sheet.getRange('3:10').delete('Up');
      return () => null;
    });
    expect(host.workbook.names[0]?.formula).toBe('=様式!#REF!');
    expect(sheet().cells.get('C3')?.formula).toBe('=#REF!');
    expect(sheet().merges).toEqual([]);
  });

  it('take looks and merges of another row by copying', async () => {
    await once((sheet) => {
      sheet.getRange('5:5').copyFrom('3:3', 'Formats');
      return () => null;
    });
    expect(sheet().merges).toContainEqual({ top: 5, bottom: 5, left: 1, right: 2 });
    expect(value('A5')).toBe('');
  });
});

describe('finding things', () => {
  it.each([
    ['無い', true],
    ['様式', false],
    ['ようしき', true],
  ])('sheet %s is null: %s', async (name, isNull) => {
    const found = await run(async (context) => {
      const sheet = context.workbook.worksheets.getItemOrNullObject(name);
      await context.sync();
      return sheet.isNullObject;
    });
    expect(found).toBe(isNull);
  });

  it('carries null on to what hangs on it', async () => {
    const found = await run(async (context) => {
      const name = context.workbook.names.getItemOrNullObject('目標');
      const range = name.getRangeOrNullObject();
      range.load('address');
      await context.sync();
      return [name.isNullObject, range.isNullObject];
    });
    expect(found).toEqual([true, true]);
  });

  it('answers names with their formulas and places', async () => {
    const found = await once((sheet, context) => {
      const { names } = context.workbook;
      names.add('furikaeri_目標', sheet.getRange('B2:B4'));
      sheet.names.add('欄', '=様式!$C$1');
      names.load('items/name,items/formula,items/type');
      sheet.names.load('items/name,items/scope');
      const range = names.getItem('furikaeri_目標').getRange();
      range.load('address');
      return () => [names.toJSON().items, sheet.names.toJSON().items, range.address];
    });
    expect(found).toEqual([
      [{ name: 'furikaeri_目標', formula: '=様式!$B$2:$B$4', type: 'Range' }],
      [{ name: '欄', scope: 'Worksheet' }],
      '様式!B2:B4',
    ]);
  });

  it('looks through cells as Find does', async () => {
    const found = await once((sheet) => {
      sheet.getRange('A1:C2').values = [
        ['目標', '成果', ''],
        ['', '目標の達成', '目標'],
      ];
      const range = sheet.getRange('A1:C2');
      const last = range.findOrNullObject('目標', {
        completeMatch: true,
        searchDirection: 'Backwards',
      });
      const none = range.findOrNullObject('評価', {});
      last.load('address');
      none.load('address');
      return () => [last.address, none.isNullObject];
    });
    expect(found).toEqual(['様式!C2', true]);
  });

  it.each([
    ['used range of an empty sheet', (sheet: Any) => sheet.getUsedRange(), '様式!A1'],
    ['offset', (sheet: Any) => sheet.getRange('B2').getOffsetRange(1, 2), '様式!D3'],
    ['resized', (sheet: Any) => sheet.getRange('B2').getResizedRange(2, 0), '様式!B2:B4'],
    ['cell', (sheet: Any) => sheet.getRange('B2:C3').getCell(1, 1), '様式!C3'],
    ['entire row', (sheet: Any) => sheet.getRange('B2').getEntireRow(), '様式!2:2'],
    ['indexes', (sheet: Any) => sheet.getRangeByIndexes(1, 1, 2, 3), '様式!B2:D3'],
    ['rows below', (sheet: Any) => sheet.getRange('B2:C2').getRowsBelow(2), '様式!B3:C4'],
    ['rect', (sheet: Any) => sheet.getRange('B2').getBoundingRect('D5'), '様式!B2:D5'],
    ['common', (sheet: Any) => sheet.getRange('A1:C3').getIntersection('B2:E9'), '様式!B2:C3'],
  ])('%s', async (_, of, address) => {
    expect(await once((sheet) => loaded(of(sheet), 'address'))).toEqual({ address });
  });

  it.each([
    [
      'a sheet that is not there',
      (_: Any, c: Any) => c.workbook.worksheets.getItem('x'),
      'ItemNotFound',
    ],
    ['a name that is not there', (_: Any, c: Any) => c.workbook.names.getItem('x'), 'ItemNotFound'],
    ['an address that is none', (sheet: Any) => sheet.getRange('A0'), 'InvalidArgument'],
    [
      'a place above the sheet',
      (sheet: Any) => sheet.getRange('A1').getOffsetRange(-1, 0),
      'InvalidArgument',
    ],
    [
      'another of the same name',
      (_: Any, c: Any) => c.workbook.worksheets.add('別紙'),
      'ItemAlreadyExists',
    ],
    [
      'a text that is not found',
      (sheet: Any) => sheet.getRange('A1:B2').find('x', {}),
      'ItemNotFound',
    ],
  ])('fails for %s', async (_, of, code) => {
    const failed = once((sheet, context) => {
      of(sheet, context).load();
      return () => null;
    });
    await expect(failed).rejects.toMatchObject({ code });
  });
});

describe('a protected sheet', () => {
  beforeEach(() => {
    sheet().protection = { allowed: new Set(), password: '' };
    const open = { ...cellAt(sheet(), 2, 2), value: '' };
    sheet().cells.set('B2', { ...open, format: { ...open.format, locked: false } });
  });

  it.each([
    ['a locked cell', (sheet: Any) => (sheet.getRange('A1').values = [['x']])],
    ['a format', (sheet: Any) => (sheet.getRange('B2').numberFormat = [['@']])],
    ['a row height', (sheet: Any) => (sheet.getRange('2:2').format.rowHeight = 30)],
    ['a new row', (sheet: Any) => sheet.getRange('2:2').insert('Down')],
    ['a merge', (sheet: Any) => sheet.getRange('B2:C2').merge()],
  ])('refuses %s', async (_, act) => {
    const refused = once((sheet) => {
      act(sheet);
      return () => null;
    });
    await expect(refused).rejects.toMatchObject({ code: 'AccessDenied' });
  });

  it('takes what is typed into unlocked cells, and says that it is protected', async () => {
    const read = await once((sheet) => {
      sheet.getRange('B2').values = [['記入']];
      return loaded(sheet.protection, 'protected');
    });
    expect([value('B2'), read.protected]).toEqual(['記入', true]);
  });

  it('allows what it was told to', async () => {
    sheet().protection = { allowed: new Set(allowances), password: '' };
    await once((sheet) => {
      sheet.getRange('2:2').format.rowHeight = 30;
      sheet.getRange('3:3').insert('Down');
      return () => null;
    });
    expect(sheet().rows.get(2)?.height).toBe(30);
  });
});

describe('sheets', () => {
  it('are listed in order, hidden ones too, charts not', async () => {
    host.workbook.sheets.push(newSheet('グラフ', 'chart', 7));
    (host.workbook.sheets[1] as { visibility: string }).visibility = 'Hidden';
    const names = await run(async (context) => {
      const { worksheets } = context.workbook;
      worksheets.load('items/name,items/visibility');
      await context.sync();
      return worksheets.items.map(({ name, visibility }: Any) => [name, visibility]);
    });
    expect(names).toEqual([
      ['様式', 'Visible'],
      ['別紙', 'Hidden'],
    ]);
  });

  it('has no active worksheet and no selected cells where a chart is active', async () => {
    host.workbook.sheets.push(newSheet('グラフ', 'chart', 7));
    host.activate('グラフ');
    const worksheet = run(async (context) => {
      context.workbook.worksheets.getActiveWorksheet().load('name');
      await context.sync();
    });
    await expect(worksheet).rejects.toMatchObject({ code: 'UnsupportedSheet' });
    const selected = run(async (context) => {
      context.workbook.getSelectedRange().load('address');
      await context.sync();
    });
    await expect(selected).rejects.toMatchObject({ code: 'InvalidSelection' });
  });

  it('are shown and selected in', async () => {
    const selected = await run(async (context) => {
      context.workbook.worksheets.getItem('別紙').getRange('C4').select();
      const range = context.workbook.getSelectedRange();
      range.load('address');
      await context.sync();
      return range.address;
    });
    expect(selected).toBe('別紙!C4');
  });

  it('keeps print settings, panes and lists', async () => {
    await once((sheet) => {
      const layout = sheet.pageLayout;
      layout.orientation = 'Landscape';
      layout.zoom = { horizontalFitToPages: 1, verticalFitToPages: 0 };
      layout.setPrintArea('A1:H20');
      layout.setPrintTitleRows('$3:$3');
      layout.setPrintMargins('Inches', { left: 0.5, top: 1 });
      layout.headersFooters.defaultForAllPages.centerFooter = '&P / &N';
      sheet.freezePanes.freezeRows(3);
      sheet.showGridlines = false;
      sheet.getRange('B4:B9').dataValidation.rule = {
        list: { inCellDropDown: true, source: '窓口,電話' },
      };
      return () => null;
    });
    expect(sheet()).toMatchObject({
      frozen: { rows: 3, columns: 0 },
      showGridlines: false,
      pageLayout: {
        orientation: 'Landscape',
        leftMargin: 36,
        topMargin: 72,
        printArea: { top: 1, left: 1, bottom: 20, right: 8 },
        titleRows: { top: 3, bottom: 3 },
        headersFooters: { centerFooter: '&P / &N' },
      },
      validations: [{ area: { top: 4, left: 2, bottom: 9, right: 2 } }],
    });
  });
});

describe('disturbances', () => {
  const write = (place: string) => (context: Any) => {
    context.workbook.worksheets.getItem('様式').getRange(place).values = [['書いた']];
    return context.sync();
  };

  it.each(excelErrorCodes)('%s at the second trip', async (code: ExcelErrorCode) => {
    host.failAt({ trip: 2, code });
    const failed = run(async (context) => {
      await write('A1')(context);
      await write('A2')(context);
    });
    await expect(failed).rejects.toMatchObject({ code });
    expect([value('A1'), value('A2'), host.roundTrips]).toEqual(['書いた', '', 2]);
    await run(write('A2'));
    expect(value('A2')).toBe('書いた');
  });

  it('knows every code of the client', () => {
    const known = new Set<string>(excelErrorCodes);
    const missing = Object.values(client.Excel.ErrorCodes).filter((code) => !known.has(code));
    expect(missing).toEqual([]);
    expect(Object.keys(sessionErrors).length).toBeGreaterThan(0);
  });

  it('fails in the midst of a batch, half of it done', async () => {
    host.failAt({ trip: 1, code: 'GeneralException', afterActions: 8 });
    const failed = once((sheet) => {
      for (let row = 1; row <= 9; row++) sheet.getRange(`A${row}`).values = [['書いた']];
      return () => null;
    });
    await expect(failed).rejects.toMatchObject({ code: 'GeneralException' });
    expect(value('A1')).toBe('書いた');
    expect(value('A9')).toBe('');
  });

  it('lets a co-author in between two trips', async () => {
    host.before(2, () => host.type('A1', '他の人', 'Remote'));
    const seen = await run(async (context) => {
      const cell = context.workbook.worksheets.getItem('様式').getRange('A1');
      const texts: string[] = [];
      for (let trip = 1; trip <= 2; trip++) {
        cell.load('values');
        await context.sync();
        texts.push(cell.values[0][0]);
      }
      return texts;
    });
    expect(seen).toEqual(['', '他の人']);
  });

  it('refuses while someone types in a cell', async () => {
    host.beginCellEdit();
    await expect(run(write('A1'))).rejects.toMatchObject({
      code: 'InvalidOperationInCellEditMode',
    });
    host.endCellEdit();
    await run(write('A1'));
    expect(value('A1')).toBe('書いた');
  });

  it('waits for the end of typing where it was asked to', async () => {
    host.beginCellEdit();
    let done = false;
    const waiting = run(write('A1'), { delayForCellEdit: true }).then(() => {
      done = true;
    });
    await new Promise((later) => setTimeout(later, 20));
    expect([done, value('A1')]).toEqual([false, '']);
    host.endCellEdit();
    await waiting;
    expect(value('A1')).toBe('書いた');
  });
});

describe('events', () => {
  const listen = async () => {
    const heard: Any[] = [];
    const results = await run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('様式');
      const events = [sheet.onChanged, sheet.onSelectionChanged];
      const added = [...events, context.workbook.worksheets.onActivated].map((event) =>
        event.add(async ({ type, address, source, changeType }: Any) => {
          heard.push([type, address, source, changeType].filter(Boolean).join(' '));
        }),
      );
      await context.sync();
      return added;
    });
    return { heard, results };
  };

  it('tell what people, co-authors and the client do', async () => {
    const { heard } = await listen();
    host.type('B2', '受付');
    host.type('B3', '案内', 'Remote');
    host.select('C5');
    host.activate('別紙');
    await once((sheet) => {
      sheet.getRange('A1:B1').values = [['x', 'y']];
      sheet.getRange('3:3').insert('Down');
      return () => null;
    });
    await expect
      .poll(() => heard)
      .toEqual([
        'WorksheetChanged B2 Local RangeEdited',
        'WorksheetChanged B3 Remote RangeEdited',
        'WorksheetSelectionChanged C5',
        'WorksheetActivated',
        'WorksheetChanged A1:B1 Local RangeEdited',
        'WorksheetChanged 3:3 Local RowInserted',
      ]);
  });

  it('end when they are removed', async () => {
    const { heard, results } = await listen();
    await client.Excel.run(results[0].context, async (context: Any) => {
      results[0].remove();
      await context.sync();
    });
    host.type('B2', '受付');
    host.select('B2');
    await expect.poll(() => heard).toEqual(['WorksheetSelectionChanged B2']);
  });
});
