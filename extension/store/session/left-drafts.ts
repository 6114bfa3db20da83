import type { Sheet } from '../../../core/sheet/model/sheet.ts';
import type { SheetDraft } from '../../../core/sheet/model/sheet-draft.ts';
import { type KeptText, keepText } from '../../../ui/kept-text.ts';
import { draftId, type Which } from '../db/draft-id.ts';
import type { Store } from '../store.ts';
import { keeperOf, secondPlace, takeUpLeft } from './second-place.ts';

/** A draft of a sheet as it is typed, in its second place until the disk has it. */
export interface LeftDraft extends Pick<SheetDraft, 'before' | 'file'> {
  readonly sheet: Sheet;
  /** The draft as it was on the disk when this was typed, and the number of that save. */
  readonly saved: Sheet;
  readonly known: number;
  /** What was on its way to the disk when this was typed: found there, it is this page's own. */
  readonly underway?: Sheet;
}

/** For the draft of one section; `save` saves what is written by now. */
export function keepDraft(
  store: Store,
  which: Which,
  save: () => Promise<boolean>,
): KeptText<LeftDraft> {
  const owner = store.user.peek()?.id ?? '';
  const id = draftId(owner, which);
  const field = ['draft', owner, id] as const;
  return keeperOf(store, field, () => keepText({ second: secondPlace(store, field), save }));
}

/** Hands `take` each draft of this user that a page that is gone has left; it answers whether it is saved. */
export function takeUpDrafts(
  store: Store,
  take: (left: LeftDraft, id: string) => Promise<boolean>,
): Promise<void> {
  return takeUpLeft(store, {
    draft: async (_, value, [owner, id = '']) => {
      if (owner !== store.user.peek()?.id) return false;
      return isLeftDraft(value) ? take(value, id) : true;
    },
  });
}

const isLeftDraft = (value: unknown): value is LeftDraft =>
  typeof value === 'object' &&
  value !== null &&
  ['sheet', 'saved', 'before', 'known'].every((key) => key in value);
