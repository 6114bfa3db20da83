import { makeSheetFile, parseSheetFile } from '../../core/formats/sheet-file.ts';
import { joinMeasures } from '../../core/sheet/fill/join-measures.ts';
import type { Places } from '../../core/sheet/form/places.ts';
import type { Sheet } from '../../core/sheet/model/sheet.ts';
import { isOtherPaper, isSameFile } from '../../core/sheet/session/draft-file.ts';
import { countFilled, saySame } from '../../core/sheet/session/draft-texts.ts';
import { fileOf } from './current-worksheet.ts';
import { type KeptDraft, keptOf } from './draft.ts';

/** Fetched where something was kept. */

export interface RecalledDraft extends KeptDraft {
  /** Whether it is of another workbook, so that it is asked about before it goes on. */
  readonly asks: boolean;
  /** Whether it says something that the workbook does not. */
  readonly isNews: boolean;
}

/**
 * What was kept of a section for a workbook, else the latest of any other, beside what the workbook
 * says (`fresh`); null where there is none, or it can't be read.
 */
export function recallDraft(found: Places, fresh: Sheet): RecalledDraft | null {
  const all = keptOf(fresh).flatMap((one) => readKept(one) ?? []);
  const kept = all.find(({ file }) => isSameFile(file, fileOf(found))) ?? all[0];
  if (!kept) return null;
  const { file } = kept;
  const mine = joinMeasures(kept.mine, found);
  if (countFilled(mine) === 0 && isOtherPaper(file, fileOf(found))) return null;
  const isEmpty = countFilled(mine) === 0;
  const isSame = saySame(fresh, mine);
  // Of another workbook it is where the form tells its 年度, and both say the same.
  const goesOn =
    isEmpty || isSameFile(file, fileOf(found)) || (found.fiscalYear !== null && isSame);
  return { ...kept, mine, asks: !goesOn, isNews: !isEmpty && !isSame };
}

function readKept(kept: unknown): KeptDraft | null {
  if (typeof kept !== 'object' || kept === null) return null;
  const { base, mine, file, at } = kept as Partial<Record<keyof KeptDraft, unknown>>;
  const [own, was] = [readSheet(mine), readSheet(base)];
  const { name, form } = (file ?? {}) as Record<string, unknown>;
  if (!own || !was || typeof at !== 'string') return null;
  if (typeof name !== 'string' || typeof form !== 'string') return null;
  return { base: was, mine: own, file: { name, form }, at };
}

function readSheet(value: unknown): Sheet | null {
  const parsed = parseSheetFile(makeSheetFile(value as Sheet));
  return parsed.ok ? parsed.value : null;
}
