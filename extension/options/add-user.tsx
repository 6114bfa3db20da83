import { useEffect, useRef, useState } from 'preact/hooks';
import type { Unit } from '../../core/review/review.ts';
import { t } from '../../locales/t.ts';
import { NewUser } from '../app/new-user.tsx';
import { store } from '../page-store.ts';
import { readPolicy } from '../platform/policy.ts';
import type { User } from '../store/session/user.ts';

interface AddUserProps {
  users: readonly User[];
  onCancel: () => void;
}

/** Someone else wants to use this PC too: asks what the first one was asked, and goes on as that person. */
export function AddUser({ users, onCancel }: AddUserProps) {
  const [preset, setPreset] = useState<Unit | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => void readPolicy().then(({ unit }) => setPreset(unit)), []);
  useEffect(() => heading.current?.focus(), []);
  return (
    <>
      <h2 ref={heading} tabIndex={-1}>
        {t('users.add')}
      </h2>
      {preset && (
        <NewUser
          users={users}
          preset={preset}
          previous={store.user.peek()?.settings.unit}
          start={t('users.addDone')}
          onCancel={onCancel}
        />
      )}
    </>
  );
}
