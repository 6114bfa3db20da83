import { type FromExcel, inExcel } from './in-excel.ts';

/** Shows a worksheet, and a cell of it where one is named, in one round trip. */
export const goTo = (sheet: string, address?: string): Promise<FromExcel<void>> =>
  inExcel(async (context) => {
    const worksheet = context.workbook.worksheets.getItem(sheet);
    worksheet.activate();
    if (address !== undefined) worksheet.getRange(address).select();
    await context.sync();
  });

/** What is selected, in one round trip: the worksheet's name and `D12`, or `B5:D7`. */
export const readSelection = (): Promise<
  FromExcel<{ readonly sheet: string; readonly cell: string }>
> =>
  inExcel(async (context) => {
    const range = context.workbook.getSelectedRange();
    range.load('address');
    range.worksheet.load('name');
    await context.sync();
    const { address } = range;
    return { sheet: range.worksheet.name, cell: address.slice(address.lastIndexOf('!') + 1) };
  });
