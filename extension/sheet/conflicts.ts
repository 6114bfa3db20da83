import { computed, signal } from '@preact/signals';
import type { Sheet } from '../../core/sheet/model/sheet.ts';
import type { SheetDraft, WorkbookTexts } from '../../core/sheet/model/sheet-draft.ts';
import { type Conflict, type Merged, merge } from '../../core/sheet/session/merge.ts';
import { mergeDrafts } from '../../core/sheet/session/merge-drafts.ts';
import { same } from '../../core/sheet/session/same.ts';
import { settle } from '../../core/sheet/session/settle.ts';
import { writing } from './draft.ts';

/** What was written here, and otherwise in the file or on another page, until the chief has said which is right. */

/** The other side: the file that has changed, or another page's draft; `taken` is what both began with. */
export type Sides =
  | { readonly kind: 'file'; readonly taken: WorkbookTexts; readonly now: WorkbookTexts }
  | { readonly kind: 'page'; readonly taken: Sheet; readonly now: SheetDraft };

/** Null where nothing is to be settled. */
export const sides = signal<Sides | null>(null);

const merged = computed<Merged | null>(() =>
  writing.value && sides.value ? bring(writing.value, sides.value) : null,
);

export const conflicts = computed<readonly Conflict[]>(() => merged.value?.conflicts ?? []);

/** What both sides hold by now, once nothing is left to be settled; else null. */
export const agreed = (): WorkbookTexts | null =>
  merged.value && merged.value.conflicts.length === 0 ? merged.value.taken : null;

export interface Brought {
  /** With all that was changed on one side alone. */
  readonly draft: Sheet;
  readonly taken: WorkbookTexts;
  /** Null where nothing is left to be settled. */
  readonly sides: Sides | null;
}

/** Brings a draft and the other side together. Where the other says nothing, nothing of it can be lost: what is written here stays. */
export function bringTogether(draft: Sheet, open: Sides): Brought {
  return broughtFrom(mineWhereTheyAreSilent(bring(draft, open)), open);
}

/** Of what contradicts each other, that stays to be settled of which the other side says something. */
export const mineWhereTheyAreSilent = (all: Merged): Merged =>
  all.conflicts
    .filter(({ theirs }) => same(theirs, null))
    .reduce((left, conflict) => settle(left, conflict, 'mine'), all);

/** With one of the conflicts settled; null where there is nothing to settle. */
export function settled(conflict: Conflict, side: 'mine' | 'theirs'): Brought | null {
  const [all, open] = [merged.value, sides.value];
  return all && open && broughtFrom(settle(all, conflict, side), open);
}

const bring = (draft: Sheet, { kind, taken, now }: Sides): Merged =>
  kind === 'page' ? mergeDrafts(draft, taken, now) : merge(draft, taken, now);

function broughtFrom({ draft, taken, conflicts: left }: Merged, open: Sides): Brought {
  const rest: Sides =
    open.kind === 'page' ? { ...open, taken: { ...open.taken, ...taken } } : { ...open, taken };
  return { draft, taken, sides: left.length > 0 ? rest : null };
}
