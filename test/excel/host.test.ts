import { describe, expect, it } from 'vitest';
import { type Any, freshHost, loaded } from './fresh-host.ts';
import { newSheet } from './host/workbook.ts';

// What the fake host answers to Microsoft's real client. Each row is an assumption of assumptions.md.

const { act, now, once, run, sheet } = freshHost();

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
    expect(now().roundTrips).toBe(1);
  });

  it('keeps what was done before the action that failed', async () => {
    const half = act((sheet) => {
      sheet.getRange('A1').values = [['初め']];
      sheet.getRange('A2:B2').values = [['合わない']];
      sheet.getRange('A3').values = [['後']];
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

  it('has lost a range whose cells were deleted', async () => {
    const lost = run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('様式');
      const range = sheet.getRange('B5');
      range.load('address');
      await context.sync();
      sheet.getRange('4:6').delete('Up');
      range.values = [['遅い']];
      await context.sync();
    });
    await expect(lost).rejects.toMatchObject({ code: 'InvalidReference' });
  });

  it.each([
    [
      'a null object is written to',
      'InvalidOperation',
      (_: Any, context: Any) => {
        const none = context.workbook.names.getItemOrNullObject('無い').getRangeOrNullObject();
        none.values = [['x']];
      },
    ],
    [
      'a property is null',
      'InvalidArgument',
      (sheet: Any) => {
        sheet.getRange('A1').format.wrapText = null;
      },
    ],
  ])('fails where %s', async (_, code, done) => {
    await expect(act(done)).rejects.toMatchObject({ code });
  });

  it('refuses what is newer than the requirement set', async () => {
    const newer = once((sheet) => loaded(sheet.getRange('A1').getDependents(), 'addresses'));
    await expect(newer).rejects.toMatchObject({ code: 'ApiNotFound' });
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
      'the used part of empty cells',
      (sheet: Any) => sheet.getRange('B2').getUsedRange(),
      'ItemNotFound',
    ],
    [
      'a text that is not found',
      (sheet: Any) => sheet.getRange('A1:B2').find('x', {}),
      'ItemNotFound',
    ],
  ])('fails for %s', async (_, of, code) => {
    const failed = act((sheet, context) => {
      of(sheet, context).load();
    });
    await expect(failed).rejects.toMatchObject({ code });
  });
});

describe('sheets', () => {
  it('are listed in order, hidden ones too, charts not', async () => {
    now().workbook.sheets.push(newSheet('グラフ', 'chart', 7));
    (now().workbook.sheets[1] as { visibility: string }).visibility = 'Hidden';
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

  it('have no active one and no selected cells where a chart is active', async () => {
    now().workbook.sheets.push(newSheet('グラフ', 'chart', 7));
    now().activate('グラフ');
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

  it('keep print settings, panes and lists', async () => {
    await act((sheet) => {
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
