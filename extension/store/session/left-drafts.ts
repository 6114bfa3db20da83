import type { Sheet } from '../../../core/sheet/model/sheet.ts';
import type { SheetDraft } from '../../../core/sheet/model/sheet-draft.ts';
import { type KeptText, keepText } from '../../../ui/kept-text.ts';
import { draftId, type Which } from '../db/draft-id.ts';
import { secondPlace, takeUpLeft } from './second-place.ts';
import { user } from './session.ts';

/** A draft of a sheet as it is typed, in its second place until the disk has it. */
export interface LeftDraft extends Pick<SheetDraft, 'before' | 'file'> {
  readonly sheet: Sheet;
  /** The draft as it was on the disk when this was typed, and the number of that save. */
  readonly saved: Sheet;
  readonly known: number;
  /** What was on its way to the disk when this was typed: found there, it is this page's own. */
  readonly underway?: Sheet;
}

const keepers = new Map<string, KeptText<LeftDraft>>();

/** For the draft of one section; `save` saves what is written by now. */
export function keepDraft(which: Which, save: () => Promise<boolean>): KeptText<LeftDraft> {
  const owner = user.peek()?.id ?? '';
  const id = draftId(owner, which);
  const known = keepers.get(id);
  if (known) return known;
  const keeper = keepText<LeftDraft>({ second: secondPlace(['draft', owner, id]), save });
  keepers.set(id, keeper);
  return keeper;
}

/** Hands `take` each draft of this user that a page that is gone has left; it answers whether it is saved. */
export function takeUpDrafts(
  take: (left: LeftDraft, id: string) => Promise<boolean>,
): Promise<void> {
  return takeUpLeft({
    draft: async (value, [owner, id = '']) => {
      if (owner !== user.peek()?.id) return false;
      return isLeftDraft(value) ? take(value, id) : true;
    },
  });
}

const isLeftDraft = (value: unknown): value is LeftDraft =>
  typeof value === 'object' &&
  value !== null &&
  ['sheet', 'saved', 'before', 'known'].every((key) => key in value);
