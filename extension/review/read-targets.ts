import { parseSheetFile } from '../../core/formats/sheet-file.ts';
import { failure, type Problem, success } from '../../core/result.ts';
import { readSheet } from '../../core/sheet/fill/read-sheet.ts';
import { openForm } from '../../core/sheet/form/open.ts';
import type { SheetSection } from '../../core/sheet/model/sheet.ts';
import { gridsOf } from '../../core/xlsx/read/read-grids.ts';
import { readWorkbook } from '../../core/xlsx/read/read-workbook.ts';
import { store } from '../page-store.ts';
import { listForms } from '../store/tables/forms.ts';

export type SectionTargets =
  | { readonly ok: true; readonly value: readonly SheetSection[] }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/**
 * The sections of a chief's sheet, a `furikaeri.sheet/1` or a workbook whose form is kept here or
 * recognised. Problems: those of `parseSheetFile`, `readWorkbook`, `openForm` and `readSheet`; of a
 * form that can't be told apart none may be named.
 */
export async function readTargets(file: File): Promise<SectionTargets> {
  const sheet = file.name.toLowerCase().endsWith('.json')
    ? parseSheetFile(await file.text())
    : await readSections(new Uint8Array(await file.arrayBuffer()));
  return sheet.ok ? success(sheet.value.sections) : sheet;
}

async function readSections(bytes: Uint8Array) {
  const workbook = readWorkbook(bytes);
  if (!workbook.ok) return workbook;
  const opened = openForm(gridsOf(workbook.value), await listForms(store));
  if ('places' in opened) return readSheet(opened.places);
  const problems = opened.kind === 'unsure' ? opened.problems : [];
  return problems.length > 0 ? { ok: false as const, problems } : failure('wrong-value');
}
