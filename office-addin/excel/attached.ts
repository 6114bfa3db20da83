import type { Area, Table } from '../../core/xlsx/grid.ts';
import { areaOf } from './merges.ts';
import { elsewhereIn, type Rule } from './rules.ts';

/** What lies over a worksheet's cells: rules for what may be typed, Excel's tables, pivot tables. */
export interface Attached {
  readonly rules: readonly Rule[];
  readonly tables: readonly (Table & { readonly name: string })[];
  readonly pivots: readonly { readonly name: string; readonly area: Area }[];
}

export const nothingAttached: Attached = { rules: [], tables: [], pivots: [] };

/** What Excel tells of it: the rest takes another round trip, where there is any. */
interface Asked {
  readonly rules: readonly Rule[];
  /** Blocks with a rule, of which Excel says only that rules differ in them. */
  readonly mixed: readonly Area[];
  readonly tables: readonly { readonly name: string; readonly showHeaders: boolean }[];
  readonly pivots: readonly string[];
}

/** Cells that are asked about one by one. */
const mostCells = 500;

/** Queues the question; the answer is there after the next `sync`. Without `used` rules are left out. */
export function askForAttached(sheet: Excel.Worksheet, used: Excel.Range | null): () => Asked {
  const ruled = used?.getSpecialCellsOrNullObject('DataValidations');
  ruled?.load('areaCount');
  ruled?.areas.load(
    'items/rowIndex,items/columnIndex,items/rowCount,items/columnCount,items/dataValidation/type,items/dataValidation/rule',
  );
  sheet.tables.load('items/name,items/showHeaders');
  sheet.pivotTables.load('items/name');
  return () => {
    const blocks = !ruled || ruled.isNullObject ? [] : ruled.areas.items;
    const isMixed = ({ dataValidation }: Excel.Range) =>
      dataValidation.type === 'Inconsistent' || dataValidation.type === 'MixedCriteria';
    return {
      rules: blocks
        .filter((block) => !isMixed(block))
        .map((block) => ({ areas: [areaOf(block)], rule: block.dataValidation.rule })),
      mixed: blocks.filter(isMixed).map(areaOf),
      tables: sheet.tables.items.map(({ name, showHeaders }) => ({ name, showHeaders })),
      pivots: sheet.pivotTables.items.map(({ name }) => name),
    };
  };
}

export const isComplete = ({ rules, mixed, tables, pivots }: Asked): boolean =>
  mixed.length + tables.length + pivots.length === 0 &&
  !rules.some(({ rule }) => elsewhereIn(rule));

/** Queues what is left to be asked. */
export function askForRest(
  { workbook }: Excel.RequestContext,
  sheet: Excel.Worksheet,
  asked: Asked,
): () => Attached {
  const cells = asked.mixed.flatMap(cellsOf).slice(0, mostCells);
  const mixed = cells.map(({ top, left }) => {
    const { dataValidation } = sheet.getCell(top - 1, left - 1);
    dataValidation.load('type,rule');
    return dataValidation;
  });
  const place = (range: Excel.Range) => {
    range.load('rowIndex,columnIndex,rowCount,columnCount');
    return range;
  };
  const tables = asked.tables.map(({ name }) =>
    place(sheet.tables.getItemOrNullObject(name).getRange()),
  );
  const pivots = asked.pivots.map((name) =>
    place(sheet.pivotTables.getItemOrNullObject(name).layout.getRange()),
  );
  const lists = asked.rules.map(({ words, rule }) => {
    const source = words ? null : elsewhereIn(rule);
    if (!source) return null;
    const range = source.sheet
      ? workbook.worksheets.getItemOrNullObject(source.sheet).getRange(source.cells)
      : workbook.names.getItemOrNullObject(source.cells).getRangeOrNullObject();
    range.load('values');
    return range;
  });
  return () => ({
    rules: [
      ...asked.rules.map((one, index) => {
        const list = lists[index];
        return list && !list.isNullObject
          ? { ...one, words: list.values.flat().map((word) => String(word).trim()) }
          : one;
      }),
      ...mixed.flatMap(({ type, rule }, index) => {
        const area = cells[index];
        return type === 'None' || !area ? [] : [{ areas: [area], rule }];
      }),
    ],
    tables: asked.tables.flatMap(({ name, showHeaders }, index) => {
      const range = tables[index];
      if (!range || range.isNullObject) return [];
      return [{ name, area: areaOf(range), headerRows: showHeaders ? 1 : 0 }];
    }),
    pivots: asked.pivots.flatMap((name, index) => {
      const range = pivots[index];
      return !range || range.isNullObject ? [] : [{ name, area: areaOf(range) }];
    }),
  });
}

/** Queues where known tables and pivot tables are by now; rules are taken to be as they were. */
export function askAgain(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  known: Attached,
): () => Attached {
  const rest = askForRest(context, sheet, {
    rules: [],
    mixed: [],
    tables: known.tables.map(({ name, headerRows }) => ({ name, showHeaders: headerRows > 0 })),
    pivots: known.pivots.map(({ name }) => name),
  });
  return () => ({ ...rest(), rules: known.rules });
}

const cellsOf = ({ top, left, bottom, right }: Area): Area[] =>
  Array.from({ length: bottom - top + 1 }, (_, down) =>
    Array.from({ length: right - left + 1 }, (_, across) => {
      const [row, column] = [top + down, left + across];
      return { top: row, left: column, bottom: row, right: column };
    }),
  ).flat();
