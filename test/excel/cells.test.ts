import { beforeEach, describe, expect, it } from 'vitest';
import { type Any, freshHost, loaded } from './fresh-host.ts';
import { cellAt } from './host/cells.ts';

// What the fake host answers to Microsoft's real client. Each row is an assumption of assumptions.md.

const { act, now, once, run, sheet, value } = freshHost();

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
    '%j in a text cell',
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
    const refused = act((sheet) => {
      sheet.getRange('B2').values = [[text]];
    });
    await expect(refused).rejects.toMatchObject({ code: 'InvalidArgument' });
  });

  it('takes 32,767 characters', async () => {
    const text = 'あ'.repeat(32_767);
    await act((sheet) => {
      sheet.getRange('B2').values = [[text]];
    });
    expect(value('B2')).toBe(text);
  });

  it('leaves a cell alone for null, empties it for an empty text, fills all with one value', async () => {
    await act((sheet) => {
      sheet.getRange('A1:C1').values = [['一', '二', '三']];
      sheet.getRange('A1:C1').values = [[null, '', 'さん']];
      sheet.getRange('A2:B3').values = '同';
    });
    expect(['A1', 'B1', 'C1', 'A2', 'B3'].map(value)).toEqual(['一', '', 'さん', '同', '同']);
  });

  it('answers null for whole rows and refuses to write them', async () => {
    const read = await once((sheet) => loaded(sheet.getRange('2:3'), 'values,address'));
    expect(read).toEqual({ address: '様式!2:3', values: null });
    const refused = act((sheet) => {
      sheet.getRange('A:B').values = '目標';
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
    await act((sheet) => {
      sheet.getRange('A1:C3').merge(true);
      sheet.getRange('A2').unmerge();
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
    await act((sheet) => {
      sheet.getRange('2:3').format.rowHeight = 0;
      sheet.getRange('3:3').format.rowHeight = 30;
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
    await act((sheet) => {
      sheet.getRange('B2:C2').merge();
      sheet.getRange('B2').format.wrapText = true;
      sheet.getRange('B2').values = [['あ'.repeat(99)]];
    });
    expect(sheet().rows.size).toBe(0);
  });

  it('refuses a row that is too high', async () => {
    const high = act((sheet) => {
      sheet.getRange('2:2').format.rowHeight = 409.6;
    });
    await expect(high).rejects.toMatchObject({ code: 'InvalidArgument' });
  });

  it('sets many at once by tables', async () => {
    await act((sheet) => {
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
    act((sheet, context) => {
      sheet.getRange('A3:B3').merge();
      sheet.getRange('D2:D4').merge();
      sheet.getRange('A3').values = [['目標']];
      sheet.getRange('A3').format.wrapText = true;
      sheet.getRange('C9').formulas = [['=A3']];
      context.workbook.names.add('目標欄', sheet.getRange('A3:A8'));
      sheet.getRange('4:5').insert('Down');
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
    expect(now().workbook.names[0]?.formula).toBe('=様式!$A$3:$A$10');
  });

  it('go again, and what spoke of them is lost', async () => {
    await act((sheet) => {
      sheet.getRange('3:10').delete('Up');
    });
    expect(now().workbook.names[0]?.formula).toBe('=様式!#REF!');
    expect(sheet().cells.get('C3')?.formula).toBe('=#REF!');
    expect(sheet().merges).toEqual([]);
  });

  it('take formulas along by copying, each to its own row', async () => {
    await act((sheet) => {
      sheet.getRange('F1:G1').formulas = [['=A1+$B$1', '=A1:A2']];
      sheet.getRange('F2:F4').copyFrom('F1');
      sheet.getRange('H1').copyFrom('F1:G1', 'Values');
    });
    const formulas = ['F2', 'F4', 'H1'].map((place) => sheet().cells.get(place)?.formula);
    expect(formulas).toEqual(['=A2+$B$1', '=A4+$B$1', null]);
  });

  it('take looks and merges of another row by copying', async () => {
    await act((sheet) => {
      sheet.getRange('5:5').copyFrom('3:3', 'Formats');
    });
    expect(sheet().merges).toContainEqual({ top: 5, bottom: 5, left: 1, right: 2 });
    expect(value('A5')).toBe('');
  });
});
