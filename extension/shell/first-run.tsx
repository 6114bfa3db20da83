import { useEffect, useState } from 'preact/hooks';
import type { Role, Unit } from '../../core/review/review.ts';
import { t } from '../../locales/t.ts';
import { Button, ButtonLink, Buttons } from '../../ui/button.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { TextField } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { readPolicy } from '../platform/policy.ts';
import type { User } from '../store/user.ts';
import { addUser, listUsers } from '../store/users.ts';
import { UnitFields } from './unit-fields.tsx';
import { labelProblem, longestLabel } from './user-label.ts';

interface Before {
  /** What the IT desk has filled in. */
  readonly preset: Unit;
  /** Those who use this PC already. */
  readonly users: readonly User[];
}

/** One screen before the first answer: who, where, in which role. Everything may be left empty and changed later. */
export function FirstRun() {
  const [before, setBefore] = useState<Before | null>(null);
  useEffect(() => {
    void Promise.all([readPolicy(), listUsers()]).then(([policy, users]) =>
      setBefore({ preset: policy.unit, users }),
    );
  }, []);
  if (!before) return null;
  return (
    <>
      {before.users.length > 0 ? <OthersHere /> : <NothingHere />}
      <p>{t('firstRun.lead')}</p>
      <NewUser {...before} />
    </>
  );
}

function NewUser({ preset, users }: Before) {
  const [label, setLabel] = useState('');
  const [unit, setUnit] = useState(preset);
  const [role, setRole] = useState<Role | null>(null);
  const [problem, setProblem] = useState<string | null>(null);

  const start = (event: Event) => {
    event.preventDefault();
    const found = labelProblem(label.trim(), users);
    setProblem(found);
    if (!found) void addUser(label.trim(), { unit, role }).then(() => location.reload());
  };
  return (
    <form onSubmit={start}>
      <ErrorSummary errors={problem ? [{ field: 'label', text: problem }] : []} />
      <UnitFields
        unit={unit}
        role={role}
        preset={preset}
        onInput={(nextUnit, nextRole) => {
          setUnit(nextUnit);
          setRole(nextRole);
        }}
      />
      <TextField
        id="label"
        mark={users.length > 0 ? 'required' : 'optional'}
        label={t('user.label')}
        support={t('user.labelHelp')}
        error={problem}
        length={20}
        maxLength={longestLabel}
        value={label}
        onInput={setLabel}
      />
      <Buttons>
        <Button kind="primary" type="submit">
          {t('firstRun.start')}
        </Button>
      </Buttons>
    </form>
  );
}

/** A fresh profile: begun for the first time, or everything that was here is gone (F14). */
function NothingHere() {
  return (
    <Notice
      kind="info"
      heading={t('firstRun.noBackup')}
      actions={<ButtonLink href="options.html#/backup">{t('firstRun.restore')}</ButtonLink>}
    >
      <p>{t('firstRun.noBackupHelp')}</p>
    </Notice>
  );
}

/** Others use this PC already (F16). */
function OthersHere() {
  return (
    <Notice
      kind="info"
      heading={t('firstRun.others')}
      actions={<ButtonLink href="options.html#/users">{t('firstRun.choose')}</ButtonLink>}
    >
      <p>{t('firstRun.othersHelp')}</p>
    </Notice>
  );
}
