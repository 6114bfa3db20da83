import { batch, computed, signal } from '@preact/signals';
import type { Phase } from '../../core/sheet/coach.ts';
import type { Sheet, SheetSection } from '../../core/sheet/sheet.ts';
import type { SheetDraft, WorkbookTexts } from '../../core/sheet/sheet-draft.ts';
import { phaseNow } from '../../ui/sheet/phase.ts';
import { causeOf } from '../store/cause.ts';
import { markSaved, markSaving } from '../store/saving.ts';
import { readDraft, writeDraft } from '../store/sheet-drafts.ts';
import { keepWorkbook } from '../store/sheet-workbooks.ts';
import { type Book, book, pointed } from './at-hand.ts';
import { nothing, rebased, says, sectionKey, textsOf } from './draft-texts.ts';

/** What is being written for one section, saved by itself while it is written. */

export const writing = signal<Sheet | null>(null);
/** Whether targets are set or results told. */
export const phase = computed<Phase>(() => chosenPhase.value ?? firstPhase.value);
/** As the chief has said, for this workbook. */
export const chosenPhase = signal<Phase | null>(null);
/** As the sheet that was taken up, and the day, let expect: it does not turn while one writes. */
const firstPhase = signal<Phase>('start');
/** What a failed save ended with, by the browser's name; the text stays on the page. */
export const failed = signal<string | null>(null);
/** What another page has saved of the same sheet meanwhile; asked about before anything is written over it (F10). */
export const theirs = signal<SheetDraft | null>(null);

/** The sections that were at hand since the workbook was opened, in their order; the one at hand as it was at first. */
export const taken = signal<ReadonlyMap<string, Sheet>>(new Map());

let before: WorkbookTexts = { policies: [], sections: [] };
/** The number of the save that this page knows of; 0 before the first. */
let known = 0;
/** The workbook that is on the disk beside the draft. */
let kept: Book | null = null;

/** What is on the disk and differs from the workbook that was opened: the chief says which is right. */
export interface Differing {
  readonly fresh: Sheet;
  readonly draft: SheetDraft;
}

/**
 * Begins with what the workbook says (`fresh`, one section), or goes on with the draft of that section
 * and 年度. Answers with both where the workbook has changed since the draft was written, and says something.
 */
export async function begin(fresh: Sheet): Promise<Differing | null> {
  const draft = await readDraft(fresh);
  if (!draft) take(fresh, 0);
  else if (isAtHand(draft) || goesOn(draft, fresh)) goOn(draft, fresh);
  else return { fresh, draft };
  return null;
}

/** Whether nothing in the workbook speaks against a draft: it says nothing, or what it said when the draft was written, or the same. */
const goesOn = (draft: SheetDraft, fresh: Sheet): boolean =>
  [nothing, says(draft.before), says(draft)].includes(says(fresh));

/** The draft that `begin` would go on with or ask about; null where it says nothing new. */
export async function draftOf(fresh: Sheet): Promise<{ draft: SheetDraft; asks: boolean } | null> {
  const draft = await readDraft(fresh);
  if (!draft || isAtHand(draft) || [nothing, says(fresh)].includes(says(draft))) return null;
  return { draft, asks: !goesOn(draft, fresh) };
}

/** Whether a draft was written, or chosen, in this sitting. */
function isAtHand(draft: Sheet): boolean {
  const key = sectionKey(draft);
  const { value: now } = writing;
  const here = now && sectionKey(now) === key ? now : taken.value.get(key);
  return here !== undefined && says(here) === says(draft);
}

/** Goes on with a draft in a workbook that says `fresh`: its policies are the draft's only where they were changed there. */
export function goOn(draft: SheetDraft, fresh: WorkbookTexts): void {
  const policies = rebased(draft.policies, draft.before.policies, fresh.policies);
  take({ ...draft, policies }, draft.seq, fresh);
}

/** Puts a sheet at hand; `seq` is that of its draft on the disk, or of the one it takes the place of. */
export function take(sheet: Sheet, seq: number, workbook: WorkbookTexts = sheet): void {
  const { fiscalYear, ward, sections } = sheet;
  const { value: last } = writing;
  // The policies are all sections' own: what was changed with the section before goes along.
  const policies =
    last && sectionKey(last) !== sectionKey(sheet)
      ? rebased(last.policies, before.policies, sheet.policies)
      : sheet.policies;
  batch(() => {
    const now = { fiscalYear, ward, policies, sections };
    const all = new Map(taken.value);
    if (last) all.set(sectionKey(last), last);
    taken.value = all.set(sectionKey(now), now);
    writing.value = now;
    firstPhase.value = phaseNow(sheet, Date.now());
    theirs.value = null;
    failed.value = null;
  });
  before = textsOf(workbook);
  known = seq;
  kept = null;
}

const pause = 500;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Changes the sheet; it is saved when the typing pauses, and at once when the page is left. */
function change(part: Partial<Sheet>): void {
  const { value: sheet } = writing;
  if (!sheet) return;
  writing.value = { ...sheet, ...part };
  markSaving();
  clearTimeout(timer);
  timer = setTimeout(saveDraft, pause);
}

export function changeSection(make: (section: SheetSection) => SheetSection): void {
  if (writing.value) change({ sections: writing.value.sections.map(make) });
}

/** `slot` 0 is ①. */
export function changePolicy(slot: number, text: string | null): void {
  const { policies = [] } = writing.value ?? {};
  const count = Math.max(policies.length, slot + 1);
  change({
    policies: Array.from({ length: count }, (_, at) =>
      at === slot ? text : (policies[at] ?? null),
    ),
  });
}

/** What the workbook says, as far as this page knows. */
export const said = (): WorkbookTexts => before;

/** The workbook says by now what is written here, or (undone) `texts` again. */
export function writtenToWorkbook(texts: WorkbookTexts | null = writing.value): Promise<void> {
  if (texts) before = textsOf(texts);
  return saveDraft();
}

let turn: Promise<void> = Promise.resolve();

/** Resolves when nothing waits to be saved any more. */
export const settled = (): Promise<void> => (timer === undefined ? turn : saveDraft());

/** Saves what is written by now; resolves when it is on the disk or has failed. */
export function saveDraft(): Promise<void> {
  clearTimeout(timer);
  timer = undefined;
  turn = turn.then(save);
  return turn;
}

async function save(): Promise<void> {
  const { value: sheet } = writing;
  if (!sheet || theirs.value) return;
  try {
    const { draft, written } = await writeDraft(sheet, before, known);
    if (!written) {
      theirs.value = draft;
      return;
    }
    known = draft.seq;
    failed.value = null;
    keep(sheet);
    if (timer === undefined) markSaved();
  } catch (error) {
    failed.value = causeOf(error);
  }
}

/** The workbook beside the draft, once for each. */
function keep(sheet: Sheet): void {
  const { value: at } = book;
  if (!at || at === kept) return;
  kept = at;
  const { name, bytes, handle } = at;
  void keepWorkbook(sheet, { name, bytes, handle, pointed: pointed.value });
}

/** Writes over what another page has saved. */
export function keepMine(): Promise<void> {
  known = theirs.value?.seq ?? known;
  theirs.value = null;
  return saveDraft();
}

const leave = () => {
  if (timer !== undefined) void saveDraft();
};
addEventListener('pagehide', leave);
document.addEventListener('visibilitychange', leave);
