import type { Store } from '../store.ts';
import { saveProfile } from './profile.ts';
import type { TakeUp } from './second-place.ts';
import { type KeptFields, keepFields, leftFields, type Typing } from './typed-fields.ts';
import { type PlaceFields, placeFields, unitOf } from './typed-unit.ts';
import { labelFault, type User } from './user.ts';
import { listUsers } from './users.ts';

/** A user's name, unit and role, as they are typed in the settings. */

export interface ProfileFields extends PlaceFields {
  readonly label: string;
}

export const profileFields = ({ label, settings }: User): ProfileFields => ({
  ...placeFields(settings),
  label,
});

/** A user with what was typed of them. */
export const withProfile = (owner: User, fields: ProfileFields): User => ({
  ...owner,
  label: fields.label,
  settings: { ...owner.settings, unit: unitOf(fields), role: fields.role },
});

/** For one user; `save` answers whether it is on the disk. */
export const keepProfile = (
  store: Store,
  owner: User['id'],
  save: (typing: Typing<ProfileFields>) => Promise<boolean>,
): KeptFields<ProfileFields> => keepFields(store, ['profile', owner], save);

/** Saves what a page has left behind of it; a name that can't be theirs is let go. */
export const takeUpProfile: TakeUp = async (store, value, [owner]) => {
  const others = (await listUsers(store)).filter(({ id }) => id !== owner);
  const now = store.user.peek();
  if (!now || owner !== now.id) return false;
  if (!leftFields(value, profileFields(now))) return true;
  await saveProfile(store, owner, (user) => {
    const left = leftFields(value, profileFields(user));
    const isRefused = left && labelFault(left.label, others);
    return left ? withProfile(user, { ...left, label: isRefused ? user.label : left.label }) : user;
  });
  return true;
};
