import { lastColumn, lastRow, overlap } from '../../../../core/xlsx/formula/reference.ts';
import type { Area } from '../../../../core/xlsx/grid.ts';
import { around, cellArea, common } from '../areas.ts';
import { cellsIn } from '../cells.ts';
import { HostError } from '../errors.ts';
import { resolve } from '../reference.ts';
import type { Place, Session } from '../session.ts';
import { shownText } from '../shown-text.ts';
import type { Sheet } from '../workbook.ts';
import type { HostObject } from './object.ts';

type Answer = (area: Area) => HostObject;

interface Criteria {
  readonly completeMatch?: boolean;
  readonly matchCase?: boolean;
  readonly searchDirection?: string;
}

/** The methods of a range that answer with another range. */
export function placeMethods(session: Session, place: Place, answer: Answer) {
  const { sheet } = place;
  const moved = (area: Area): HostObject => {
    const { top, left, bottom, right } = area;
    const inside = top >= 1 && left >= 1 && bottom <= lastRow && right <= lastColumn;
    if (!inside || top > bottom || left > right) throw new HostError('InvalidArgument');
    return answer(area);
  };
  const other = (given: HostObject | string): Area => {
    const target =
      typeof given === 'string' ? resolve(session.workbook, sheet, given) : (given.Place as Place);
    if (target.sheet !== sheet) throw new HostError('InvalidArgument');
    return target.area;
  };
  const required = (found: HostObject | null): HostObject => {
    if (!found) throw new HostError('ItemNotFound');
    return found;
  };
  const at = () => place.area;
  const methods = {
    GetCell: (row: number, column: number) => moved(cellArea(at().top + row, at().left + column)),
    GetRow: (row: number) => moved({ ...at(), top: at().top + row, bottom: at().top + row }),
    GetColumn: (column: number) =>
      moved({ ...at(), left: at().left + column, right: at().left + column }),
    GetLastRow: () => answer({ ...at(), top: at().bottom }),
    GetLastColumn: () => answer({ ...at(), left: at().right }),
    GetLastCell: () => answer(cellArea(at().bottom, at().right)),
    GetEntireRow: () => answer({ ...at(), left: 1, right: lastColumn }),
    GetEntireColumn: () => answer({ ...at(), top: 1, bottom: lastRow }),
    GetRowsAbove: (count = 1) => moved({ ...at(), top: at().top - count, bottom: at().top - 1 }),
    GetRowsBelow: (count = 1) =>
      moved({ ...at(), top: at().bottom + 1, bottom: at().bottom + count }),
    GetColumnsBefore: (count = 1) =>
      moved({ ...at(), left: at().left - count, right: at().left - 1 }),
    GetColumnsAfter: (count = 1) =>
      moved({ ...at(), left: at().right + 1, right: at().right + count }),
    GetOffsetRange: (rows: number, columns: number) =>
      moved({
        top: at().top + rows,
        bottom: at().bottom + rows,
        left: at().left + columns,
        right: at().right + columns,
      }),
    GetResizedRange: (rows: number, columns: number) =>
      moved({ ...at(), bottom: at().bottom + rows, right: at().right + columns }),
    GetAbsoluteResizedRange: (rows: number, columns: number) =>
      moved({ ...at(), bottom: at().top + rows - 1, right: at().left + columns - 1 }),
    GetBoundingRect: (given: HostObject | string) => answer(around([at(), other(given)]) as Area),
    GetIntersectionOrNullObject: (given: HostObject | string) => {
      const area = common(at(), other(given));
      return area && answer(area);
    },
    GetIntersection: (given: HostObject | string) =>
      required(methods.GetIntersectionOrNullObject(given)),
    GetUsedRangeOrNullObject: (valuesOnly = false) => {
      const used = usedArea(sheet, at(), valuesOnly);
      return used && answer(used);
    },
    GetUsedRange: (valuesOnly = false) => required(methods.GetUsedRangeOrNullObject(valuesOnly)),
    FindOrNullObject: (text: string, criteria: Criteria = {}) => {
      const found = find(place, text, criteria);
      return found && answer(found);
    },
    Find: (text: string, criteria: Criteria = {}) =>
      required(methods.FindOrNullObject(text, criteria)),
  };
  return methods;
}

/** The smallest area around the cells that hold something or, unless only values count, are formatted or merged. */
export function usedArea(sheet: Sheet, within: Area, valuesOnly: boolean): Area | null {
  const cells = [...cellsIn(sheet, within)]
    .filter(([, , cell]) => !valuesOnly || cell.value !== '' || cell.formula !== null)
    .map(([row, column]) => cellArea(row, column));
  const merges = valuesOnly ? [] : sheet.merges.filter((merge) => overlap(merge, within));
  const all = around([...cells, ...merges]);
  return all && common(all, within);
}

/** Row by row; a range of one cell means all that follows it in the sheet. */
function find({ sheet, area }: Place, text: string, criteria: Criteria): Area | null {
  if (text === '') throw new HostError('InvalidArgument');
  const single = area.top === area.bottom && area.left === area.right;
  const fold = (word: string) => (criteria.matchCase ? word : word.toLowerCase());
  const places = [
    ...cellsIn(sheet, single ? { ...area, left: 1, bottom: lastRow, right: lastColumn } : area),
  ]
    .filter(([, , { value, format }]) => {
      const shown = fold(shownText(value, format.numberFormat));
      return criteria.completeMatch ? shown === fold(text) : shown.includes(fold(text));
    })
    .map(([row, column]) => cellArea(row, column))
    .filter(({ top, left }) => !single || top > area.top || left > area.left)
    .sort((one, two) => one.top - two.top || one.left - two.left);
  return (criteria.searchDirection === 'Backwards' ? places.at(-1) : places[0]) ?? null;
}
