import { signal } from '@preact/signals';
import type { Sheet } from '../../core/sheet/model/sheet.ts';
import type { DraftFile, SheetDraft, WorkbookTexts } from '../../core/sheet/model/sheet-draft.ts';
import { isSameFile } from '../../core/sheet/session/draft-file.ts';
import { textsOf } from '../../core/sheet/session/draft-texts.ts';
import type { Conflict } from '../../core/sheet/session/merge.ts';
import type { KeptText } from '../../ui/kept-text.ts';
import { store } from '../page-store.ts';
import { causeOf } from '../store/db/cause.ts';
import type { Which } from '../store/db/draft-id.ts';
import { keepDraft, type LeftDraft } from '../store/session/left-drafts.ts';
import { markSaved } from '../store/session/saving.ts';
import { draftOnDisk, writeDraft } from '../store/tables/sheet-drafts.ts';
import { keepWorkbook } from '../store/tables/sheet-workbooks.ts';
import { agreed, bringTogether, type Sides, settled, sides } from './conflicts.ts';
import { type Book, book, chosen, thisFile } from './current-workbook.ts';
import { writing } from './draft.ts';

/** Saving what is being written: at each key in the second place, on the disk when the typing pauses. */

/** What a failed save ended with, by the browser's name; the text stays on the page. */
export const failed = signal<string | null>(null);

/** What the draft at hand stands on. */
interface Base {
  /** What the workbook said when its texts were taken. */
  readonly before: WorkbookTexts;
  /** The number of the save that this page knows of; 0 before the first. */
  readonly known: number;
  /** What is on the disk, as far as this page knows. */
  readonly onDisk: Sheet | null;
}

let base: Base = { before: { policies: [], sections: [] }, known: 0, onDisk: null };
/** Where the draft at hand is kept as it is typed. */
let keeper: KeptText<LeftDraft> | null = null;
/** What is on its way to the disk. */
let underway: Sheet | null = null;
/** Whether nothing was changed yet. */
let isFirst = true;
/** The workbook that is on the disk beside the draft, and how the draft names it. */
let kept: { readonly at: Book; readonly file: DraftFile | undefined } | null = null;

/** What the workbook says, as far as this page knows. */
export const workbookTexts = (): WorkbookTexts => base.before;

/** The workbook says something else by now. */
export function workbookSays(texts: WorkbookTexts): void {
  base = { ...base, before: textsOf(texts) };
}

/** Saves from here on what stands in `writing`. */
export function saveFrom(sheet: Sheet, draft: SheetDraft | null, workbook: WorkbookTexts): void {
  base = { before: textsOf(workbook), known: draft?.seq ?? 0, onDisk: draft ?? sheet };
  keeper = keepDraft(store, { ...sheet, ...beside() }, save);
  kept = null;
  isFirst = true;
  failed.value = null;
}

/** The sheet was changed. The first change is saved at once: with it the workbook comes to lie beside the draft. */
export function typed(): void {
  const { value: sheet } = writing;
  if (!sheet || !keeper) return;
  keeper.type({
    sheet,
    ...beside(),
    known: base.known,
    saved: base.onDisk ?? sheet,
    ...(underway && { underway }),
  });
  if (isFirst) void keeper.flush();
  isFirst = false;
}

/** Saves what is written by now; resolves when it is on the disk or has failed. */
export function saveDraft(): Promise<void> {
  typed();
  return allSaved();
}

/** Resolves when nothing waits to be saved any more, or that has failed. */
export const allSaved = async (): Promise<void> => keeper?.flush();

/** What is kept with the draft. */
export const beside = (): Pick<SheetDraft, 'before' | 'file'> => {
  const file = thisFile();
  return { before: base.before, ...(file && { file }) };
};

let turn: Promise<unknown> = Promise.resolve();

/** One after the other: each must know of the one before. */
function save(): Promise<boolean> {
  const saving = turn.then(saveNow);
  turn = saving;
  return saving;
}

/** The draft may have been saved apart from this page: what it says by then is taken up. */
export function readAgainFromDisk(): void {
  const reading = turn.then(async () => {
    const { value: sheet } = writing;
    if (!sheet || !keeper || sides.value?.kind === 'page') return;
    const draft = await draftOnDisk(store, { ...sheet, ...beside() });
    if (draft && draft.seq !== base.known) await takeTheirs(draft);
  });
  turn = reading.catch(() => {});
}

async function saveNow(): Promise<boolean> {
  takeAgreed();
  const { value: sheet } = writing;
  // What two pages have written is saved once the chief has said which is right.
  if (!sheet || sides.value?.kind === 'page') return false;
  try {
    const more = beside();
    underway = sheet;
    const { draft, written: isWritten } = await writeDraft(store, sheet, more, base.known);
    if (!isWritten) return await takeTheirs(draft);
    base = { ...base, known: draft.seq, onDisk: sheet };
    failed.value = null;
    keep({ ...sheet, ...more });
    markSaved(store);
    return true;
  } catch (error) {
    failed.value = causeOf(error);
    return false;
  } finally {
    underway = null;
  }
}

/** Another page has saved since (F10): what does not contradict comes together, the rest is asked. */
async function takeTheirs(theirs: SheetDraft): Promise<boolean> {
  const { value: mine } = writing;
  if (!mine || !base.onDisk) return false;
  const open: Sides = { kind: 'page', taken: base.onDisk, now: theirs };
  const brought = bringTogether(mine, open);
  writing.value = brought.draft;
  sides.value = brought.sides;
  if (brought.sides) return false;
  agreeWith(open, brought.taken);
  return saveNow();
}

/** The chief has said which of two texts is right. */
export function settleConflict(conflict: Conflict, side: 'mine' | 'theirs'): void {
  const { value: open } = sides;
  const brought = settled(conflict, side);
  if (!brought || !open || !writing.value) return;
  sides.value = brought.sides;
  if (open.kind === 'file' || !brought.sides) agreeWith(open, brought.taken);
  const { policies, sections } = brought.draft;
  writing.value = { ...writing.value, policies, sections };
  void saveDraft();
}

/** What was open may have been settled by typing. */
function takeAgreed(): void {
  const { value: open } = sides;
  const taken = agreed();
  if (!open || !taken) return;
  sides.value = null;
  agreeWith(open, taken);
}

function agreeWith(open: Sides, taken: WorkbookTexts): void {
  if (open.kind === 'file') workbookSays(taken);
  else base = { before: open.now.before, known: open.now.seq, onDisk: open.now };
}

/** The workbook beside the draft, once for each. */
function keep(which: Which): void {
  const { value: at } = book;
  const { file } = which;
  if (!at || (at === kept?.at && (file === kept.file || isSameFile(file, kept.file)))) return;
  kept = { at, file };
  const { name, bytes, handle } = at;
  const { form, section } = chosen.value;
  void keepWorkbook(store, which, { name, bytes, handle, form, section });
}
