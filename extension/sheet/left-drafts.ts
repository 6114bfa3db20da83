import { signal } from '@preact/signals';
import type { SheetDraft } from '../../core/sheet/model/sheet-draft.ts';
import { changesBetween } from '../../core/sheet/session/changes.ts';
import type { Conflict, Merged } from '../../core/sheet/session/merge.ts';
import { mergeDrafts } from '../../core/sheet/session/merge-drafts.ts';
import { settle } from '../../core/sheet/session/settle.ts';
import { store } from '../page-store.ts';
import { type LeftDraft, takeUpDrafts } from '../store/session/left-drafts.ts';
import { writeDraft } from '../store/tables/sheet-drafts.ts';
import { mineWhereTheyAreSilent } from './conflicts.ts';
import { readAgainFromDisk } from './draft-saving.ts';

/**
 * What pages that are gone have left of drafts, typed and not yet on the disk: saved once it is found,
 * brought together with what was saved since, or asked about (F47, F48).
 */

/** What was left, and what was saved since, as far as they contradict each other. */
export interface Clash {
  readonly left: LeftDraft;
  readonly theirs: SheetDraft;
  readonly merged: Merged;
}

export const clashes = signal<readonly Clash[]>([]);
/** Goes up whenever a draft that was left has come to the disk. */
export const leftDraftsSaved = signal(0);

let takingUp: Promise<void> = Promise.resolve();

/** Saves what was left; what contradicts another page's draft waits in `clashes`. */
export function takeUp(): void {
  takingUp = takeUpDrafts(store, bringHome);
}

/** Resolves when that has ended: a draft that is opened before would lack what was left of it. */
export const whenLeftDraftsSaved = (): Promise<void> => takingUp;

/** A page that was slow to go may have left something of the draft that is open here. */
function cameHome(): void {
  leftDraftsSaved.value++;
  readAgainFromDisk();
}

async function bringHome(left: LeftDraft): Promise<boolean> {
  if (clashes.peek().some((clash) => isSame(clash.left, left))) return false;
  const { sheet, before, file, known } = left;
  const { draft: theirs, written } = await writeDraft(
    store,
    sheet,
    besideOf({ before, file }),
    known,
  );
  if (!written) {
    const isOwn = left.underway && changesBetween(theirs, left.underway).length === 0;
    const saved = isOwn ? theirs : left.saved;
    const merged = mineWhereTheyAreSilent(mergeDrafts(sheet, saved, theirs));
    if (merged.conflicts.length > 0) {
      clashes.value = [...clashes.peek(), { left, theirs, merged }];
      return false;
    }
    return putMerged(merged, theirs);
  }
  cameHome();
  return true;
}

/** False where another page was quicker. */
async function putMerged({ draft }: Merged, theirs: SheetDraft): Promise<boolean> {
  if (changesBetween(theirs, draft).length === 0) return true;
  const { written } = await writeDraft(store, draft, besideOf(theirs), theirs.seq);
  if (written) cameHome();
  return written;
}

const besideOf = ({ before, file }: Pick<LeftDraft, 'before'> & { file?: LeftDraft['file'] }) => ({
  before,
  ...(file && { file }),
});

/** The chief has said which of two texts is right; with the last one, what was left is let go. */
export async function settleLeft(
  clash: Clash,
  conflict: Conflict,
  side: 'mine' | 'theirs',
): Promise<void> {
  const merged = settle(clash.merged, conflict, side);
  const isSettled = merged.conflicts.length === 0;
  clashes.value = clashes
    .peek()
    .flatMap((each) => (each !== clash ? [each] : isSettled ? [] : [{ ...clash, merged }]));
  if (!isSettled) return;
  const isPut = await putMerged(merged, clash.theirs);
  await takeUpDrafts(store, async (left) => (isPut && isSame(left, clash.left)) || bringHome(left));
}

const isSame = (one: LeftDraft, other: LeftDraft): boolean =>
  JSON.stringify(one) === JSON.stringify(other);
