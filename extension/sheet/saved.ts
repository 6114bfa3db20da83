import { signal } from '@preact/signals';
import type { Sheet } from '../../core/sheet/model/sheet.ts';
import type { WorkbookTexts } from '../../core/sheet/model/sheet-draft.ts';
import type { Book } from './current-workbook.ts';
import { writing } from './draft.ts';

/** What was saved last, and the workbook as it was before: one click brings that back. */
export interface Saved {
  readonly before: Book;
  /** What it said, and what was written here then. */
  readonly texts: WorkbookTexts;
  readonly draft: Sheet;
  /** The name of the file. */
  readonly name: string;
  /** What was written into the file itself; null: it was saved beside. */
  readonly written: Uint8Array<ArrayBuffer> | null;
  readonly undone: boolean;
  /** Epoch milliseconds; tells one saving from the next. */
  readonly at: number;
  /** What was at hand then; once it has changed, it is no longer what was saved. */
  readonly sheet: Sheet | null;
}

export const saved = signal<Saved | null>(null);

/** What was saved last, as long as nothing was written since. */
export const savedNow = (): Saved | null =>
  saved.value?.sheet === writing.value ? saved.value : null;
