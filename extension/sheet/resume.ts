import { batch } from '@preact/signals';
import { type Result, success } from '../../core/result.ts';
import type { Sheet } from '../../core/sheet/model/sheet.ts';
import type { SheetDraft } from '../../core/sheet/model/sheet-draft.ts';
import { saySame } from '../../core/sheet/session/draft-texts.ts';
import { findSection } from '../../core/sheet/session/section-id.ts';
import { sectionSheet } from '../../core/sheet/session/waiting-targets.ts';
import { go } from '../app/route.ts';
import { store } from '../page-store.ts';
import { type FileHandle, readAgain, same } from '../platform/workbook-file.ts';
import { draftOnDisk } from '../store/tables/sheet-drafts.ts';
import { keptWorkbook } from '../store/tables/sheet-workbooks.ts';
import { goOn } from './begin.ts';
import {
  book,
  type Chosen,
  chosen,
  listWords,
  nothingChosen,
  parsedSheet,
  places,
  readBook,
} from './current-workbook.ts';
import { writing } from './draft.ts';
import { recallForms } from './kept-forms.ts';
import { left } from './left.ts';
import { whenLeftDraftsSaved } from './left-drafts.ts';
import { saved } from './saved.ts';
import { startOver } from './teaching.ts';
import { chosenPhase, take, visitedSections } from './writing.ts';

/** A workbook comes to hand: opened, or resumed with the draft that was left. */

type Bytes = Uint8Array<ArrayBuffer>;

/** Problems: those of `readBook`; what is at hand stays then. */
export async function openBook(
  name: string,
  bytes: Bytes,
  handle: FileHandle | null,
  said: Chosen = nothingChosen,
): Promise<Result<null>> {
  await recallForms();
  const read = readBook(name, bytes, handle);
  if (!read.ok) return read;
  batch(() => {
    writing.value = null;
    visitedSections.value = new Map();
    chosenPhase.value = null;
    saved.value = null;
    left.value = null;
    chosen.value = said;
    // Another form's letters may mean something else.
    listWords.value = new Map();
    startOver();
    book.value = read.value;
  });
  return success(null);
}

/**
 * Goes on with a draft in the workbook that is kept with it. Where the file itself can be read, and holds
 * something else by now, it is opened anew, and looked at first unless its section is as it was: others
 * write into a ward's file too. Only in answer to a click. Problems: those of `readBook`.
 */
export async function resume(listed: SheetDraft): Promise<Result<null>> {
  await whenLeftDraftsSaved();
  const draft = (await draftOnDisk(store, listed)) ?? listed;
  const kept = await keptWorkbook(store, draft);
  if (!kept) return success(null);
  const { name, bytes, handle, form = null, section = null } = kept;
  const said = { form, worksheet: null, section };
  const now = handle && (await readAgain(handle));
  const isChanged = now !== null && !same(now, bytes);
  const opened = await (isChanged
    ? openBook(name, now, handle, said)
    : openBook(name, bytes, now && handle, said));
  if (!opened.ok) return opened;
  const fresh = sectionNow(draft);
  const isOurs = fresh !== null && (saySame(draft.before, fresh) || saySame(draft, fresh));
  if (!isChanged && handle && !now) left.value = { draft, file: 'gone' };
  if (isChanged && !isOurs) left.value = { draft, file: 'changed' };
  else if (fresh && isChanged) goOn(draft, fresh);
  else take({ sheet: draft, draft, workbook: draft.before });
  go(isChanged && !isOurs ? '#/found' : '#/write');
  return opened;
}

/** The section of a draft as the workbook at hand has it; null where it isn't there, or of another 年度. */
function sectionNow({ fiscalYear, sections: [own] }: SheetDraft): Sheet | null {
  const sheet = parsedSheet.value?.ok ? parsedSheet.value.value : null;
  const place = own && places.value && findSection(places.value.sections, own);
  if (!sheet || !place || (sheet.fiscalYear ?? fiscalYear) !== fiscalYear) return null;
  return sectionSheet({ ...sheet, fiscalYear }, place, place);
}
