import { same } from '../reference.ts';
import type { Session } from '../session.ts';
import type { Block, Sheet } from '../workbook.ts';
import { type HostObject, none } from './object.ts';

/** `worksheet.tables`: what they are called, where they are, and whether they have a header. */
export const tablesObject = (session: Session, sheet: Sheet): HostObject =>
  collection('TableCollection', sheet.tables, (table) => ({
    kind: 'Table',
    identity: () => ({ Id: table.name }),
    get Name() {
      return table.name;
    },
    get ShowHeaders() {
      return table.showHeaders;
    },
    GetRange: () => session.make.range(sheet, table.area),
  }));

/** `worksheet.pivotTables`: where they stand. */
export const pivotTablesObject = (session: Session, sheet: Sheet): HostObject =>
  collection('PivotTableCollection', sheet.pivots, (pivot) => ({
    kind: 'PivotTable',
    identity: () => ({ Id: pivot.name }),
    get Name() {
      return pivot.name;
    },
    Layout: {
      kind: 'PivotLayout',
      identity: none,
      GetRange: () => session.make.range(sheet, pivot.area),
    } satisfies HostObject,
  }));

function collection(
  kind: string,
  blocks: readonly Block[],
  object: (block: Block) => HostObject,
): HostObject {
  const named = (name: string) => {
    const found = blocks.find((block) => same(block.name, name));
    return found ? object(found) : null;
  };
  return {
    kind,
    identity: none,
    get _Items() {
      return blocks.map(object);
    },
    GetItemOrNullObject: named,
  };
}
