import { success } from '../../../core/result.ts';
import { correctUnit } from '../../../core/review/completion.ts';
import type { Review, Role, Unit } from '../../../core/review/review.ts';
import { type Change, stored } from './pending.ts';
import { commit, commitUntilSaved } from './saving.ts';
import type { TakeUp } from './second-place.ts';
import { user } from './session.ts';
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

const kept = new Map<Review['id'], KeptFields<PlaceFields>>();

/** For the review with this id, which is at hand when the typing begins. */
export function keepUnit(of: Review['id']): KeptFields<PlaceFields> {
  const known = kept.get(of);
  if (known) return known;
  const keeper = keepFields<PlaceFields>(['unit', user.peek()?.id ?? '', of], (typing) => {
    const change = unitChange(typing);
    // Another year was taken up before the typing paused.
    return commitUntilSaved(stored.peek()?.id === of ? change : { ...change, of });
  });
  kept.set(of, keeper);
  return keeper;
}

const unitChange = (typing: Typing<PlaceFields>): Change => ({
  act(review, moment) {
    const fields = typing(placeFields(review));
    return success(correctUnit(review, unitOf(fields), fields.role, moment));
  },
});

/** Saves what a page has left behind of it. */
export const takeUpUnit: TakeUp = async (value, [owner, of]) => {
  const review = stored.peek();
  if (!review || owner !== user.peek()?.id || of !== review.id) return false;
  if (!leftFields(value, placeFields(review))) return true;
  return commit(unitChange((now) => leftFields(value, now) ?? now));
};
