import type { Area } from '../../../core/xlsx/grid.ts';
import type { HostObject } from './objects/object.ts';
import type { Sheet, Workbook } from './workbook.ts';

/** A place that the client holds on to; it moves along when rows are inserted above it. */
export interface Place {
  readonly sheet: Sheet;
  area: Area;
  /** Its cells were deleted. */
  gone: boolean;
  /** By what the client holds on to it. */
  reference: string | null;
}

/** Something that Excel tells its listeners of. */
export interface Change {
  readonly sheet: Sheet;
  readonly kind: 'RangeEdited' | 'RowInserted' | 'RowDeleted' | 'ColumnInserted' | 'ColumnDeleted';
  readonly area: Area;
}

/** What objects share while a batch is carried out. */
export interface Session {
  readonly workbook: Workbook;
  /** What `_KeepReference` gave out, by id. */
  readonly references: Map<string, Place>;
  /** All places that are in use, kept or of this batch. */
  readonly places: Set<Place>;
  readonly changes: Change[];
  /** What is listened to, and how often: `10 {sheet id}`. */
  readonly listened: Map<string, number>;
  readonly selected: (sheet: Sheet, area: Area) => void;
  readonly activated: (sheet: Sheet) => void;
  /** A range knows its sheet, a sheet its ranges: they make each other here, not by import. */
  readonly make: {
    readonly range: (sheet: Sheet, area: Area) => HostObject;
    readonly areas: (sheet: Sheet, areas: readonly Area[]) => HostObject;
    readonly worksheet: (sheet: Sheet) => HostObject;
  };
}
