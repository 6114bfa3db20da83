import { HostError } from '../errors.ts';
import { sheetEvents, wholeWorkbook } from '../events.ts';
import { sheetNamed } from '../reference.ts';
import type { Session } from '../session.ts';
import { newSheet, type Sheet } from '../workbook.ts';
import { type HostObject, none } from './object.ts';
import { checkSheetName, listen, worksheetObject } from './worksheet.ts';

/** `workbook.worksheets`: chart sheets are not among them. */
export function worksheetsObject(session: Session): HostObject {
  const { workbook } = session;
  const worksheets = () => workbook.sheets.filter(({ kind }) => kind === 'worksheet');
  const answer = (sheet: Sheet | null | undefined): HostObject | null =>
    sheet?.kind === 'worksheet' ? worksheetObject(session, sheet) : null;
  const required = (sheet: Sheet | null | undefined): HostObject => {
    const found = answer(sheet);
    if (!found) throw new HostError('ItemNotFound');
    return found;
  };
  const visible = (visibleOnly: boolean) =>
    worksheets().filter(({ visibility }) => !visibleOnly || visibility === 'Visible');
  const object: HostObject = {
    kind: 'WorksheetCollection',
    identity: none,
    get _Items() {
      return worksheets().map((sheet) => worksheetObject(session, sheet));
    },
    Indexer: (key: string) => required(sheetNamed(workbook, key)),
    GetItemOrNullObject: (key: string) => answer(sheetNamed(workbook, key)),
    GetActiveWorksheet: () => {
      if (workbook.active.kind === 'chart') throw new HostError('UnsupportedSheet');
      return required(workbook.active);
    },
    GetFirst: (visibleOnly = false) => required(visible(visibleOnly)[0]),
    GetLast: (visibleOnly = false) => required(visible(visibleOnly).at(-1)),
    GetCount: (visibleOnly = false) => visible(visibleOnly).length,
    Add: (name?: string | null) => {
      const number = Math.max(...workbook.sheets.map(({ id }) => Number(id.slice(20, 24)))) + 1;
      if (name !== undefined && name !== null) checkSheetName(session, name);
      const sheet = newSheet(name ?? `Sheet${number + 1}`, 'worksheet', number);
      workbook.sheets.push(sheet);
      return required(sheet);
    },
  };
  for (const [name, number] of Object.entries(sheetEvents)) {
    object[`_Register${name}Event`] = () => listen(session, `${number} ${wholeWorkbook}`, 1);
    object[`_Unregister${name}Event`] = () => listen(session, `${number} ${wholeWorkbook}`, -1);
  }
  return object;
}
