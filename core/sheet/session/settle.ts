import type { SheetSection, Target } from '../model/sheet.ts';
import { type DraftTarget, formNoOf } from './draft-target.ts';
import type { Conflict, Merged } from './merge.ts';
import { findSection, sectionId } from './section-id.ts';

/** The chief has said whose text is right: it is in the draft, and no conflict any more. */
export function settle(merged: Merged, conflict: Conflict, side: 'mine' | 'theirs'): Merged {
  const { draft, taken } = merged;
  const conflicts = merged.conflicts.filter((each) => each !== conflict);
  if (conflict.section === null) {
    const put = (texts: readonly (string | null)[], text: string | null) =>
      Object.assign([...texts], { [conflict.no - 1]: text });
    return {
      ...merged,
      draft: { ...draft, policies: put(draft.policies, conflict[side]) },
      taken: { ...taken, policies: put(taken.policies, conflict.theirs) },
      conflicts,
    };
  }
  const { section: id, no, field, theirs } = conflict;
  const own = draft.sections.find((section) => sectionId(section) === id);
  const was = own && findSection(taken.sections, own);
  const target = own?.targets.find((each) => each.no === no);
  if (!own || !was || !target) return { ...merged, conflicts };
  const isTarget = (one: DraftTarget) => one.no === no;
  const isTaken = (one: DraftTarget) => formNoOf(one) === formNoOf(target);
  return {
    ...merged,
    draft: { ...draft, sections: put(draft.sections, own, isTarget, { [field]: conflict[side] }) },
    taken: { ...taken, sections: put(taken.sections, was, isTaken, { [field]: theirs }) },
    conflicts,
  };
}

const put = (
  sections: readonly SheetSection[],
  meant: SheetSection,
  isMeant: (one: DraftTarget) => boolean,
  part: Partial<Target>,
): SheetSection[] =>
  sections.map((section) =>
    section === meant
      ? {
          ...section,
          targets: section.targets.map((one) => (isMeant(one) ? { ...one, ...part } : one)),
        }
      : section,
  );
