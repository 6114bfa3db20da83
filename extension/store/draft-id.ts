import type { Sheet } from '../../core/sheet/sheet.ts';

/** What tells a user's drafts apart. */
export type Which = Pick<Sheet, 'fiscalYear' | 'sections'>;

/** The id of the row of a user's draft: there is one of each section and 年度. */
export function draftId(owner: string, { fiscalYear, sections: [first] }: Which): string {
  return JSON.stringify([owner, fiscalYear, first?.division ?? null, first?.section ?? '']);
}
