import { signal } from '@preact/signals';
import type { Sheet } from '../../core/sheet/sheet.ts';
import type { LastYearSheet } from '../../ui/sheet/last-year.tsx';
import { readDraft } from '../store/sheet-drafts.ts';
import { targetsOf } from './draft-texts.ts';

/** Last year's sheet that lies beside. */
export const lastYear = signal<LastYearSheet | null>(null);

/** Lays beside what this user wrote for the section the year before, unless a file lies there. */
export async function recallLastYear({ fiscalYear, sections }: Sheet): Promise<void> {
  if (fiscalYear === null || lastYear.peek()?.name) return;
  const draft = await readDraft({ fiscalYear: fiscalYear - 1, sections });
  if (lastYear.peek()?.name) return;
  const isTold = draft && targetsOf(draft).some(({ target, result }) => target || result);
  lastYear.value = isTold ? { name: null, sheet: draft } : null;
}
