import { parseJson } from '../../core/formats/json-text.ts';
import { parseSheetFile } from '../../core/formats/sheet-file.ts';
import { type Result, success } from '../../core/result.ts';
import type { Form } from '../../core/sheet/form/form.ts';
import type { Sheet } from '../../core/sheet/model/sheet.ts';
import { imported } from './imported.ts';
import { takeFormFile } from './kept-forms.ts';

export type OpenedJson =
  | { readonly kind: 'form'; readonly form: Form }
  | { readonly kind: 'sheet'; readonly sheet: Sheet };

/**
 * Opens a file of ours: a form is kept on this PC, a sheet waits for its workbook.
 * Problems: those of `parseFormFile` and `parseSheetFile`.
 */
export async function openJson(text: string): Promise<Result<OpenedJson>> {
  const json = parseJson(text);
  const format = json.ok ? (json.value as { format?: unknown } | null)?.format : null;
  if (String(format).startsWith('furikaeri.form/')) {
    const form = await takeFormFile(text);
    return form.ok ? success({ kind: 'form', form: form.value }) : form;
  }
  const sheet = parseSheetFile(text);
  if (!sheet.ok) return sheet;
  const { fiscalYear, ward, policies, sections } = sheet.value;
  imported.value = { fiscalYear, ward, policies, sections };
  return success({ kind: 'sheet', sheet: imported.value });
}
