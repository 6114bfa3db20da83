import { HostError } from '../errors.ts';
import { sheetEvents } from '../events.ts';
import { resolve, same, sheetNamed } from '../reference.ts';
import type { Session } from '../session.ts';
import { type Sheet, wholeSheet } from '../workbook.ts';
import { freezePanesObject } from './freeze-panes.ts';
import { namesObject } from './names.ts';
import type { HostObject } from './object.ts';
import { pageBreaksObject } from './page-breaks.ts';
import { pageLayoutObject } from './page-layout.ts';
import { protectionObject } from './protection.ts';
import { usedArea } from './range-places.ts';
import { pivotTablesObject, tablesObject } from './tables.ts';

/** Pixels around the digits that the standard width counts. */
const padding = 5;

const forbiddenInNames = /[:\\/?*[\]]|^'|'$/;

export function worksheetObject(session: Session, sheet: Sheet): HostObject {
  const { workbook } = session;
  const { digitWidth } = workbook.usual;
  const range = (text?: string): HostObject => {
    if (text === undefined || text === null || text === '') {
      return session.make.range(sheet, wholeSheet);
    }
    const found = resolve(workbook, sheet, text);
    return session.make.range(found.sheet, found.area);
  };
  const visibleOthers = () =>
    workbook.sheets.filter((other) => other !== sheet && other.visibility === 'Visible');
  const object: HostObject = {
    kind: 'Worksheet',
    identity: () => ({ Id: sheet.id }),
    /** Not the client's: how objects of the host know which sheet this is. */
    Sheet: sheet,
    get Id() {
      return sheet.id;
    },
    get Name() {
      return sheet.name;
    },
    set Name(name: string) {
      renameSheet(session, sheet, name);
    },
    get Position() {
      return workbook.sheets.indexOf(sheet);
    },
    get Visibility() {
      return sheet.visibility;
    },
    set Visibility(visibility: Sheet['visibility']) {
      if (visibility !== 'Visible' && visibleOthers().length === 0) {
        throw new HostError('InvalidOperation');
      }
      sheet.visibility = visibility;
      if (visibility !== 'Visible' && workbook.active === sheet) {
        session.activated(visibleOthers()[0] as Sheet);
      }
    },
    get StandardHeight() {
      return sheet.standardHeight;
    },
    get StandardWidth() {
      return Math.round(((sheet.standardWidth * 4) / 3 - padding) * (100 / digitWidth)) / 100;
    },
    set StandardWidth(characters: number) {
      sheet.standardWidth = ((characters * digitWidth + padding) * 3) / 4;
    },
    get ShowGridlines() {
      return sheet.showGridlines;
    },
    /** The name under which the client sets it. */
    set Gridlines(shown: boolean) {
      sheet.showGridlines = shown;
    },
    get Names() {
      return namesObject(session, sheet);
    },
    get Tables() {
      return tablesObject(session, sheet);
    },
    get PivotTables() {
      return pivotTablesObject(session, sheet);
    },
    FreezePanes: freezePanesObject(session, sheet),
    Protection: protectionObject(sheet),
    get PageLayout() {
      return pageLayoutObject(session, sheet);
    },
    get HorizontalPageBreaks() {
      return pageBreaksObject(session, sheet);
    },
    GetRange: range,
    GetRanges: (text: string) =>
      session.make.areas(
        sheet,
        text.split(',').map((part) => resolve(workbook, sheet, part.trim()).area),
      ),
    GetRangeByIndexes: (row: number, column: number, rows: number, columns: number) => {
      if (row < 0 || column < 0 || rows < 1 || columns < 1) throw new HostError('InvalidArgument');
      const [top, left] = [row + 1, column + 1];
      const area = { top, left, bottom: row + rows, right: column + columns };
      return session.make.range(sheet, area);
    },
    GetCell: (row: number, column: number) =>
      (object.GetRangeByIndexes as (...args: number[]) => HostObject)(row, column, 1, 1),
    GetUsedRange: (valuesOnly = false) => {
      const used = usedArea(sheet, wholeSheet, valuesOnly);
      return used ? session.make.range(sheet, used) : range('A1');
    },
    GetUsedRangeOrNullObject: (valuesOnly = false) => {
      const used = usedArea(sheet, wholeSheet, valuesOnly);
      return used && session.make.range(sheet, used);
    },
    Activate: () => {
      if (sheet.visibility !== 'Visible') throw new HostError('InvalidOperation');
      session.activated(sheet);
    },
    Delete: () => {
      if (visibleOthers().length === 0 || sheet.visibility === 'VeryHidden') {
        throw new HostError('InvalidOperation');
      }
      if (workbook.active === sheet) session.activated(visibleOthers()[0] as Sheet);
      workbook.sheets.splice(workbook.sheets.indexOf(sheet), 1);
      for (const name of workbook.names) {
        if (name.formula.includes(`${sheet.name}!`)) name.formula = '=#REF!';
      }
    },
  };
  for (const [name, number] of Object.entries(sheetEvents)) {
    object[`_Register${name}Event`] = () => listen(session, `${number} ${sheet.id}`, 1);
    object[`_Unregister${name}Event`] = () => listen(session, `${number} ${sheet.id}`, -1);
  }
  return object;
}

export function listen({ listened }: Session, what: string, by: 1 | -1): void {
  listened.set(what, (listened.get(what) ?? 0) + by);
}

/** Throws `InvalidArgument` for a name that no sheet may have, `ItemAlreadyExists` for one that another has. */
export function checkSheetName(session: Session, name: unknown, own?: Sheet): void {
  const wrong =
    typeof name !== 'string' || name === '' || name.length > 31 || forbiddenInNames.test(name);
  if (wrong) throw new HostError('InvalidArgument');
  const other = sheetNamed(session.workbook, name);
  if (other && other !== own) throw new HostError('ItemAlreadyExists');
}

function renameSheet(session: Session, sheet: Sheet, name: string): void {
  checkSheetName(session, name, sheet);
  for (const each of session.workbook.names) {
    const [start = '', place] = each.formula.slice(1).split('!');
    if (place !== undefined && same(start.replace(/^'|'$/g, ''), sheet.name)) {
      each.formula = `='${name.replaceAll("'", "''")}'!${place}`;
    }
  }
  sheet.name = name;
}
