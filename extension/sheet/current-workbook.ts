import { computed, signal } from '@preact/signals';
import { type Problem, type Result, success } from '../../core/result.ts';
import { appendableFields } from '../../core/sheet/fill/append.ts';
import type { ListWords } from '../../core/sheet/fill/cell-rules.ts';
import { readSheet } from '../../core/sheet/fill/read-sheet.ts';
import type { Form } from '../../core/sheet/form/form.ts';
import { type Opened, openForm } from '../../core/sheet/form/open.ts';
import { placeForm } from '../../core/sheet/form/place.ts';
import type { Places } from '../../core/sheet/form/places.ts';
import type { Sheet } from '../../core/sheet/model/sheet.ts';
import type { DraftFile } from '../../core/sheet/model/sheet-draft.ts';
import { draftFile } from '../../core/sheet/session/draft-file.ts';
import { gridsOf } from '../../core/xlsx/read/read-grids.ts';
import { readWorkbook } from '../../core/xlsx/read/read-workbook.ts';
import type { Workbook } from '../../core/xlsx/read/workbook.ts';
import type { FileHandle } from '../platform/workbook-file.ts';
import { keptForms } from './kept-forms.ts';

/** The workbook that the page works on. It is held in memory alone, and never changed here. */

type Bytes = Uint8Array<ArrayBuffer>;

export interface Book {
  readonly name: string;
  /** As they are in the file. */
  readonly bytes: Bytes;
  readonly workbook: Workbook;
  /** Where the file can be written back. */
  readonly handle: FileHandle | null;
}

export const book = signal<Book | null>(null);

/** What the chief has said of it, where it does not tell by itself. */
export interface Chosen {
  /** The form that it is read by: a reading that was pressed, or one that was taught. */
  readonly form: Form | null;
  readonly worksheet: string | null;
  /** The name of the section. */
  readonly section: string | null;
}

export const nothingChosen: Chosen = { form: null, worksheet: null, section: null };
export const chosen = signal<Chosen>(nothingChosen);
export const hasChosen = computed<boolean>(() =>
  Object.values(chosen.value).some((said) => said !== null),
);

export const grids = computed(() => (book.value ? gridsOf(book.value.workbook) : []));

/** What the workbook is seen to be: by a kept form, or recognised; what is not sure is asked. */
export const opened = computed<Opened | null>(() => {
  if (!book.value) return null;
  const { form, worksheet, section } = chosen.value;
  const options = { worksheet: worksheet ?? undefined, section: section ?? undefined };
  if (!form) return openForm(grids.value, keptForms.value, options);
  const placed = placeForm(form, grids.value, options);
  return placed.ok
    ? { kind: 'sure', places: placed.value }
    : { kind: 'unsure', problems: placed.problems, readings: [] };
});

/** Whether what the form has no place for is put behind the result. */
export const appends = signal(true);
/** The words of the form's lists that were chosen for texts which these don't have. */
export const listWords = signal<ListWords>(new Map());

/** Where the workbook has its places; null as long as something has to be asked. */
export const places = computed<Places | null>(() => {
  const { value } = opened;
  if (!value || !('places' in value)) return null;
  const { form } = value.places;
  const append = appends.value ? [...new Set([...form.append, ...appendableFields])] : form.append;
  return { ...value.places, form: { ...form, append } };
});

/** What keeps its places from being told. */
export const problems = computed<readonly Problem[]>(() =>
  opened.value?.kind === 'unsure' ? opened.value.problems : [],
);

/** What it says now. */
export const parsedSheet = computed<Result<Sheet> | null>(() =>
  places.value ? readSheet(places.value) : null,
);

/** Whether it has a place for more than one. */
export const hasSections = computed<boolean>(() => (places.value?.sections.length ?? 0) > 1);

/** The file, as a draft names it. */
export const thisFile = (): DraftFile | null =>
  book.value && places.value && draftFile(book.value.name, places.value.form);

/** Problems: those of `readWorkbook`. */
export function readBook(name: string, bytes: Bytes, handle: FileHandle | null): Result<Book> {
  const workbook = readWorkbook(bytes);
  return workbook.ok ? success({ name, bytes, workbook: workbook.value, handle }) : workbook;
}
