import type { Sheet } from '../../../core/sheet/model/sheet.ts';
import type { SheetDraft } from '../../../core/sheet/model/sheet-draft.ts';
import { rowHash } from '../integrity/row-hash.ts';

/** What tells a user's drafts apart. */
export type Which = Pick<Sheet, 'fiscalYear' | 'sections'> & Pick<SheetDraft, 'file'>;

/** The id of the row of a user's draft: there is one of each section, 年度 and workbook. */
export function draftId(owner: string, { fiscalYear, sections: [first], file }: Which): string {
  const id = [owner, fiscalYear, first?.division ?? null, first?.section ?? ''];
  return JSON.stringify(file ? [...id, rowHash([file.name, file.form])] : id);
}
