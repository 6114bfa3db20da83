import type { Sheet } from '../model/sheet.ts';
import type { WorkbookTexts } from '../model/sheet-draft.ts';
import { mergeTargets, type TargetConflict } from './merge-targets.ts';
import { same } from './same.ts';
import { findSection, type SectionId, sectionId } from './section-id.ts';

/** A text that was changed in the draft, and otherwise in the form: the chief says which is right. */
export type Conflict =
  | (TargetConflict & { readonly section: SectionId })
  | {
      /** A policy is the ward's. */
      readonly section: null;
      /** 1 is ①. */
      readonly no: number;
      readonly field: 'policies';
      readonly mine: string | null;
      readonly theirs: string | null;
    };

export interface Merged {
  readonly draft: Sheet;
  /** What is to be handed in as `taken` the next time. */
  readonly taken: WorkbookTexts;
  readonly conflicts: readonly Conflict[];
  /** Sections of the draft that the form had and has no more. */
  readonly gone: readonly SectionId[];
}

/**
 * Brings together what is being written (`draft`), what the form said when that was begun or last
 * merged (`taken`), and what it says now: section by section, target by target, field by field, the
 * policies slot by slot. What was changed on one side alone is taken from there. What was changed on
 * both stays as it is in the draft, and is a conflict. The draft's sections alone are looked at; where
 * nothing is known of what the form said, `taken` is empty. Nothing that either side has written is
 * dropped without being told.
 */
export function merge(draft: Sheet, taken: WorkbookTexts, now: WorkbookTexts): Merged {
  return mergeBy(mergeTargets, draft, taken, now);
}

/** The same by another way to bring a section's targets together. */
export function mergeBy(
  targetsOf: typeof mergeTargets,
  draft: Sheet,
  taken: WorkbookTexts,
  now: WorkbookTexts,
): Merged {
  const policies = mergePolicies(draft.policies, taken.policies, now.policies);
  const sections = draft.sections.map((own) => {
    const was = findSection(taken.sections, own);
    const is = findSection(now.sections, own);
    const id = sectionId(own);
    if (!is) return { draft: own, taken: was ?? [], conflicts: [], gone: was ? id : [] };
    const merged = targetsOf(own.targets, was?.targets ?? [], is.targets);
    return {
      draft: { ...own, targets: merged.targets },
      taken: { ...is, targets: merged.taken },
      conflicts: merged.conflicts.map((conflict) => ({ ...conflict, section: id })),
      gone: [],
    };
  });
  return {
    draft: { ...draft, policies: policies.draft, sections: sections.map((each) => each.draft) },
    taken: { policies: policies.taken, sections: sections.flatMap((each) => each.taken) },
    conflicts: [...policies.conflicts, ...sections.flatMap((each) => each.conflicts)],
    gone: sections.flatMap((each) => each.gone),
  };
}

type Policies = Sheet['policies'];

function mergePolicies(own: Policies, was: Policies, is: Policies) {
  const draft = [...own];
  const taken = [...is];
  const conflicts: Conflict[] = [];
  is.forEach((theirs, slot) => {
    const [mine, old] = [own[slot], was[slot]];
    if (mine === undefined && old !== undefined && same(old, theirs)) return;
    // A list has no holes.
    while (draft.length < slot) draft.push(is[draft.length] ?? null);
    if (mine === old || mine === undefined || (same(mine, old) && !same(old, theirs))) {
      draft[slot] = theirs;
    } else if (!same(old, theirs) && !same(mine, theirs)) {
      taken[slot] = old ?? null;
      conflicts.push({ section: null, no: slot + 1, field: 'policies', mine, theirs });
    }
  });
  return { draft, taken, conflicts };
}
