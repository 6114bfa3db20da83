import { useEffect, useState } from 'preact/hooks';
import { t } from '../../locales/t.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { Rows } from '../../ui/rows.tsx';
import { Tag } from '../../ui/tag.tsx';
import { route } from '../shell/route.ts';
import { labelOf } from '../shell/user-label.ts';
import { user } from '../store/session.ts';
import type { User } from '../store/user.ts';
import { listUsers, switchUser } from '../store/users.ts';
import { AddUser } from './add-user.tsx';
import { Unsaved } from './keep.tsx';
import { Profile } from './profile.tsx';
import { SettingsPart } from './settings.tsx';

/** 利用者と設定: who uses this PC (F16), and how the one who does now wants it. */
export function UsersRoom() {
  const { value: current } = user;
  const [users, setUsers] = useState<readonly User[] | null>(null);
  useEffect(() => {
    void listUsers().then(setUsers);
  }, [current]);
  useEffect(() => {
    if (users && route.value[0] === 'settings') document.getElementById('settings')?.focus();
  }, [users === null, route.value]);
  if (!users) return null;
  if (users.length === 0) return <Nobody />;
  const others = users.filter(({ id }) => id !== current?.id);
  return (
    <>
      <Unsaved />
      {current && (
        <>
          <Profile key={current.id} owner={current} others={others} />
          <SettingsPart key={`${current.id} settings`} settings={current.settings} />
        </>
      )}
      <h2>{t('users.heading')}</h2>
      <p>{t('users.help')}</p>
      <Rows
        rows={users.map((each) => ({
          id: each.id,
          label: labelOf(each),
          act:
            each.id === current?.id ? (
              <Tag tone="info">{t('users.now')}</Tag>
            ) : (
              <Switch to={each} />
            ),
        }))}
      />
      <AddUser users={users} />
    </>
  );
}

function Switch({ to }: { to: User }) {
  const change = () => void switchUser(to.id).then(() => location.reload());
  return (
    <Button onClick={change} aria-label={t('users.switchTo', { label: labelOf(to) })}>
      {t('users.switch')}
    </Button>
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
