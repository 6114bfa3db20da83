import { type FromExcel, inExcel } from './in-excel.ts';
import { askForMerges, askForMergesInBands } from './merges.ts';
import { type Reading, readingOf } from './reading.ts';

/** The active worksheet, in one round trip. */
export const readActiveSheet = (): Promise<FromExcel<Reading>> =>
  inExcel((context) => read(context, context.workbook.worksheets.getActiveWorksheet()));

/** Worksheets by their ids or names, all in one round trip. */
export const readSheets = (keys: readonly string[]): Promise<FromExcel<readonly Reading[]>> =>
  inExcel(async (context) => {
    const asked = keys.map((key) => askFor(context, context.workbook.worksheets.getItem(key)));
    await context.sync();
    return asked.map((answer) => answer());
  });

/** One worksheet, within other work, in one round trip; in two where it has more merges than Excel tells at once. */
export async function read(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
): Promise<Reading> {
  const answer = askFor(context, sheet);
  try {
    await context.sync();
    return answer();
  } catch (error) {
    if (!mergeErrors.has(String((error as { code?: unknown }).code))) throw error;
  }
  const inBands = askFor(context, sheet, askForMergesInBands);
  await context.sync();
  return inBands();
}

/** What Excel may answer where there are more than 512 merges (Microsoft names none). */
const mergeErrors = new Set(['GeneralException', 'InvalidArgument', 'InvalidOperation']);

const look = {
  format: {
    font: { size: true },
    wrapText: true,
    textOrientation: true,
    borders: { style: true },
  },
};

/** Queues all that is to be known of a worksheet; the answer is there after the next `sync`. */
function askFor(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  askMerges = askForMerges,
): () => Reading {
  // Of an empty worksheet this is its first cell.
  const used = sheet.getUsedRange();
  const names = [context.workbook.names, sheet.names];
  sheet.load('id,name,visibility,standardHeight,protection/protected');
  used.load('values,formulas,numberFormat,rowIndex,columnIndex');
  for (const some of names) some.load('items/name,items/formula');
  const cells = used.getCellProperties(look);
  const rows = used.getRowProperties({ rowHidden: true, format: { rowHeight: true } });
  const columns = used.getColumnProperties({ columnHidden: true, format: { columnWidth: true } });
  const merges = askMerges(used);
  return () =>
    readingOf({
      id: sheet.id,
      name: sheet.name,
      visibility: sheet.visibility,
      isProtected: sheet.protection.protected,
      standardHeight: sheet.standardHeight,
      rowIndex: used.rowIndex,
      columnIndex: used.columnIndex,
      values: used.values,
      formulas: used.formulas,
      numberFormats: used.numberFormat,
      cells: cells.value,
      rows: rows.value,
      columns: columns.value,
      merges: merges(),
      names: names.flatMap(({ items }) => items.map(({ name, formula }) => ({ name, formula }))),
    });
}
