import type { StandardId } from '../../../core/catalog/catalog.ts';
import type { BackupHistory } from '../../../core/formats/backup-reminder.ts';
import type { Review } from '../../../core/review/review.ts';
import type { Form } from '../../../core/sheet/form/form.ts';
import type { SheetDraft } from '../../../core/sheet/model/sheet-draft.ts';
import type { Course } from '../../../core/training/course.ts';
import type { HandTally } from '../../../core/training/hand-tally.ts';
import type { VisitSheet } from '../../../core/training/visit-sheet.ts';

/** A review and whose it is. */
export interface ReviewRow {
  readonly id: string;
  readonly user: string;
  readonly fiscalYear: number;
  readonly review: Review;
}

/** A section's targets and results being written, and whose they are. */
export interface DraftRow {
  /** Made of the user, the 年度, the section and the workbook: there is one of each. */
  readonly id: string;
  readonly user: string;
  readonly draft: SheetDraft;
}

/** The workbook of a draft, so that it goes on without being opened again. A convenience: without it, it is opened again. */
export interface WorkbookRow {
  /** That of the draft. */
  readonly id: string;
  readonly user: string;
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** The form by which it is read, where the chief has chosen or taught it; absent in rows of version 1. */
  readonly form?: Form | null;
  /** The name of the section, where the chief has told it. */
  readonly section?: string | null;
  /** Where the file can be written back. */
  readonly handle: FileSystemFileHandle | null;
}

/** The item a user looked at last in a review: a convenience, not part of anyone's answers. */
export interface PlaceRow {
  readonly review: string;
  readonly standard: StandardId;
}

/** The folders a user has chosen, and what went into them. */
export interface FolderRow {
  readonly user: string;
  /** For hand-over files. */
  readonly handle?: FileSystemDirectoryHandle;
  /** For dated copies. */
  readonly copies?: FileSystemDirectoryHandle | undefined;
  /** The last dated copy that was read back. */
  readonly lastCopy?: LastCopy | undefined;
  /** Why the last try failed; absent once one has not. */
  readonly copyFailure?: CopyFailure | undefined;
  readonly backups?: BackupHistory;
  /** The day on which the person wanted to hear no more of the folder, `2026-12-01`. */
  readonly putOffOn?: string;
  /** The last day of use, `2026-12-01`. */
  readonly usedOn?: string;
}

export interface LastCopy {
  /** As a timestamp. */
  readonly at: string;
  readonly name: string;
  readonly folder: string;
  /** SHA-256 of the file. */
  readonly digest: string;
  /** The store's counter when it was made, and a hash of what it holds but for the time. */
  readonly seq: number;
  readonly content: string;
  /** How many of the user's copies lie in the folder. */
  readonly count: number;
}

export interface CopyFailure {
  readonly at: string;
  /** The browser's name for the error, or `differs`. */
  readonly cause: string;
}

/** When a row that no user owns was written last, in the store's order; absent in rows of earlier days. */
interface Ordered {
  readonly seq?: number;
  readonly at?: string;
}

/** A form that was taught here or handed out. It belongs to this PC and to no user. */
export interface FormRow extends Ordered {
  readonly id: string;
  readonly form: Form;
  /** When it was kept, epoch milliseconds: for the order of the list alone. */
  readonly keptAt: number;
}

/** A trainer's own course. Like tallies and visits it belongs to this PC and to no user. */
export interface CourseRow extends Ordered {
  readonly id: string;
  readonly course: Course;
}

/** The hands counted in a training session. */
export interface TallyRow extends Ordered {
  readonly id: string;
  readonly tally: HandTally;
}

/** An observer's sheet. */
export interface VisitRow extends Ordered {
  readonly id: string;
  readonly sheet: VisitSheet;
  /** When it was last written on, epoch milliseconds: for the order of the list alone. */
  readonly changedAt: number;
}

/** How much a review or a sheet's draft holds, without a word of it. */
export interface Held {
  readonly user: string;
  readonly fiscalYear: number | null;
  /** How many items are answered; null of a draft. */
  readonly answers: number | null;
}

/** By row. */
export type HeldRows = Readonly<Record<string, Held>>;

/** The store's head: its counter, who uses it now, and the sentinel over all rows. */
export interface Head {
  readonly key: 'head';
  /** Goes up by one at each write, never down; decides which of two answers is the later. */
  readonly seq: number;
  readonly user: string | null;
  /** A hash for each row of `users`, `reviews` and `drafts`; a missing or altered row shows against it. */
  readonly hashes: Readonly<Record<string, string>>;
  /** By row of `reviews` and `drafts`, for the third place; absent in heads of earlier versions. */
  readonly held?: HeldRows;
  /** The counter of the latest second copy that was read back: an older one, or none, is damage. */
  readonly copied?: number | undefined;
}

export const databaseName = 'furikaeri';
