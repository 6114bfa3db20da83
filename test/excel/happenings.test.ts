import { beforeEach, describe, expect, it } from 'vitest';
import { type Any, freshHost, loaded } from './fresh-host.ts';
import { cellAt } from './host/cells.ts';
import { type ExcelErrorCode, excelErrorCodes } from './host/errors.ts';
import { allowances } from './host/workbook.ts';

// What the fake host answers to Microsoft's real client. Each row is an assumption of assumptions.md.

const { act, excel, now, once, run, sheet, value } = freshHost();

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
  ])('refuses %s', async (_, done) => {
    await expect(act(done)).rejects.toMatchObject({ code: 'AccessDenied' });
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
    await act((sheet) => {
      sheet.getRange('2:2').format.rowHeight = 30;
      sheet.getRange('3:3').insert('Down');
    });
    expect(sheet().rows.get(2)?.height).toBe(30);
  });
});

describe('disturbances', () => {
  const write = (place: string) => (context: Any) => {
    context.workbook.worksheets.getItem('様式').getRange(place).values = [['書いた']];
    return context.sync();
  };

  it.each(excelErrorCodes)('%s at the second trip', async (code: ExcelErrorCode) => {
    now().failAt({ trip: 2, code });
    const failed = run(async (context) => {
      await write('A1')(context);
      await write('A2')(context);
    });
    await expect(failed).rejects.toMatchObject({ code });
    expect([value('A1'), value('A2'), now().roundTrips]).toEqual(['書いた', '', 2]);
    await run(write('A2'));
    expect(value('A2')).toBe('書いた');
  });

  it('knows every code of the client', () => {
    const known = new Set<string>(excelErrorCodes);
    const missing = Object.values(excel().ErrorCodes).filter((code) => !known.has(code));
    expect(missing).toEqual([]);
  });

  it('fails in the midst of a batch, half of it done', async () => {
    now().failAt({ trip: 1, code: 'GeneralException', afterActions: 8 });
    const failed = act((sheet) => {
      for (let row = 1; row <= 9; row++) sheet.getRange(`A${row}`).values = [['書いた']];
    });
    await expect(failed).rejects.toMatchObject({ code: 'GeneralException' });
    expect(value('A1')).toBe('書いた');
    expect(value('A9')).toBe('');
  });

  it('lets a co-author in between two trips', async () => {
    now().before(2, () => now().type('A1', '他の人', 'Remote'));
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
    now().beginCellEdit();
    await expect(run(write('A1'))).rejects.toMatchObject({
      code: 'InvalidOperationInCellEditMode',
    });
    now().endCellEdit();
    await run(write('A1'));
    expect(value('A1')).toBe('書いた');
  });

  it('waits for the end of typing where it was asked to', async () => {
    now().beginCellEdit();
    let done = false;
    const waiting = run(write('A1'), { delayForCellEdit: true }).then(() => {
      done = true;
    });
    await new Promise((later) => setTimeout(later, 20));
    expect([done, value('A1')]).toEqual([false, '']);
    now().endCellEdit();
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
    now().type('B2', '受付');
    now().type('B3', '案内', 'Remote');
    now().select('C5');
    now().activate('別紙');
    await act((sheet) => {
      sheet.getRange('A1:B1').values = [['x', 'y']];
      sheet.getRange('3:3').insert('Down');
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

  it('tell the workbook that the selection is another', async () => {
    let heard = 0;
    await run(async (context) => {
      context.workbook.onSelectionChanged.add(async () => {
        heard++;
      });
      await context.sync();
    });
    now().select('C5');
    await expect.poll(() => heard).toBe(1);
  });

  it('end when they are removed', async () => {
    const { heard, results } = await listen();
    await excel().run(results[0].context, async (context: Any) => {
      results[0].remove();
      await context.sync();
    });
    now().type('B2', '受付');
    now().select('B2');
    await expect.poll(() => heard).toEqual(['WorksheetSelectionChanged B2']);
  });
});
