import { signal } from '@preact/signals';
import type { HostError } from '../excel/host-error.ts';
import type { FromExcel } from '../excel/in-excel.ts';
import type { Reading } from '../excel/reading.ts';
import type { Snapshot } from '../excel/snapshot.ts';
import { takeAway } from '../excel/take-away.ts';
import { type Undone, undoWrite } from '../excel/undo.ts';
import { readAgain } from './at-hand.ts';

/** Something the pane did to the workbook. */
export type Act =
  | { readonly kind: 'wrote'; readonly snapshot: Snapshot }
  | { readonly kind: 'laid-out'; readonly reading: Reading };

/** What can be taken back, the last one first. */
export const acts = signal<readonly Act[]>([]);

/** What came of taking the last one back. */
export type UndoTold =
  | { readonly kind: 'undone' | 'sheet-changed' }
  | { readonly kind: 'changed' | 'not-as-before'; readonly cells: readonly string[] }
  | { readonly kind: 'refused'; readonly error: HostError };

export const undoTold = signal<UndoTold | null>(null);

export function remember(act: Act): void {
  acts.value = [act, ...acts.value];
  undoTold.value = null;
}

/** Takes the last act back; with `force` what was changed in the same cells since goes too. */
export async function undo(force = false): Promise<void> {
  const [last, ...earlier] = acts.value;
  if (!last) return;
  const told =
    last.kind === 'wrote' ? tell(await undoWrite(last.snapshot, force)) : await away(last);
  undoTold.value = told;
  if (told.kind === 'undone') acts.value = earlier;
  await readAgain();
}

const tell = (outcome: FromExcel<Undone>): UndoTold =>
  outcome.ok ? outcome.value : { kind: 'refused', error: outcome.error };

async function away({ reading }: Act & { kind: 'laid-out' }): Promise<UndoTold> {
  const outcome = await takeAway(reading);
  if (!outcome.ok) return { kind: 'refused', error: outcome.error };
  return { kind: outcome.value ? 'undone' : 'sheet-changed' };
}
