import { useEffect, useState } from 'preact/hooks';
import type { Unit } from '../../core/review/review.ts';
import { t } from '../../locales/t.ts';
import { ButtonLink, Buttons } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { readPolicy } from '../platform/policy.ts';
import type { User } from '../store/user.ts';
import { listUsers } from '../store/users.ts';
import { NewUser } from './new-user.tsx';

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
  const isShared = before.users.length > 0;
  return (
    <>
      {isShared && <OthersHere />}
      <NewUser {...before} start={t('firstRun.start')} />
      {!isShared && <UsedBefore />}
    </>
  );
}

/** On a fresh profile: everything that was here may be gone (F14). */
function UsedBefore() {
  return (
    <>
      <h2>{t('firstRun.usedBefore')}</h2>
      <p>{t('firstRun.noBackup')}</p>
      <Buttons>
        <ButtonLink href="options.html#/backup">{t('firstRun.restore')}</ButtonLink>
      </Buttons>
    </>
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
