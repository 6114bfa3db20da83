import {
  type Attached,
  askAgain,
  askForAttached,
  askForRest,
  isComplete,
  nothingAttached,
} from './attached.ts';
import { type FromExcel, inExcel } from './in-excel.ts';
import { askForMerges, askForMergesInBands } from './merges.ts';
import { type Reading, readingOf } from './reading.ts';

/** Worksheets by their ids or names, all in the same round trips. */
export const readSheets = (keys: readonly string[]): Promise<FromExcel<readonly Reading[]>> =>
  inExcel((context) =>
    readAll(
      context,
      keys.map((key) => context.workbook.worksheets.getItem(key)),
    ),
  );

/** One worksheet, within other work. `known` is what lies over its cells, as it was read last. */
export async function read(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  known: Attached = nothingAttached,
): Promise<Reading> {
  const [one] = await readKnown(context, [{ sheet, known }]);
  return one as Reading;
}

/**
 * Worksheets of which it is known what lies over their cells, in one round trip; in two where one has
 * more merges than Excel tells at once.
 */
export async function readKnown(
  context: Excel.RequestContext,
  all: readonly { readonly sheet: Excel.Worksheet; readonly known: Attached }[],
): Promise<readonly Reading[]> {
  return withBands(context, (askMerges) => {
    const answers = all.map(({ sheet, known }) => {
      const answer = askFor(context, sheet, askMerges);
      const attached = askAgain(context, sheet, known);
      return () => answer.reading(attached());
    });
    return () => answers.map((answer) => answer());
  });
}

/** Worksheets of which nothing is known yet, within other work. */
export async function readAll(
  context: Excel.RequestContext,
  sheets: readonly Excel.Worksheet[],
): Promise<readonly Reading[]> {
  const answers = await withBands(context, (askMerges) => {
    const asked = sheets.map((sheet) => {
      const answer = askFor(context, sheet, askMerges);
      // Whatever Excel has against a first try may be against its rules too.
      const used = askMerges === askForMerges ? answer.used : null;
      return { sheet, answer, attached: askForAttached(sheet, used) };
    });
    return () => asked.map(({ attached, ...rest }) => ({ ...rest, attached: attached() }));
  });
  const rest = answers.map(({ sheet, attached }) =>
    isComplete(attached)
      ? () => ({ ...nothingAttached, ...attached, tables: [], pivots: [] })
      : askForRest(context, sheet, attached),
  );
  if (answers.some(({ attached }) => !isComplete(attached))) await context.sync();
  return answers.map(({ answer }, index) => answer.reading(rest[index]?.() ?? nothingAttached));
}

type AskForMerges = typeof askForMerges;

/** Asks, and asks again band by band where Excel has more merges than it tells at once. */
async function withBands<T>(
  context: Excel.RequestContext,
  ask: (askMerges: AskForMerges) => () => T,
): Promise<T> {
  const answer = ask(askForMerges);
  try {
    await context.sync();
    return answer();
  } catch (error) {
    if (!mergeErrors.has(String((error as { code?: unknown }).code))) throw error;
  }
  const inBands = ask(askForMergesInBands);
  await context.sync();
  return inBands();
}

/** What Excel may answer where there are more than 512 merges (Microsoft names none). */
const mergeErrors = new Set(['GeneralException', 'InvalidArgument', 'InvalidOperation']);

const look: Excel.CellPropertiesLoadOptions = {
  format: {
    font: { size: true, bold: true },
    fill: { color: true },
    protection: true,
    wrapText: true,
    textOrientation: true,
    borders: { style: true },
  },
};

/** Queues all that is to be known of a worksheet's cells; the answer is there after the next `sync`. */
function askFor(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  askMerges: AskForMerges,
): { readonly used: Excel.Range; readonly reading: (attached: Attached) => Reading } {
  // Of an empty worksheet this is its first cell.
  const used = sheet.getUsedRange();
  const names = [context.workbook.names, sheet.names];
  sheet.load('id,name,visibility,standardHeight,protection/protected,protection/options');
  used.load('values,formulas,numberFormat,rowIndex,columnIndex');
  for (const some of names) some.load('items/name,items/formula');
  const cells = used.getCellProperties(look);
  const rows = used.getRowProperties({ rowHidden: true, format: { rowHeight: true } });
  const columns = used.getColumnProperties({ columnHidden: true, format: { columnWidth: true } });
  const merges = askMerges(used);
  const reading = (attached: Attached) => {
    const isFree = !sheet.protection.protected;
    const { allowFormatCells, allowFormatRows } = sheet.protection.options ?? {};
    return readingOf({
      id: sheet.id,
      name: sheet.name,
      visibility: sheet.visibility,
      isProtected: sheet.protection.protected,
      may: {
        formatCells: isFree || allowFormatCells === true,
        formatRows: isFree || allowFormatRows === true,
      },
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
      attached,
    });
  };
  return { used, reading };
}
