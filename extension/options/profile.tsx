import { signal } from '@preact/signals';
import { useEffect, useState } from 'preact/hooks';
import { sameValue } from '../../core/merge-fields.ts';
import type { Role, Unit } from '../../core/review/review.ts';
import { t } from '../../locales/t.ts';
import { TextField } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { UnitFields } from '../app/unit-fields.tsx';
import { labelProblem, longestLabel } from '../app/user-label.ts';
import { trimmedUnit } from '../app/words.ts';
import { store } from '../page-store.ts';
import type { KeptFields } from '../store/session/typed-fields.ts';
import {
  keepProfile,
  type ProfileFields,
  profileFields,
  withProfile,
} from '../store/session/typed-profile.ts';
import { placeFields } from '../store/session/typed-unit.ts';
import { labelFault, type User } from '../store/session/user.ts';
import { keep } from './keep.tsx';

interface ProfileProps {
  owner: User;
  /** The other people on this PC. */
  others: readonly User[];
}

interface Typed {
  readonly label: string;
  readonly unit: Unit;
  readonly role: Role | null;
}

const trimmed = ({ label, unit, role }: Typed): ProfileFields => ({
  ...placeFields({ unit: trimmedUnit(unit), role }),
  label: label.trim(),
});

/** The other people on this PC, as they are known by now. */
let othersNow: readonly User[] = [];
/** Whether a name was typed that can't be theirs: it is not kept, and the page says so without waiting for the field to be left. */
const isRefused = signal(false);

const keepers = new Map<User['id'], KeptFields<ProfileFields>>();

function keeperOf(owner: User['id']): KeptFields<ProfileFields> {
  const known = keepers.get(owner);
  if (known) return known;
  const keeper = keepProfile(store, owner, (typing) => {
    // Whoever has come instead is not to be called so.
    if (store.user.peek()?.id !== owner) return Promise.resolve(false);
    return keep((base) => {
      const now = profileFields(base);
      const next = typing(now);
      isRefused.value = next.label !== now.label && labelFault(next.label, othersNow) !== null;
      return withProfile(base, { ...next, label: isRefused.value ? now.label : next.label });
    });
  });
  keepers.set(owner, keeper);
  return keeper;
}

/** Who and where the current user is; shown as it is typed, and saved when the typing pauses. */
export function Profile({ owner, others }: ProfileProps) {
  const [own, setOwn] = useState<Typed | null>(null);
  // A name that is missing because someone else came to this PC is no fault until the field was left.
  const [left, setLeft] = useState(false);
  othersNow = others;
  const keeper = keeperOf(owner.id);
  useEffect(() => {
    isRefused.value = false;
    return () => void keeper.flush();
  }, [keeper]);
  // Drawn anew once it is saved: another page may have changed a field meanwhile.
  const { state } = store.saving.value;
  const saved = { ...owner.settings, label: owner.label };
  const isOwn = own && (state !== 'saved' || keeper.unsavedSince() !== null || stands(own));
  const typed: Typed = isOwn ? own : saved;
  const lacking = labelProblem(owner.label, others);
  const problem = labelProblem(typed.label.trim(), others);

  /** Whether the disk has what stands in the fields, but for a name that can't be theirs. */
  function stands(fields: Typed): boolean {
    const next = trimmed(fields);
    const label = labelFault(next.label, others) ? owner.label : next.label;
    return sameValue({ ...next, label }, profileFields(owner));
  }
  const type = (next: Typed) => {
    setOwn(next);
    keeper.type(trimmed(next), profileFields(owner));
  };
  return (
    <>
      <h2>{t('profile.heading')}</h2>
      <p>{t(store.review.value?.state === 'completed' ? 'profile.finished' : 'profile.help')}</p>
      {lacking && <Notice kind="info" level={3} heading={lacking} />}
      {/* The fields' own `change`, heard as it rises: at leaving a text, at choosing a role. */}
      <form
        onChange={() => void keeper.flush()}
        onFocusOut={({ target }) => setLeft(left || (target as Element).id === 'label')}
        onSubmit={(event) => event.preventDefault()}
      >
        <UnitFields
          unit={typed.unit}
          role={typed.role}
          onInput={(unit, role) => type({ ...typed, unit, role })}
        />
        <TextField
          id="label"
          mark={others.length > 0 ? 'required' : 'optional'}
          label={t('user.label')}
          support={t('user.labelHelp')}
          error={left || isRefused.value ? problem : null}
          length={20}
          limit={longestLabel}
          value={typed.label}
          onInput={(label) => type({ ...typed, label })}
        />
      </form>
    </>
  );
}
