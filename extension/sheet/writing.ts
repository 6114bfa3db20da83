import { batch, signal } from '@preact/signals';
import type { Sheet, SheetSection, Target } from '../../core/sheet/sheet.ts';
import type { SheetDraft } from '../../core/sheet/sheet-draft.ts';
import { causeOf } from '../store/cause.ts';
import { markSaved, markSaving } from '../store/saving.ts';
import { readDraft, writeDraft } from '../store/sheet-drafts.ts';

/** What is being written for one section, saved by itself while it is written. */

export const writing = signal<Sheet | null>(null);
/** What a failed save ended with, by the browser's name; the text stays on the page. */
export const failed = signal<string | null>(null);
/** What another page has saved of the same sheet meanwhile; asked about before anything is written over it (F10). */
export const theirs = signal<SheetDraft | null>(null);

let before: readonly Target[] = [];
/** The number of the save that this page knows of; 0 before the first. */
let known = 0;

/** What is on the disk and differs from the workbook that was opened: the chief says which is right. */
export interface Differing {
  readonly fresh: Sheet;
  readonly draft: SheetDraft;
}

/**
 * Begins with what the workbook says (`fresh`, one section), or goes on with the draft of that section
 * and 年度. Answers with both where the workbook has changed since the draft was written.
 */
export async function begin(fresh: Sheet): Promise<Differing | null> {
  const draft = await readDraft(fresh);
  if (!draft) take(fresh, 0);
  else if ([draft.before, targetsOf(draft)].some((some) => says(some) === says(targetsOf(fresh)))) {
    take(draft, draft.seq, targetsOf(fresh));
  } else return { fresh, draft };
  return null;
}

/** Puts a sheet at hand; `seq` is that of its draft on the disk, or of the one it takes the place of. */
export function take(sheet: Sheet, seq: number, workbook = targetsOf(sheet)): void {
  const { fiscalYear, ward, policies, sections } = sheet;
  batch(() => {
    writing.value = { fiscalYear, ward, policies, sections };
    theirs.value = null;
    failed.value = null;
  });
  before = workbook;
  known = seq;
}

export const targetsOf = ({ sections }: Sheet): readonly Target[] => sections[0]?.targets ?? [];

/** What the cells of two workbooks, or of a workbook and a draft, have in common. */
function says(targets: readonly Target[]): string {
  return JSON.stringify(
    targets
      .filter(({ target, result }) => target || result)
      .map(({ no, target, result }) => [no, target || null, result || null]),
  );
}

const pause = 500;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Changes the section; it is saved when the typing pauses, and at once when the page is left. */
export function changeSection(change: (section: SheetSection) => SheetSection): void {
  const { value: sheet } = writing;
  if (!sheet) return;
  writing.value = { ...sheet, sections: sheet.sections.map(change) };
  markSaving();
  clearTimeout(timer);
  timer = setTimeout(saveDraft, pause);
}

export function changeTarget(no: number, part: Partial<Target>): void {
  changeSection((section) => ({
    ...section,
    targets: section.targets.map((target) => (target.no === no ? { ...target, ...part } : target)),
  }));
}

/** The workbook says by now what is written here. */
export function writtenToWorkbook(): Promise<void> {
  if (writing.value) before = targetsOf(writing.value);
  return saveDraft();
}

let turn: Promise<void> = Promise.resolve();

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
    if (timer === undefined) markSaved();
  } catch (error) {
    failed.value = causeOf(error);
  }
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
