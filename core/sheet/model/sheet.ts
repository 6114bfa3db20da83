import type { PhilosophyId, StandardId } from '../../catalog/catalog.ts';

/** A section's, or a whole ward's, targets and results of one 年度 (001 §5), `furikaeri.sheet/1`. */

export const standardLinks = ['raise', 'new'] as const;
/** A target raises a standard to a higher level, or makes a new one (001 §5(2)). */
export type StandardLink = (typeof standardLinks)[number];

export const costs = ['none', 'next-year', 'urgent'] as const;
/** No cost; asked for in next year's 地域課題対応事業; this year, because it can't wait. */
export type Cost = (typeof costs)[number];

export const achievements = ['achieved', 'mostly', 'missed'] as const;
export type Achievement = (typeof achievements)[number];

/** More targets than these in a section are remarked on, never refused (001 §5(2): one to three or so). */
export const usualTargets = 3;

/** Most keys are optional: one that is absent says nothing, and leaves a template's cell as it is. */
export interface Target {
  /** 1, 2, … within its section. */
  readonly no: number;
  /** The name as written in the sheet; `null` where none is given: it is never invented. */
  readonly scene?: string | null;
  /** Paragraphs are lines. `null`: there is none, the cell is cleared. The same for the three below. */
  readonly target?: string | null;
  /** 具体的な取組, where the form has a place for it beside the target; else it is a part of the target (001 §5(3)). */
  readonly measures?: string | null;
  /** What has come of it by the middle of the 年度, where the form asks for that. */
  readonly midResult?: string | null;
  readonly result?: string | null;
  readonly philosophies?: readonly PhilosophyId[];
  readonly standard?: { readonly id: StandardId; readonly kind: StandardLink } | null;
  /** 1 is ①, the first of the sheet's policies. */
  readonly policy?: number | null;
  readonly organizationGoal?: string | null;
  readonly cost?: Cost | null;
  readonly achievement?: Achievement | null;
  /** 今後の対応方策, asked for where a target was missed (001 §5(4)). */
  readonly countermeasure?: string | null;
  /** For チャレンジ☆かわさきカイゼン発表会 (001 §5(6)). */
  readonly nominate?: boolean;
  /** Reached, it is to be the section's own standard (001 §5(2)). */
  readonly becomesStandard?: boolean;
}

export interface SheetSection {
  readonly division: string | null;
  /** As written; two sections that share a row are one text, 保護第1課・保護第2課. */
  readonly section: string;
  readonly targets: readonly Target[];
}

export interface Sheet {
  /** The year in which the 年度 begins; `null` where a workbook does not tell. */
  readonly fiscalYear: number | null;
  readonly ward: string | null;
  /** In the order of ①②③…; `null` is an empty slot. */
  readonly policies: readonly (string | null)[];
  readonly sections: readonly SheetSection[];
}
