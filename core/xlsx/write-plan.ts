/** Text for one cell, written as text whatever it looks like; `null` clears it. The address is the one after all insertions. */
export interface CellWrite {
  readonly address: string;
  readonly text: string | null;
}

/**
 * New rows below row `after`, each looking like it. A merge that reaches over several rows and ends
 * at or below `after` grows with them; a merge inside row `after` alone is repeated in each.
 * Row numbers are those before any insertion.
 */
export interface RowInsertion {
  readonly after: number;
  readonly count: number;
}

/** The height a row needs, in points; the row is the one after all insertions. */
export interface RowHeight {
  readonly row: number;
  readonly points: number;
}

/**
 * All that is to be changed in one worksheet, as data. It is applied whole or not at all, to .xlsx
 * bytes or in Excel, and nothing beside it changes.
 */
export interface WritePlan {
  readonly sheet: string;
  readonly insertions: readonly RowInsertion[];
  readonly writes: readonly CellWrite[];
  readonly heights: readonly RowHeight[];
  /**
   * Cells, by the address after all insertions, that are to wrap their text: each gets a copy of its
   * style that differs in this alone.
   */
  readonly wraps?: readonly string[];
}
