import { signal } from '@preact/signals';
import type { HostError } from '../excel/host-error.ts';
import type { FromExcel } from '../excel/in-excel.ts';
import type { Reading } from '../excel/reading.ts';
import type { Snapshot } from '../excel/snapshot.ts';
import type { Undone } from '../excel/undo.ts';
import { readAgain, takeReadings } from './current-worksheet.ts';
import { followReadings } from './fetch-session.ts';

/** Something the pane did to the workbook. */
export type Command =
  | { readonly kind: 'wrote'; readonly snapshot: Snapshot }
  | { readonly kind: 'laid-out'; readonly reading: Reading };

/** What can be taken back, the last one first. */
export const commands = signal<readonly Command[]>([]);

/** What came of taking the last one back. */
export type UndoOutcome =
  | { readonly kind: 'undone' | 'sheet-changed' }
  | { readonly kind: 'changed' | 'not-as-before'; readonly cells: readonly string[] }
  | { readonly kind: 'refused'; readonly error: HostError };

export const undoOutcome = signal<UndoOutcome | null>(null);

/** Fetched once there is something to take back, and not only when it is. */
const fetchUndo = async () => ({
  ...(await import('../excel/undo.ts')),
  ...(await import('../excel/take-away.ts')),
});

export function remember(command: Command): void {
  void fetchUndo();
  commands.value = [command, ...commands.value];
  undoOutcome.value = null;
}

/** Takes the last command back; with `force` what was changed in the same cells since goes too. */
export async function undo(force = false): Promise<void> {
  const [last, ...earlier] = commands.value;
  if (!last) return;
  const outcome =
    last.kind === 'wrote'
      ? ofWrite(await (await fetchUndo()).undoWrite(last.snapshot, force))
      : await undoLayOut(last.reading);
  undoOutcome.value = outcome;
  if (outcome.kind === 'undone') commands.value = earlier;
  await readAgain();
  await followReadings();
}

function ofWrite(outcome: FromExcel<Undone>): UndoOutcome {
  if (!outcome.ok) return { kind: 'refused', error: outcome.error };
  if (outcome.value.kind !== 'undone') return outcome.value;
  takeReadings(outcome.value.readings);
  return { kind: 'undone' };
}

async function undoLayOut(laidOut: Reading): Promise<UndoOutcome> {
  const outcome = await (await fetchUndo()).takeAway(laidOut);
  if (!outcome.ok) return { kind: 'refused', error: outcome.error };
  return { kind: outcome.value ? 'undone' : 'sheet-changed' };
}
