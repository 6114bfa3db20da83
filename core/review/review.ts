import type { CatalogRef, StandardId } from '../catalog/catalog.ts';

/** One person's look back (振り返り) at the standards of one 年度 (001 §4). */

export const ratings = [
  'kept',
  'mostly-kept',
  'partly-kept',
  'not-kept',
  'not-applicable',
] as const;
export type Rating = (typeof ratings)[number];

export const roles = ['staff', 'subsection-chief', 'promoter', 'section-chief', 'other'] as const;
export type Role = (typeof roles)[number];

export const outcomes = ['done', 'going-on', 'dropped'] as const;
export type Outcome = (typeof outcomes)[number];

/** Where someone works; each part may be unknown. */
export interface Unit {
  readonly ward: string | null;
  readonly division: string | null;
  readonly section: string | null;
}

export interface Answer {
  /** null: not answered, or cleared; the note may stand without a rating. */
  readonly rating: Rating | null;
  readonly note: string | null;
  /** The store's counter at the time of saving; it, not the clock, decides which of two answers is the later. */
  readonly seq: number;
  /** Japan time, `2026-12-01T10:00:00+09:00`; shown, never compared. */
  readonly at: string;
}

/** A personal goal (002 §3), looked back on the year after. */
export interface Goal {
  readonly text: string;
  readonly standard: StandardId | null;
  readonly outcome: Outcome | null;
  readonly outcomeNote: string | null;
}

export const goalLimit = 3;

export interface Review {
  readonly id: string;
  /** 1 at first, one more at each reopening. */
  readonly revision: number;
  /** The year in which the 年度 begins; fixed when the review is started. */
  readonly fiscalYear: number;
  readonly state: 'open' | 'completed';
  readonly completedAt: string | null;
  /** The layers, city first. */
  readonly catalog: readonly CatalogRef[];
  readonly unit: Unit;
  readonly role: Role | null;
  /** Only items that were ever touched. */
  readonly answers: Readonly<Record<StandardId, Answer>>;
  readonly goals: readonly Goal[];
  /** The store's counter when anything but an answer changed last. */
  readonly seq: number;
}

/** When and as what number in the store's order an act happens. */
export interface Moment {
  readonly seq: number;
  readonly at: string;
}
