import { japanTimestamp } from '../../core/calendar/japan-time.ts';
import type { Sheet } from '../../core/sheet/model/sheet.ts';
import type { DraftFile } from '../../core/sheet/model/sheet-draft.ts';
import { isSameFile } from '../../core/sheet/session/draft-file.ts';
import type { Session } from './current-session.ts';
import { forget, keep, recall } from './this-pc.ts';

/** What was written in the pane and is not in the worksheet yet, of a section in a 年度 for each workbook: the pane may be closed at any time. */
export interface KeptDraft {
  /** What the form said when the draft was begun, or last merged. */
  readonly base: Sheet;
  readonly mine: Sheet;
  /** The workbook that it was written for. */
  readonly file: DraftFile;
  /** Japan time, `2026-12-01T10:00:00+09:00`. */
  readonly at: string;
}

const keyOf = ({ fiscalYear, sections }: Sheet): string =>
  ['draft', fiscalYear, sections[0]?.division, sections[0]?.section].join(' ');

const yearKey = 'draft-year';

type Written = Pick<Session, 'draft' | 'taken' | 'file'>;

const pauseMs = 300;
let waiting: Written | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Keeps what is being written when the typing pauses, and at once when the pane is left. */
export function keepDraft(written: Written): void {
  waiting = written;
  clearTimeout(timer);
  timer = setTimeout(keepNow, pauseMs);
}

function keepNow(): void {
  clearTimeout(timer);
  if (waiting) {
    const { draft, taken, file } = waiting;
    const at = japanTimestamp(Date.now());
    const one: KeptDraft = { base: { ...draft, ...taken }, mine: draft, file, at };
    keep(keyOf(draft), [one, ...othersOf(draft, file)]);
    keep(yearKey, draft.fiscalYear);
  }
  waiting = null;
}

globalThis.addEventListener?.('pagehide', keepNow);

/** Once the worksheet holds it; fields without a place are kept for the next time. */
export function forgetDraft({ draft, taken, file }: Written): void {
  waiting = null;
  clearTimeout(timer);
  const placed = new Set(taken.sections.flatMap(({ targets }) => targets.flatMap(Object.keys)));
  const more = draft.sections.some(({ targets }) =>
    targets.some((target) => Object.keys(target).some((field) => !placed.has(field))),
  );
  if (more) keepDraft({ draft, taken, file });
  else {
    keepAll(draft, othersOf(draft, file));
    forget(yearKey);
  }
}

/** A draft is gone on with under another name of its workbook: it goes along with it. */
export function refile(sheet: Sheet, from: DraftFile, file: DraftFile): void {
  const isMeant = (one: unknown) => isSameFile(fileOf(one), from);
  const all = keptOf(sheet).map((one) => (isMeant(one) ? { ...(one as KeptDraft), file } : one));
  keepAll(sheet, all);
}

/** What was kept of a section, unread as yet, the latest first. */
export function keptOf(sheet: Sheet): readonly unknown[] {
  keepNow();
  return allOf(sheet);
}

function allOf(sheet: Sheet): readonly unknown[] {
  const kept = recall(keyOf(sheet));
  if (kept === null) return [];
  // Earlier versions kept one alone.
  return Array.isArray(kept) ? kept : [kept];
}

const othersOf = (sheet: Sheet, file: DraftFile): readonly unknown[] =>
  allOf(sheet).filter((one) => !isSameFile(fileOf(one), file));

function keepAll(sheet: Sheet, all: readonly unknown[]): void {
  if (all.length === 0) forget(keyOf(sheet));
  else keep(keyOf(sheet), all);
}

const fileOf = (one: unknown): DraftFile | undefined => (one as Partial<KeptDraft> | null)?.file;

/** The 年度 of what was written last and is in no worksheet yet. */
export function draftYear(): number | null {
  const year = recall(yearKey);
  return typeof year === 'number' ? year : null;
}
