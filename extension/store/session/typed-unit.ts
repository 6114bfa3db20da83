import { success } from '../../../core/result.ts';
import { correctUnit } from '../../../core/review/completion.ts';
import type { Review, Role, Unit } from '../../../core/review/review.ts';
import type { Store } from '../store.ts';
import type { Change } from './pending.ts';
import { commit, commitUntilSaved } from './saving.ts';
import { keeperOf, type TakeUp } from './second-place.ts';
import { type KeptFields, keepFields, leftFields, type Typing } from './typed-fields.ts';

/** Unit and role of a finished review, as they are typed where it is handed over. */

/** Where someone works and in which role, field by field. */
export interface PlaceFields extends Record<string, string | null> {
  readonly ward: string | null;
  readonly division: string | null;
  readonly section: string | null;
  readonly role: Role | null;
}

export const placeFields = ({ unit, role }: { unit: Unit; role: Role | null }): PlaceFields => ({
  ward: unit.ward,
  division: unit.division,
  section: unit.section,
  role,
});

export const unitOf = ({ ward, division, section }: PlaceFields): Unit => ({
  ward,
  division,
  section,
});

/** For the review with this id, which is at hand when the typing begins. */
export function keepUnit(store: Store, of: Review['id']): KeptFields<PlaceFields> {
  const field = ['unit', store.user.peek()?.id ?? '', of] as const;
  return keeperOf(store, field, () =>
    keepFields<PlaceFields>(store, field, (typing) => {
      const change = unitChange(typing);
      // Another year was taken up before the typing paused.
      return commitUntilSaved(store, store.stored.peek()?.id === of ? change : { ...change, of });
    }),
  );
}

const unitChange = (typing: Typing<PlaceFields>): Change => ({
  act(review, moment) {
    const fields = typing(placeFields(review));
    return success(correctUnit(review, unitOf(fields), fields.role, moment));
  },
});

/** Saves what a page has left behind of it. */
export const takeUpUnit: TakeUp = async (store, value, [owner, of]) => {
  const review = store.stored.peek();
  if (!review || owner !== store.user.peek()?.id || of !== review.id) return false;
  if (!leftFields(value, placeFields(review))) return true;
  return commit(
    store,
    unitChange((now) => leftFields(value, now) ?? now),
  );
};
