import { signal } from '@preact/signals';
import type { Sheet } from '../../core/sheet/model/sheet.ts';
import { countFilled } from '../../core/sheet/session/draft-texts.ts';
import type { LastYearSheet } from '../../ui/sheet/last-year.tsx';
import { store } from '../page-store.ts';
import { readDraft } from '../store/tables/sheet-drafts.ts';

/** Last year's sheet that lies beside. */
export const lastYear = signal<LastYearSheet | null>(null);

/** Lays beside what this user wrote for the section the year before, unless a file lies there. */
export async function recallLastYear({ fiscalYear, sections }: Sheet): Promise<void> {
  if (fiscalYear === null || lastYear.peek()?.name) return;
  const draft = await readDraft(store, { fiscalYear: fiscalYear - 1, sections });
  if (lastYear.peek()?.name) return;
  lastYear.value = draft && countFilled(draft) > 0 ? { name: null, sheet: draft } : null;
}
