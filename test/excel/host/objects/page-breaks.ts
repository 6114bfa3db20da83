import { resolve } from '../reference.ts';
import type { Session } from '../session.ts';
import type { Sheet } from '../workbook.ts';
import { type HostObject, none } from './object.ts';

/** `worksheet.horizontalPageBreaks` */
export function pageBreaksObject(session: Session, sheet: Sheet): HostObject {
  return {
    kind: 'PageBreakCollection',
    identity: none,
    get _Items() {
      return sheet.pageLayout.rowBreaks.map((row) => ({
        kind: 'PageBreak',
        identity: none,
        RowIndex: row - 1,
        ColumnIndex: 0,
      }));
    },
    Add: (given: string | HostObject) => {
      const row =
        typeof given === 'string'
          ? resolve(session.workbook, sheet, given).area.top
          : (given.RowIndex as number) + 1;
      sheet.pageLayout.rowBreaks.push(row);
      return { kind: 'PageBreak', identity: none, RowIndex: row - 1, ColumnIndex: 0 };
    },
    RemovePageBreaks: () => {
      sheet.pageLayout.rowBreaks = [];
    },
  };
}
