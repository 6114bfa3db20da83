import type { Sheet } from '../../../core/sheet/model/sheet.ts';
import type { DraftFile, SheetDraft } from '../../../core/sheet/model/sheet-draft.ts';
import { isOtherPaper, isSameFile } from '../../../core/sheet/session/draft-file.ts';
import { sectionKey } from '../../../core/sheet/session/draft-texts.ts';
import { findSection } from '../../../core/sheet/session/section-id.ts';
import { draftId, type Which } from '../db/draft-id.ts';
import { Refusal } from '../db/refusal.ts';
import { record } from '../db/write-transaction.ts';
import { scheduleCopy } from '../mirror/mirror.ts';
import { forgetLeft } from '../session/second-place.ts';
import { database } from '../session/session.ts';
import type { Store } from '../store.ts';

/** The sheets that a user is writing: one of each section, 年度 and workbook. */

/** The latest first. */
export async function listDrafts(store: Store): Promise<SheetDraft[]> {
  const owner = store.user.peek();
  if (!owner) return [];
  const rows = await (await store.open.promise).drafts.where({ user: owner.id }).toArray();
  return rows.map(({ draft }) => draft).sort((a, b) => b.seq - a.seq);
}

/**
 * The draft of a section in a 年度, however its name is spelled: that of a workbook, else the latest
 * of any other. Null where there is none.
 */
export async function readDraft(
  store: Store,
  { fiscalYear, sections: [own] }: Pick<Sheet, 'fiscalYear' | 'sections'>,
  file: DraftFile | null = null,
): Promise<SheetDraft | null> {
  const drafts = (await listDrafts(store)).filter((draft) => draft.fiscalYear === fiscalYear);
  const isNamed = ({ sections: [one] }: SheetDraft) =>
    one?.section === own?.section && one?.division === own?.division;
  const named = drafts.filter(isNamed);
  const meant = drafts.filter(({ sections }) => own && findSection(sections, own) !== null);
  const ofFile = [...named, ...meant].find((draft) => isSameFile(draft.file, file));
  return ofFile ?? named[0] ?? meant[0] ?? null;
}

/** A draft as it is on the disk by now; null where it is not there any more. */
export async function draftOnDisk(store: Store, which: Which): Promise<SheetDraft | null> {
  const owner = store.user.peek()?.id;
  if (owner === undefined) return null;
  return (await (await store.open.promise).drafts.get(draftId(owner, which)))?.draft ?? null;
}

/**
 * Resolves with the draft once it is on the disk. `known` is the number of the save that this page
 * knows of; where another page has saved since, nothing is written and the answer is what it has saved (F10).
 * A draft that is gone on with under another name of its workbook goes along with it; that of another
 * paper stays where it was.
 */
export async function writeDraft(
  store: Store,
  sheet: Sheet,
  beside: Pick<SheetDraft, 'before' | 'file'>,
  known: number,
): Promise<{ readonly draft: SheetDraft; readonly written: boolean }> {
  await store.foundWhole.promise;
  const owner = store.user.peek()?.id;
  const outcome = await record(database(store), async (writing) => {
    // Deleted on another page: nothing of theirs may come back.
    if (owner === undefined || !(await writing.getUser(owner))) throw new Refusal('missing');
    const id = draftId(owner, { ...sheet, ...beside });
    const theirs = (await writing.getDraft(id))?.draft;
    if (theirs && theirs.seq !== known) return { draft: theirs, written: false };
    const draft = { ...sheet, ...beside, ...writing.moment };
    const before = theirs || known === 0 ? [] : await writing.draftsOf(owner);
    for (const row of before) {
      const isKnown = row.draft.seq === known && sectionKey(row.draft) === sectionKey(sheet);
      if (isKnown && !isOtherPaper(row.draft.file, beside.file)) await writing.deleteDraft(row.id);
    }
    await writing.putDraft({ id, user: owner, draft });
    return { draft, written: true };
  });
  scheduleCopy(database(store));
  return outcome;
}

export async function deleteDraft(store: Store, draft: SheetDraft): Promise<void> {
  const owner = store.user.peek()?.id;
  if (owner === undefined) return;
  const id = draftId(owner, draft);
  await record(database(store), (writing) => writing.deleteDraft(id));
  forgetLeft(store, id);
  scheduleCopy(database(store));
}
