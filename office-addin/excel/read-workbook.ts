import { type FromExcel, inExcel } from './in-excel.ts';
import { readAll } from './read-sheet.ts';
import type { Reading } from './reading.ts';

export interface CurrentWorkbook {
  /** With its ending; Excel's own where it was never saved. */
  readonly name: string;
  readonly isReadOnly: boolean;
  /** The worksheet in front. */
  readonly current: Reading;
  /** Others in sight that were not known. */
  readonly others: readonly Reading[];
  /** The ids of those in sight, in their order. */
  readonly order: readonly string[];
}

/** A form lies in a few worksheets, or in one for each section; a workbook of more is no form. */
const mostSheets = 60;

/**
 * The worksheet in front, in one round trip, and in one more those beside it that are not `known` yet:
 * a form may lie in several. Where these can't be read, the one in front is all that counts.
 */
export const readCurrent = (known: ReadonlySet<string>): Promise<FromExcel<CurrentWorkbook>> =>
  inExcel(async (context) => {
    const { workbook } = context;
    const { worksheets } = workbook;
    workbook.load('name,readOnly');
    worksheets.load('items/id,items/visibility');
    const [current] = await readAll(context, [worksheets.getActiveWorksheet()]);
    const own = current as Reading;
    const order = worksheets.items
      .filter(({ visibility }) => visibility === 'Visible')
      .map(({ id }) => id);
    const { name, readOnly: isReadOnly } = workbook;
    const alone = { name, isReadOnly, current: own, others: [], order };
    const missing = order.filter((id) => id !== own.id && !known.has(id));
    if (missing.length === 0 || order.length > mostSheets) {
      return alone;
    }
    try {
      const others = await readAll(
        context,
        missing.map((id) => worksheets.getItem(id)),
      );
      return { ...alone, others };
    } catch {
      return alone;
    }
  });
