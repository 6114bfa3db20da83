import { cellArea } from '../areas.ts';
import { HostError } from '../errors.ts';
import type { Session } from '../session.ts';
import { namesObject } from './names.ts';
import { type HostObject, none } from './object.ts';
import { worksheetsObject } from './worksheets.ts';

/** `context.workbook`, at which every path begins. */
export function workbookObject(session: Session): HostObject {
  const { workbook } = session;
  const selected = () => {
    if (workbook.active.kind === 'chart') throw new HostError('InvalidSelection');
    return workbook.selection;
  };
  return {
    kind: 'Workbook',
    identity: none,
    get Name() {
      return workbook.fileName;
    },
    get ReadOnly() {
      return workbook.readOnly;
    },
    get IsDirty() {
      return true;
    },
    get Worksheets() {
      return worksheetsObject(session);
    },
    get Names() {
      return namesObject(session, null);
    },
    get Application() {
      return applicationObject();
    },
    GetSelectedRange: () => session.make.range(workbook.active, selected()),
    GetActiveCell: () => {
      const { top, left } = selected();
      return session.make.range(workbook.active, cellArea(top, left));
    },
  };
}

function applicationObject(): HostObject {
  return {
    kind: 'Application',
    identity: none,
    CalculationMode: 'Automatic',
    SuspendScreenUpdatingUntilNextSync: () => {},
    SuspendApiCalculationUntilNextSync: () => {},
    Calculate: () => {},
  };
}
