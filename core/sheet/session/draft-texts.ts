import type { Sheet, SheetSection, Target } from '../model/sheet.ts';
import type { WorkbookTexts } from '../model/sheet-draft.ts';
import { changesBetween } from './changes.ts';
import { merge } from './merge.ts';
import { isPending } from './pending.ts';
import { sectionId } from './section-id.ts';

/** What the sheets of one section say: of a draft, or of a workbook. */

export const targetsOf = ({ sections }: WorkbookTexts): readonly Target[] =>
  sections[0]?.targets ?? [];

/** How many targets say something. */
export const countFilled = (texts: WorkbookTexts): number =>
  targetsOf(texts).filter(({ target, result }) => target || result).length;

/** Whether a section says nothing. */
export const isEmpty = ({ targets }: SheetSection): boolean => targets.every(isPending);

/** One section in one 年度, however its name is spelled. */
export const sectionKey = ({ fiscalYear, sections: [first] }: Sheet): string =>
  `${fiscalYear}\n${first ? sectionId(first) : ''}`;

export const textsOf = ({ policies, sections }: WorkbookTexts): WorkbookTexts => ({
  policies,
  sections,
});

/** Whether two texts of a section say the same of its targets. */
export const saySame = (one: WorkbookTexts, other: WorkbookTexts): boolean =>
  changesBetween(one, other).every(({ section }) => section === null);

type Policies = Sheet['policies'];

/** `now`, with what `own` has changed of `was`. */
export const mergePolicies = (own: Policies, was: Policies, now: Policies): Policies =>
  merge(
    { fiscalYear: null, ward: null, policies: own, sections: [] },
    { policies: was, sections: [] },
    { policies: now, sections: [] },
  ).draft.policies;
