import { fiscalYearOf } from '../../core/calendar/fiscal-year.ts';
import { japanTimestamp } from '../../core/calendar/japan-time.ts';
import { builtInRef } from '../../core/catalog/built-in.ts';
import { backupFileName } from '../../core/formats/file-name.ts';
import { lastChange } from '../../core/review/comparison.ts';
import { reopen } from '../../core/review/completion.ts';
import type { Review, Unit } from '../../core/review/review.ts';
import type { SheetDraft } from '../../core/sheet/model/sheet-draft.ts';
import { store } from '../page-store.ts';
import { draftId } from '../store/db/draft-id.ts';
import { backupOf, draftsOf } from '../store/mirror/backup.ts';
import { saveNotes } from '../store/session/notes.ts';
import type { Change } from '../store/session/pending.ts';
import { database } from '../store/session/session.ts';

/** For a review that has not begun on the disk: the same in each file of this page, so that restoring several makes one. */
const noUnit: Unit = { ward: null, division: null, section: null };

/** A sheet that is being written, as a draft that has no place in the store's order yet. */
export type UnsavedSheet = Omit<SheetDraft, 'seq' | 'at'>;

const freshId = crypto.randomUUID();

/** The name proposed for the file of `makeRescue`. */
export function rescueFileName(): string {
  const now = Date.now();
  const { fiscalYear, unit } = store.stored.peek() ?? {
    fiscalYear: fiscalYearOf(now),
    unit: noUnit,
  };
  return backupFileName(fiscalYear, unit, now);
}

/**
 * What stands on the page, saved or not, with the drafts of sheets, as the text of a backup file: for when the
 * disk refuses it. `unsaved` is the sheet that is being written, as a draft later than all that is on the disk.
 */
export async function makeRescue(unsaved: UnsavedSheet | null = null): Promise<string> {
  void saveNotes();
  const owner = store.user.peek();
  const atHand = store.stored.peek();
  if (!owner || !atHand) throw new Error('There is nobody to take it out for');
  const at = japanTimestamp(Date.now());
  const own = changesOf(undefined);
  const others = (store.storedOthers.peek() ?? []).filter(({ id }) => changesOf(id).length > 0);
  const reviews = [
    ...(atHand.id || own.length > 0 ? [changed(begun(atHand), own, at)] : []),
    ...others.map((other) => changed(other, changesOf(other.id), at)),
  ];
  return backupOf(store, owner, reviews, await draftsWith(owner.id, unsaved, at));
}

async function draftsWith(
  owner: string,
  unsaved: UnsavedSheet | null,
  at: string,
): Promise<SheetDraft[]> {
  // A store that can't be read has nothing to add.
  const onDisk = await Promise.resolve(owner)
    .then((id) => draftsOf(database(store), id))
    .catch((): SheetDraft[] => []);
  if (!unsaved) return onDisk;
  const own = draftId(owner, unsaved);
  const seq = Math.max(0, ...onDisk.map((draft) => draft.seq)) + 1;
  return [...onDisk.filter((draft) => draftId(owner, draft) !== own), { ...unsaved, seq, at }];
}

const changesOf = (of: string | undefined): readonly Change[] =>
  store.pending.peek().filter((change) => change.of === of);

const begun = (review: Review): Review =>
  review.id ? review : { ...review, id: freshId, catalog: [builtInRef] };

/** The review with its changes; one that another page has finished meanwhile is reopened for them. */
function changed(start: Review, changes: readonly Change[], at: string): Review {
  // Later than all that is on the disk: restoring the file must bring the unsaved answers back.
  const moment = { seq: lastChange(start) + 1, at };
  return changes.reduce((review, { act }) => {
    const direct = act(review, moment);
    if (direct.ok) return direct.value;
    const reopened = reopen(review, moment);
    const after = reopened.ok ? act(reopened.value, moment) : reopened;
    return after.ok ? after.value : review;
  }, start);
}
