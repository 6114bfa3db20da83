import { useEffect, useState } from 'preact/hooks';
import { t } from '../../locales/t.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { route } from '../app/route.ts';
import { store } from '../page-store.ts';
import type { User } from '../store/session/user.ts';
import { listUsers } from '../store/session/users.ts';
import { AddUser } from './add-user.tsx';
import { Unsaved } from './keep.tsx';
import { People } from './people.tsx';
import { Profile } from './profile.tsx';
import { SettingsPart } from './settings.tsx';

/** 利用者と設定: who uses this PC (F16), and how the one who does now wants it. */
export function UsersView() {
  const { value: current } = store.user;
  const [users, setUsers] = useState<readonly User[] | null>(null);
  const [adding, setAdding] = useState(false);
  useEffect(() => {
    void listUsers(store).then(setUsers);
  }, [current]);
  useEffect(() => {
    if (users && route.value[0] === 'settings') document.getElementById('settings')?.focus();
  }, [users === null, route.value]);
  if (!users) return null;
  if (users.length === 0) return <Nobody />;

  const stopAdding = () => {
    setAdding(false);
    requestAnimationFrame(() => document.getElementById('add-user')?.focus());
  };
  if (adding) return <AddUser users={users} onCancel={stopAdding} />;

  const people = (
    <People
      users={users}
      current={current}
      onAdd={() => setAdding(true)}
      onNamed={() => void listUsers(store).then(setUsers)}
    />
  );
  // Several come here to switch, one alone for the settings.
  const isShared = users.length > 1;
  return (
    <>
      <Unsaved />
      {isShared && people}
      {current && (
        <>
          <Profile
            key={current.id}
            owner={current}
            others={users.filter(({ id }) => id !== current.id)}
          />
          <SettingsPart
            key={`${current.id} settings`}
            owner={current.id}
            settings={current.settings}
          />
        </>
      )}
      {!isShared && people}
    </>
  );
}

function Nobody() {
  return (
    <>
      <p>{t('users.nobody')}</p>
      <ButtonLink kind="primary" href="review.html">
        {t('users.begin')}
      </ButtonLink>
    </>
  );
}
