import { useEffect, useState } from 'preact/hooks';
import { type Role, roles, type Unit } from '../../core/review/review.ts';
import { t } from '../../locales/t.ts';
import { Button, ButtonLink, Buttons } from '../../ui/button.tsx';
import { SelectField, TextField } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { readPolicy } from '../platform/policy.ts';
import { addUser, listUsers } from '../store/users.ts';

const parts = ['ward', 'division', 'section'] as const;

/** One screen before the first answer: who, where, in which role. Everything may be left empty and changed later. */
export function FirstRun() {
  const [label, setLabel] = useState('');
  const [unit, setUnit] = useState<Unit>({ ward: null, division: null, section: null });
  const [role, setRole] = useState<Role | null>(null);
  const [shared, setShared] = useState(false);

  useEffect(() => {
    void readPolicy().then((policy) => setUnit(policy.unit));
    void listUsers().then((users) => setShared(users.length > 0));
  }, []);

  const start = (event: Event) => {
    event.preventDefault();
    void addUser(label.trim(), { unit, role }).then(() => location.reload());
  };

  return (
    <>
      {!shared && (
        <Notice kind="info" heading={t('firstRun.noBackup')}>
          <p>{t('firstRun.noBackupHelp')}</p>
          <ButtonLink href="options.html#/backup">{t('firstRun.restore')}</ButtonLink>
        </Notice>
      )}
      <p>{t('firstRun.lead')}</p>
      <form onSubmit={start}>
        {parts.map((part) => (
          <TextField
            key={part}
            id={part}
            mark="optional"
            label={t(`unit.${part}`)}
            support={t(`unit.${part}Example`)}
            length={20}
            maxLength={60}
            value={unit[part] ?? ''}
            onInput={(value) => setUnit({ ...unit, [part]: value || null })}
          />
        ))}
        <SelectField
          id="role"
          mark="optional"
          label={t('role.label')}
          value={role ?? ''}
          options={roleOptions()}
          onChange={(value) => setRole((value || null) as Role | null)}
        />
        <TextField
          id="label"
          mark="optional"
          label={t('user.label')}
          support={t('user.labelHelp')}
          length={20}
          maxLength={40}
          value={label}
          onInput={setLabel}
        />
        <Buttons>
          <Button kind="primary" type="submit">
            {t('firstRun.start')}
          </Button>
        </Buttons>
      </form>
    </>
  );
}

const roleOptions = () => [
  { value: '', label: t('role.none') },
  ...roles.map((value) => ({ value, label: t(`role.${value}`) })),
];
