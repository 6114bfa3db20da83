import { batch, signal } from '@preact/signals';
import { type Result, success } from '../../core/result.ts';
import type { Sheet } from '../../core/sheet/sheet.ts';
import type { SheetDraft } from '../../core/sheet/sheet-draft.ts';
import type { Pointed } from '../../core/sheet/template-map.ts';
import { sectionSheet } from '../../ui/sheet/waiting-targets.ts';
import { type FileHandle, readAgain, same } from '../platform/workbook-file.ts';
import { go } from '../shell/route.ts';
import { keptWorkbook } from '../store/sheet-workbooks.ts';
import { book, located, pointed, readBook, told } from './at-hand.ts';
import { isNamed, says } from './draft-texts.ts';
import { saved } from './saved.ts';
import { chosenPhase, goOn, take, taken, writing } from './writing.ts';

/** A workbook comes to hand: opened, or taken up again with the draft that was left. */

type Bytes = Uint8Array<ArrayBuffer>;

/** A draft whose file is not as it was left: it says something else by now, or can't be read. */
export const left = signal<{
  readonly draft: SheetDraft;
  readonly file: 'changed' | 'gone';
} | null>(null);

/** Problems: those of `readBook`; what is at hand stays then. */
export function openBook(
  name: string,
  bytes: Bytes,
  handle: FileHandle | null,
  at: Pointed = {},
): Result<null> {
  const read = readBook(name, bytes, handle);
  if (!read.ok) return read;
  batch(() => {
    writing.value = null;
    taken.value = new Map();
    chosenPhase.value = null;
    saved.value = null;
    left.value = null;
    pointed.value = at;
    book.value = read.value;
  });
  return success(null);
}

/**
 * Goes on with a draft in the workbook that is kept with it. Where the file itself can be read, and holds
 * something else by now, it is opened anew, and looked at first unless its section is as it was: others
 * write into a ward's file too. Only in answer to a click. Problems: those of `readBook`.
 */
export async function takeUp(draft: SheetDraft): Promise<Result<null>> {
  const kept = await keptWorkbook(draft);
  if (!kept) return success(null);
  const { name, bytes, handle, pointed: at } = kept;
  const now = handle && (await readAgain(handle));
  const isChanged = now !== null && !same(now, bytes);
  const opened = isChanged ? openBook(name, now, handle) : openBook(name, bytes, now && handle, at);
  if (!opened.ok) return opened;
  const fresh = isChanged ? sectionNow(draft) : null;
  const isOurs = fresh !== null && [says(draft.before), says(draft)].includes(says(fresh));
  if (fresh && isOurs) goOn(draft, fresh);
  else if (isChanged) left.value = { draft, file: 'changed' };
  else {
    if (handle && !now) left.value = { draft, file: 'gone' };
    take(draft, draft.seq, draft.before);
  }
  go(isChanged && !isOurs ? '#/found' : '#/write');
  return opened;
}

/** The section of a draft as the workbook at hand has it; null where it isn't there, or of another 年度. */
function sectionNow({ fiscalYear, sections: [own] }: SheetDraft): Sheet | null {
  const map = located.value?.ok ? located.value.value : null;
  const sheet = told.value?.ok ? told.value.value : null;
  const place = own && map?.sheets.flatMap(({ sections }) => sections).find(isNamed(own));
  if (!sheet || !place || (sheet.fiscalYear ?? fiscalYear) !== fiscalYear) return null;
  return sectionSheet({ ...sheet, fiscalYear }, place, place);
}
