import type { Grid } from '../../core/xlsx/grid.ts';
import type { WritePlan } from '../../core/xlsx/write-plan.ts';
import { type Attached, nothingAttached } from './attached.ts';
import { differenceAfter, sameGrid } from './difference.ts';
import type { HostError } from './host-error.ts';
import { inExcel } from './in-excel.ts';
import { permitted, queuePlan } from './queue-plan.ts';
import { readKnown } from './read-sheet.ts';
import type { Reading } from './reading.ts';
import { queueRestore, type SheetSnapshot, type Snapshot, snapshotOf } from './snapshot.ts';

/** What came of a write. */
export type Written =
  /** It stands in the worksheets, and was read back. */
  | {
      readonly kind: 'written';
      readonly snapshot: Snapshot;
      readonly readings: readonly Reading[];
    }
  /** Nothing was written: whoever decides said no to what the worksheets hold by now. */
  | { readonly kind: 'left'; readonly readings: readonly Reading[] }
  /** Excel refused, and nothing is written. */
  | { readonly kind: 'refused'; readonly error: HostError }
  /** It did not come out as planned; all is as it was before. */
  | { readonly kind: 'restored'; readonly error: HostError | null; readonly place: string }
  /** It did not come out as planned, and could not be put back by now: the snapshot is for another try. */
  | { readonly kind: 'broken'; readonly error: HostError | null; readonly snapshot: Snapshot };

/** A worksheet that is written to, as it was before. */
interface Begun {
  readonly before: Reading;
  readonly plan: WritePlan;
}

/** Worksheets by their ids, with what was known to lie over their cells. */
export type Wanted = ReadonlyMap<string, Attached>;

/**
 * Writes to the worksheets of a form in three round trips, however many they are: one reads them anew,
 * one writes, one reads what was written. `decide` sees what they hold at that moment, changes of
 * co-authors among it (F39), and answers with the plans, or null to leave it. A write that stops
 * midway or comes out otherwise is put back (F40).
 */
export async function writeSheets(
  wanted: Wanted,
  decide: (now: readonly Reading[]) => readonly WritePlan[] | null,
): Promise<Written> {
  const begun: Begun[] = [];
  const outcome = await inExcel(async (context): Promise<Written | string> => {
    const before = await readKnown(context, sheetsOf(context, wanted));
    const plans = decide(before);
    if (!plans || plans.length === 0) return { kind: 'left', readings: before };
    for (const plan of plans) {
      const own = before.find(({ grid }) => grid.name === plan.sheet);
      if (own) begun.push({ before: own, plan: permitted(own, plan) });
    }
    context.application.suspendScreenUpdatingUntilNextSync();
    for (const { before: own, plan } of begun) {
      queuePlan(context.workbook.worksheets.getItem(own.id), own, plan);
    }
    await context.sync();
    const after = await readKnown(context, sheetsOf(context, wanted));
    const place = firstDifference(begun, after);
    return place === null
      ? { kind: 'written', snapshot: snapshotsOf(begun), readings: after }
      : place;
  });
  const hasBegun = begun.length > 0;
  if (outcome.ok) {
    const { value } = outcome;
    return typeof value === 'string' ? putBack(begun, null, value) : value;
  }
  return hasBegun ? putBack(begun, outcome.error, '') : { kind: 'refused', error: outcome.error };
}

const sheetsOf = ({ workbook }: Excel.RequestContext, wanted: Wanted) =>
  [...wanted].map(([id, known]) => ({ sheet: workbook.worksheets.getItem(id), known }));

const readingOf = (readings: readonly Reading[], id: string): Reading => {
  const found = readings.find((one) => one.id === id);
  if (!found) throw new Error(`worksheet ${id} was not read`);
  return found;
};

function firstDifference(begun: readonly Begun[], after: readonly Reading[]): string | null {
  for (const { before, plan } of begun) {
    const place = differenceAfter(before.grid, plan, readingOf(after, before.id).grid);
    if (place !== null) return place;
  }
  return null;
}

const snapshotsOf = (begun: readonly Begun[]): Snapshot => ({
  sheets: begun.map(({ before, plan }) => snapshotOf(before, plan)),
});

/** Looks what has become of a write, and takes it back where it has left anything behind. */
async function putBack(
  begun: readonly Begun[],
  error: HostError | null,
  place: string,
): Promise<Written> {
  const wanted = new Map(begun.map(({ before }) => [before.id, nothingAttached]));
  const snapshot = snapshotsOf(begun);
  const outcome = await inExcel(async (context): Promise<Written> => {
    const now = await readKnown(context, sheetsOf(context, wanted));
    const left = begun.filter(
      ({ before }) => !sameGrid(before.grid, readingOf(now, before.id).grid),
    );
    if (left.length === 0) {
      return error ? { kind: 'refused', error } : { kind: 'restored', error, place };
    }
    const kept = new Map<string, ReadonlyMap<string, string>>();
    for (const { before, plan } of left) {
      const own = snapshotOf(before, plan);
      const others = writtenByOthers(own, readingOf(now, before.id));
      kept.set(before.id, others);
      // Rows are put in for one section, before anything is written: by now they are in.
      queueRestore(context.workbook.worksheets.getItem(before.id), {
        ...own,
        cells: own.cells.filter(({ address }) => !others.has(address)),
      });
    }
    await context.sync();
    const after = await readKnown(context, sheetsOf(context, wanted));
    const isRestored = begun.every(({ before }) =>
      sameGrid(
        withTexts(before.grid, kept.get(before.id) ?? new Map()),
        readingOf(after, before.id).grid,
      ),
    );
    return isRestored ? { kind: 'restored', error, place } : { kind: 'broken', error, snapshot };
  });
  return outcome.ok ? outcome.value : { kind: 'broken', error: outcome.error, snapshot };
}

/**
 * Texts that stand neither for what was there nor for what was written: a co-author's, which stay.
 * What Excel makes of a text is a number or a formula. Where rows were put in, nobody can tell.
 */
function writtenByOthers(
  { cells, written, insertions }: SheetSnapshot,
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
