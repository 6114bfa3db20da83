import type { Sheet } from './sheet.ts';

/** What is being written for one section and 年度, kept between sittings: a sheet with that section alone. */
export interface SheetDraft extends Sheet {
  /** What the workbook said when it was last opened or saved; another workbook shows against it. */
  readonly before: WorkbookTexts;
  /** The workbook it is written for; absent in drafts of older versions and in files of others. */
  readonly file?: DraftFile;
  /** The store's number of the last save; the higher is the later. */
  readonly seq: number;
  /** Japan time, `2026-12-01T10:00:00+09:00`. */
  readonly at: string;
}

export type WorkbookTexts = Pick<Sheet, 'policies' | 'sections'>;

/** A workbook, as a draft names it. */
export interface DraftFile {
  readonly name: string;
  /** The labels that its form is known by, a line each. */
  readonly form: string;
}
