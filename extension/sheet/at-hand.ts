import { computed, signal } from '@preact/signals';
import { type Result, success } from '../../core/result.ts';
import { locateTemplate } from '../../core/sheet/locate.ts';
import { readSheet } from '../../core/sheet/read-sheet.ts';
import type { Sheet } from '../../core/sheet/sheet.ts';
import type { Pointed } from '../../core/sheet/template-map.ts';
import { gridsOf } from '../../core/xlsx/read-grids.ts';
import type { Workbook } from '../../core/xlsx/workbook.ts';
import { readWorkbook } from '../../ui/sheet/read-workbook.ts';
import type { FileHandle } from '../platform/workbook-file.ts';

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
/** What the chief has pointed at in it. */
export const pointed = signal<Pointed>({});

/** Where the workbook has its places, or what is to be pointed at. */
export const located = computed(() => {
  const { value } = book;
  return value && locateTemplate(gridsOf(value.workbook), pointed.value);
});

/** What it says now. */
export const told = computed<Result<Sheet> | null>(() => {
  const { value } = located;
  return value?.ok ? readSheet(value.value) : null;
});

/** Whether it has a place for more than one. */
export const hasSections = computed<boolean>(() => {
  const { value } = located;
  return value?.ok === true && value.value.sheets.flatMap(({ sections }) => sections).length > 1;
});

/** Problems: those of `readWorkbook`. */
export function readBook(name: string, bytes: Bytes, handle: FileHandle | null): Result<Book> {
  const workbook = readWorkbook(bytes);
  return workbook.ok ? success({ name, bytes, workbook: workbook.value, handle }) : workbook;
}
