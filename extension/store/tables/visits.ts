import {
  mergeVisits,
  type VisitClash,
  type VisitSheet,
} from '../../../core/training/visit-sheet.ts';
import { type KeptText, keepText } from '../../../ui/kept-text.ts';
import type { VisitRow } from '../db/schema.ts';
import { secondPlace, takeUpLeft } from '../session/second-place.ts';
import type { Store } from '../store.ts';
import { rowsOf } from './rows.ts';
import { deleteRow, writeRow } from './write-row.ts';

/** Observers' sheets, on this PC. Where the store can't be used there are none: a visit is held without it. */

/** A sheet as it is on the page, and as it was on the disk when the page last saw it. */
interface Written {
  readonly base: VisitSheet;
  readonly sheet: VisitSheet;
}

/** The one last written on first; what pages that are gone have left is among them. */
export async function listVisits(store: Store): Promise<VisitRow[]> {
  await takeUpLeft(store, {
    visit: async (_, value, [id = '']) => {
      const { base, sheet } = (value ?? {}) as Partial<Written>;
      if (base && sheet) await putVisit(store, id, base, sheet);
      return true;
    },
  });
  const rows = await rowsOf<VisitRow>(store, 'visits');
  // Times are kept to the second.
  return rows.sort((a, b) => b.changedAt - a.changedAt || (b.seq ?? 0) - (a.seq ?? 0));
}

/** What became of a sheet that was written. */
export interface VisitSaved {
  readonly sheet: VisitSheet;
  readonly clashes: readonly VisitClash[];
}

/** Resolves once the sheet is on the disk, together with what another page has written on it since `base`. */
export async function putVisit(
  store: Store,
  id: string,
  base: VisitSheet,
  mine: VisitSheet,
): Promise<VisitSaved> {
  const merge = (theirs: VisitSheet) => {
    const { sheet, clashes } = mergeVisits(base, mine, theirs);
    return { content: sheet, clashes };
  };
  const saved = await writeRow(store, { table: 'visits', id, content: mine, merge });
  return { sheet: saved.content, clashes: saved.clashes };
}

/** For one sheet: `type` takes it as it is now; `onSaved` hears what is on the disk, `onFailed` why it is not. */
export function keepVisit(
  store: Store,
  id: string,
  start: VisitSheet,
  onSaved: (saved: VisitSaved, written: VisitSheet) => void,
  onFailed: (error: unknown) => void,
): { type(sheet: VisitSheet): void; flush(): Promise<void>; drop(): void } {
  let base = start;
  const kept: KeptText<Written> = keepText({
    second: secondPlace<Written>(store, ['visit', id]),
    async save(written) {
      try {
        const saved = await putVisit(store, id, base, written.sheet);
        base = saved.sheet;
        onSaved(saved, written.sheet);
        return true;
      } catch (error) {
        onFailed(error);
        return false;
      }
    },
  });
  return { ...kept, type: (sheet) => kept.type({ base, sheet }) };
}

export const deleteVisit = (store: Store, id: string): Promise<void> =>
  deleteRow(store, 'visits', id);
