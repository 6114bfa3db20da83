import { useState } from 'preact/hooks';
import { t } from '../../locales/t.ts';
import { TextField } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { UnitFields } from '../shell/unit-fields.tsx';
import { labelProblem, longestLabel } from '../shell/user-label.ts';
import { review } from '../store/session.ts';
import type { User } from '../store/user.ts';
import { keep } from './keep.tsx';

interface ProfileProps {
  owner: User;
  /** The other people on this PC. */
  others: readonly User[];
}

/** Who and where the current user is; saved when a field is left. */
export function Profile({ owner, others }: ProfileProps) {
  const [label, setLabel] = useState(owner.label);
  const [{ unit, role }, setPlace] = useState(owner.settings);
  // A name that is missing because someone else came to this PC is no fault until the field was left.
  const [left, setLeft] = useState(false);
  const lacking = labelProblem(owner.label, others);
  const problem = labelProblem(label.trim(), others);

  // The fields' own `change`, heard as it rises: at leaving a text, at choosing a role.
  const save = () => {
    const settings = { ...owner.settings, unit: trimmed(unit), role };
    void keep({ label: problem ? owner.label : label.trim(), settings });
  };
  return (
    <>
      <h2>{t('profile.heading')}</h2>
      <p>{t(review.value?.state === 'completed' ? 'profile.finished' : 'profile.help')}</p>
      {lacking && <Notice kind="info" level={3} heading={lacking} />}
      <form
        onChange={save}
        onFocusOut={({ target }) => setLeft(left || (target as Element).id === 'label')}
        onSubmit={(event) => event.preventDefault()}
      >
        <UnitFields
          unit={unit}
          role={role}
          onInput={(nextUnit, nextRole) =>
            setPlace({ ...owner.settings, unit: nextUnit, role: nextRole })
          }
        />
        <TextField
          id="label"
          mark={others.length > 0 ? 'required' : 'optional'}
          label={t('user.label')}
          support={t('user.labelHelp')}
          error={left ? problem : null}
          length={20}
          maxLength={longestLabel}
          value={label}
          onInput={setLabel}
        />
      </form>
    </>
  );
}

const trimmed = (unit: User['settings']['unit']) => ({
  ward: unit.ward?.trim() || null,
  division: unit.division?.trim() || null,
  section: unit.section?.trim() || null,
});
