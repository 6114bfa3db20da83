import { sameGrid } from './difference.ts';
import { type FromExcel, inExcel } from './in-excel.ts';
import { read } from './read-sheet.ts';
import type { Reading } from './reading.ts';

/** Takes a worksheet away that was laid out here, as long as nothing in it has changed; whether it was. */
export const takeAway = (laidOut: Reading): Promise<FromExcel<boolean>> =>
  inExcel(async (context) => {
    const sheet = context.workbook.worksheets.getItem(laidOut.id);
    const now = await read(context, sheet);
    if (!sameGrid(laidOut.grid, now.grid)) return false;
    sheet.delete();
    await context.sync();
    return true;
  });
