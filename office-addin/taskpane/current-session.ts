import { signal } from '@preact/signals';
import type { Form } from '../../core/sheet/form/form.ts';
import type { Places } from '../../core/sheet/form/places.ts';
import type { Sheet } from '../../core/sheet/model/sheet.ts';
import type { DraftFile, WorkbookTexts } from '../../core/sheet/model/sheet-draft.ts';
import type { Conflict } from '../../core/sheet/session/merge.ts';

/** What is being written for one section, and what changes it: the chief here, and others in the worksheets. */
export interface Session {
  /** The worksheets that its form lies in. */
  readonly worksheets: readonly { readonly id: string; readonly name: string }[];
  readonly form: Form;
  /** The workbook, as its draft names it. */
  readonly file: DraftFile;
  /** As the chief has told it, where the form does not. */
  readonly section: string | undefined;
  /** Where it is in the worksheets as they were read last. */
  readonly places: Places;
  /** With that section alone. */
  readonly draft: Sheet;
  readonly taken: WorkbookTexts;
  readonly conflicts: readonly Conflict[];
}

export const session = signal<Session | null>(null);
