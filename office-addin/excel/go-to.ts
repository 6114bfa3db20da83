import { type FromExcel, inExcel } from './in-excel.ts';

/** Shows a worksheet, and a cell of it where one is named, in one round trip. */
export const goTo = (sheet: string, address?: string): Promise<FromExcel<void>> =>
  inExcel(async (context) => {
    const worksheet = context.workbook.worksheets.getItem(sheet);
    worksheet.activate();
    if (address !== undefined) worksheet.getRange(address).select();
    await context.sync();
  });

/** The worksheets in sight, in their order, in one round trip. */
export const listSheets = (): Promise<FromExcel<readonly string[]>> =>
  inExcel(async (context) => {
    const { worksheets } = context.workbook;
    worksheets.load('items/name,items/visibility');
    await context.sync();
    return worksheets.items
      .filter(({ visibility }) => visibility === 'Visible')
      .map(({ name }) => name);
  });
