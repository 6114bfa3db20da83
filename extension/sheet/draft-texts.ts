import type { SectionName } from '../../core/sheet/section-name.ts';
import type { Sheet, Target } from '../../core/sheet/sheet.ts';
import type { WorkbookTexts } from '../../core/sheet/sheet-draft.ts';

/** What the sheets of one section say: of a draft, or of a workbook. */

export const targetsOf = ({ sections }: WorkbookTexts): readonly Target[] =>
  sections[0]?.targets ?? [];

/** How many targets say something. */
export const written = (texts: WorkbookTexts): number =>
  targetsOf(texts).filter(({ target, result }) => target || result).length;

export const sectionKey = ({ fiscalYear, sections: [first] }: Sheet): string =>
  [fiscalYear, first?.division, first?.section].join('\n');

export const textsOf = ({ policies, sections }: WorkbookTexts): WorkbookTexts => ({
  policies,
  sections,
});

/** What the cells of two workbooks, or of a workbook and a draft, have in common. */
export function says(texts: WorkbookTexts): string {
  return JSON.stringify(
    targetsOf(texts)
      .filter(({ target, result }) => target || result)
      .map(({ no, target, result }) => [no, target || null, result || null]),
  );
}

export const nothing = says({ policies: [], sections: [] });

export const isNamed =
  ({ division, section }: SectionName) =>
  (other: SectionName): boolean =>
    other.division === division && other.section === section;

type Policies = Sheet['policies'];

/** `fresh`, with what `own` has changed of `was`. */
export function rebased(own: Policies, was: Policies, fresh: Policies): Policies {
  return Array.from({ length: Math.max(own.length, fresh.length) }, (_, slot) => {
    const mine = own[slot] ?? null;
    return mine === (was[slot] ?? null) ? (fresh[slot] ?? null) : mine;
  });
}
