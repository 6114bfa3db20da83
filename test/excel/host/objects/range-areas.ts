import { overlap } from '../../../../core/xlsx/formula/reference.ts';
import type { Area } from '../../../../core/xlsx/grid.ts';
import { cellArea } from '../areas.ts';
import { HostError } from '../errors.ts';
import { fullAddress } from '../reference.ts';
import type { Place, Session } from '../session.ts';
import type { Sheet } from '../workbook.ts';
import { type HostObject, none } from './object.ts';
import { formatObject } from './range-format.ts';

/** Excel does not answer for more merged areas than these at once. */
export const mostMergedAreas = 512;

/** `RangeAreas`: several blocks of one sheet. */
export function areasObject(session: Session, sheet: Sheet, areas: readonly Area[]): HostObject {
  const ranges = areas.map((area) => session.make.range(sheet, area));
  return {
    kind: 'RangeAreas',
    identity: none,
    get Address() {
      return areas.map((area) => fullAddress(sheet, area)).join(', ');
    },
    get AreaCount() {
      return areas.length;
    },
    get CellCount() {
      return ranges.reduce((sum, range) => sum + (range.CellCount as number), 0);
    },
    Areas: {
      kind: 'RangeCollection',
      identity: none,
      _Items: ranges,
      Indexer: (index: number) => itemAt(ranges, index),
      GetItemAt: (index: number) => itemAt(ranges, index),
      GetCount: () => ranges.length,
    } satisfies HostObject,
    Format: formatObject(() => ({ sheet, areas })),
    get Worksheet() {
      return session.make.worksheet(sheet);
    },
    Clear: (what?: string) => {
      for (const range of ranges) (range.Clear as (what?: string) => void)(what);
    },
  };
}

function itemAt(ranges: readonly HostObject[], index: number): HostObject {
  const range = ranges[index];
  if (!range) throw new HostError('ItemNotFound');
  return range;
}

/** The merges whose first cell lies in a range, whole; `null` where there are none. */
export function mergedAreas(session: Session, { sheet, area }: Place): HostObject | null {
  const merges = sheet.merges.filter(({ top, left }) => overlap(cellArea(top, left), area));
  if (merges.length > mostMergedAreas) throw new HostError('GeneralException');
  return merges.length > 0 ? areasObject(session, sheet, merges) : null;
}
