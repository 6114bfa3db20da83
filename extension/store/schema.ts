import type { Transaction } from 'dexie';
import type { StandardId } from '../../core/catalog/catalog.ts';
import type { Course } from '../../core/deck/course.ts';
import type { RoomTally } from '../../core/deck/room-tally.ts';
import type { VisitSheet } from '../../core/deck/visit-sheet.ts';
import type { Review } from '../../core/review/review.ts';
import type { SheetDraft } from '../../core/sheet/sheet-draft.ts';
import type { Pointed } from '../../core/sheet/template-map.ts';

/** A review and whose it is. */
export interface ReviewRow {
  readonly id: string;
  readonly user: string;
  readonly fiscalYear: number;
  readonly review: Review;
}

/** A section's targets and results being written, and whose they are. */
export interface DraftRow {
  /** Made of the user, the 年度 and the section: there is one of each. */
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
  readonly pointed: Pointed;
  /** Where the file can be written back. */
  readonly handle: FileSystemFileHandle | null;
}

/** The item a user looked at last in a review: a convenience, not part of anyone's answers. */
export interface PlaceRow {
  readonly review: string;
  readonly standard: StandardId;
}

/** The folder a user has chosen for hand-over files. */
export interface FolderRow {
  readonly user: string;
  readonly handle: FileSystemDirectoryHandle;
}

/** A trainer's own course. Like tallies and visits it belongs to this PC and to no user. */
export interface CourseRow {
  readonly id: string;
  readonly course: Course;
}

/** The hands counted in a training session. */
export interface TallyRow {
  readonly id: string;
  readonly tally: RoomTally;
}

/** An observer's sheet. */
export interface VisitRow {
  readonly id: string;
  readonly sheet: VisitSheet;
  /** When it was last written on, epoch milliseconds: for the order of the list alone. */
  readonly changedAt: number;
}

/** The store's head: its counter, who uses it now, and the sentinel over all rows. */
export interface Head {
  readonly key: 'head';
  /** Goes up by one at each write, never down; decides which of two answers is the later. */
  readonly seq: number;
  readonly user: string | null;
  /** A hash for each row of `users`, `reviews` and `drafts`; a missing or altered row shows against it. */
  readonly hashes: Readonly<Record<string, string>>;
}

export interface Schema {
  readonly version: number;
  readonly stores: Readonly<Record<string, string>>;
  readonly upgrade?: (transaction: Transaction) => PromiseLike<unknown>;
}

/** Every schema ever released, oldest first. A released one is frozen: changes come as a further entry. */
export const schemas: readonly Schema[] = [
  {
    version: 1,
    stores: {
      users: 'id',
      reviews: 'id, user, [user+fiscalYear]',
      drafts: 'id, user',
      workbooks: 'id, user',
      places: 'review',
      folders: 'user',
      heads: 'key',
      courses: 'id',
      tallies: 'id',
      visits: 'id',
    },
  },
];

export const databaseName = 'furikaeri';

/** Our version as the browser counts it: Dexie keeps version 1 as 10. */
export const nativeVersion = Math.max(...schemas.map(({ version }) => version)) * 10;
