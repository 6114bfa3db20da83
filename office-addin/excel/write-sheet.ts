import type { Grid } from '../../core/xlsx/grid.ts';
import type { WritePlan } from '../../core/xlsx/write-plan.ts';
import { differenceAfter, sameGrid } from './difference.ts';
import type { HostError } from './host-error.ts';
import { inExcel } from './in-excel.ts';
import { queuePlan } from './queue-plan.ts';
import { read } from './read-sheet.ts';
import type { Reading } from './reading.ts';
import { queueRestore, type Snapshot, snapshotOf } from './snapshot.ts';

/** What came of a write. */
export type Written =
  /** It stands in the worksheet, and was read back. */
  | { readonly kind: 'written'; readonly snapshot: Snapshot; readonly reading: Reading }
  /** Nothing was written: whoever decides said no to what the worksheet holds by now. */
  | { readonly kind: 'left'; readonly reading: Reading }
  /** Excel refused, and nothing is written. */
  | { readonly kind: 'refused'; readonly error: HostError }
  /** It did not come out as planned; all is as it was before. */
  | { readonly kind: 'restored'; readonly error: HostError | null; readonly place: string }
  /** It did not come out as planned, and could not be put back by now: the snapshot is for another try. */
  | { readonly kind: 'broken'; readonly error: HostError | null; readonly snapshot: Snapshot };

interface Begun {
  readonly before: Reading;
  readonly plan: WritePlan;
}

/**
 * Writes to one worksheet in three round trips: one reads it anew, one writes, one reads what was
 * written. `decide` sees what the worksheet holds at that moment, changes of co-authors among it
 * (F39), and answers with the plan, or null to leave it. A write that stops midway or comes out
 * otherwise is put back (F40).
 */
export async function writeSheet(
  id: string,
  decide: (now: Reading) => WritePlan | null,
): Promise<Written> {
  const begun: Begun[] = [];
  const outcome = await inExcel(async (context): Promise<Written | string> => {
    const sheet = context.workbook.worksheets.getItem(id);
    const before = await read(context, sheet);
    const plan = decide(before);
    if (!plan) return { kind: 'left', reading: before };
    begun.push({ before, plan });
    context.application.suspendScreenUpdatingUntilNextSync();
    queuePlan(sheet, before, plan);
    await context.sync();
    const after = await read(context, sheet);
    const place = differenceAfter(before.grid, plan, after.grid);
    return place === null
      ? { kind: 'written', snapshot: snapshotOf(before, plan), reading: after }
      : place;
  });
  const [now] = begun;
  if (outcome.ok) {
    const { value } = outcome;
    return typeof value === 'string' && now ? putBack(now, null, value) : (value as Written);
  }
  return now ? putBack(now, outcome.error, '') : { kind: 'refused', error: outcome.error };
}

/** Looks what has become of a write, and takes it back where it has left anything behind. */
async function putBack(
  { before, plan }: Begun,
  error: HostError | null,
  place: string,
): Promise<Written> {
  const snapshot = snapshotOf(before, plan);
  const outcome = await inExcel(async (context): Promise<Written> => {
    const sheet = context.workbook.worksheets.getItem(before.id);
    const now = await read(context, sheet);
    if (sameGrid(before.grid, now.grid)) {
      return error ? { kind: 'refused', error } : { kind: 'restored', error, place };
    }
    const others = writtenByOthers(snapshot, now);
    // Rows are put in for one section, before anything is written: by now they are in.
    queueRestore(sheet, {
      ...snapshot,
      cells: snapshot.cells.filter(({ address }) => !others.has(address)),
    });
    await context.sync();
    const after = await read(context, sheet);
    return sameGrid(withTexts(before.grid, others), after.grid)
      ? { kind: 'restored', error, place }
      : { kind: 'broken', error, snapshot };
  });
  return outcome.ok ? outcome.value : { kind: 'broken', error: outcome.error, snapshot };
}

/**
 * Texts that stand neither for what was there nor for what was written: a co-author's, which stay.
 * What Excel makes of a text is a number or a formula. Where rows were put in, nobody can tell.
 */
function writtenByOthers(
  { cells, written, insertions }: Snapshot,
  { grid, held }: Reading,
): ReadonlyMap<string, string> {
  const others = new Map<string, string>();
  if (insertions.length > 0) return others;
  for (const { address, value } of cells) {
    const now = held.get(address)?.value ?? '';
    const isText = typeof now === 'string' && !grid.cells.get(address)?.formula;
    const text = grid.cells.get(address)?.text ?? '';
    if (isText && now !== value && text !== written[address]) others.set(address, text);
  }
  return others;
}

const withTexts = (grid: Grid, texts: ReadonlyMap<string, string>): Grid => ({
  ...grid,
  cells: new Map(
    [...grid.cells].map(([at, cell]) => [at, { ...cell, text: texts.get(at) ?? cell.text }]),
  ),
});
