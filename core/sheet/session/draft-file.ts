import type { Form } from '../form/form.ts';
import type { DraftFile } from '../model/sheet-draft.ts';

/** A workbook, as a draft names it. */
export const draftFile = (name: string, { fingerprint }: Form): DraftFile => ({
  name,
  form: fingerprint.labels.map(({ text }) => text).join('\n'),
});

/**
 * Whether a workbook is another paper than the one a draft was written for: by name and by form. One
 * that was only renamed, or whose form is read otherwise by now, is the same paper.
 */
export const isOtherPaper = (
  one: DraftFile | null | undefined,
  other: DraftFile | null | undefined,
): boolean => Boolean(one && other && one.name !== other.name && one.form !== other.form);

/** Whether two drafts, or a draft and a workbook, name the same workbook. */
export const isSameFile = (
  one: DraftFile | null | undefined,
  other: DraftFile | null | undefined,
): boolean => Boolean(one && other && one.name === other.name && one.form === other.form);
