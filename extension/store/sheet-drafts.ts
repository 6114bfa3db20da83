import type { Sheet } from '../../core/sheet/sheet.ts';
import type { SheetDraft, WorkbookTexts } from '../../core/sheet/sheet-draft.ts';
import { draftId, type Which } from './draft-id.ts';
import { record } from './journal.ts';
import { Refusal } from './refusal.ts';
import { scheduleCopy } from './second-copy.ts';
import { database, foundWhole, user, whenOpen } from './session.ts';

/** The sheets that a user is writing: one of each section and 年度. */

/** The latest first. */
export async function listDrafts(): Promise<SheetDraft[]> {
  const owner = user.peek();
  if (!owner) return [];
  const rows = await (await whenOpen).drafts.where({ user: owner.id }).toArray();
  return rows.map(({ draft }) => draft).sort((a, b) => b.seq - a.seq);
}

export async function readDraft(which: Which): Promise<SheetDraft | null> {
  const owner = user.peek();
  if (!owner) return null;
  const row = await (await whenOpen).drafts.get(draftId(owner.id, which));
  return row?.draft ?? null;
}

/**
 * Resolves with the draft once it is on the disk. `known` is the number of the save that this page
 * knows of; where another page has saved since, nothing is written and the answer is what it has saved (F10).
 */
export async function writeDraft(
  sheet: Sheet,
  before: WorkbookTexts,
  known: number,
): Promise<{ readonly draft: SheetDraft; readonly written: boolean }> {
  await foundWhole;
  const owner = user.peek()?.id;
  const outcome = await record(database(), async (writing) => {
    // Deleted on another page: nothing of theirs may come back.
    if (owner === undefined || !(await writing.getUser(owner))) throw new Refusal('missing');
    const id = draftId(owner, sheet);
    const theirs = (await writing.getDraft(id))?.draft;
    if (theirs && theirs.seq !== known) return { draft: theirs, written: false };
    const draft = { ...sheet, before, ...writing.moment };
    await writing.putDraft({ id, user: owner, draft });
    return { draft, written: true };
  });
  scheduleCopy(database());
  return outcome;
}

export async function deleteDraft(draft: SheetDraft): Promise<void> {
  const owner = user.peek()?.id;
  if (owner === undefined) return;
  await record(database(), (writing) => writing.deleteDraft(draftId(owner, draft)));
  scheduleCopy(database());
}
