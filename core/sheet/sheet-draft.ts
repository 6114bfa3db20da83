import type { Sheet } from './sheet.ts';

/** What is being written for one section and 年度, kept between sittings: a sheet with that section alone. */
export interface SheetDraft extends Sheet {
  /** What the workbook said when it was last opened or saved; another workbook shows against it. */
  readonly before: WorkbookTexts;
  /** The store's number of the last save; the higher is the later. */
  readonly seq: number;
  /** Japan time, `2026-12-01T10:00:00+09:00`. */
  readonly at: string;
}

export type WorkbookTexts = Pick<Sheet, 'policies' | 'sections'>;
