import { lastColumn, lastRow } from '../../../../core/xlsx/formula/reference.ts';
import type { Area } from '../../../../core/xlsx/grid.ts';
import { resolve } from '../reference.ts';
import type { Place, Session } from '../session.ts';
import type { Sheet } from '../workbook.ts';
import { type HostObject, none } from './object.ts';

/** `worksheet.freezePanes` */
export function freezePanesObject(session: Session, sheet: Sheet): HostObject {
  const { make } = session;
  const area = (rows: number, columns: number): Area => ({
    top: 1,
    left: 1,
    bottom: rows || lastRow,
    right: columns || lastColumn,
  });
  return {
    kind: 'WorksheetFreezePanes',
    identity: none,
    FreezeRows: (count = 1) => {
      sheet.frozen = { rows: count, columns: 0 };
    },
    FreezeColumns: (count = 1) => {
      sheet.frozen = { rows: 0, columns: count };
    },
    FreezeAt: (given: HostObject | string) => {
      const { bottom, right } =
        typeof given === 'string'
          ? resolve(session.workbook, sheet, given).area
          : (given.Place as Place).area;
      sheet.frozen = {
        rows: bottom === lastRow ? 0 : bottom,
        columns: right === lastColumn ? 0 : right,
      };
    },
    Unfreeze: () => {
      sheet.frozen = null;
    },
    GetLocationOrNullObject: () =>
      sheet.frozen && make.range(sheet, area(sheet.frozen.rows, sheet.frozen.columns)),
  };
}
