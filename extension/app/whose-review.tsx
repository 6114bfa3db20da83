import { useEffect, useState } from 'preact/hooks';
import { t } from '../../locales/t.ts';
import { store } from '../page-store.ts';
import { listUsers } from '../store/session/users.ts';
import { nameOf } from './user-label.ts';

/** 山田さんの振り返り, with the way to another person's; says nothing where one person without a name is alone (F16). */
export function WhoseReview() {
  const { value: owner } = store.user;
  const [isShared, setShared] = useState(false);
  useEffect(() => {
    void listUsers(store).then(({ length }) => setShared(length > 1));
  }, [owner?.id]);
  if (!owner || !(owner.label || isShared)) return null;
  return (
    <p class="f-whose">
      <strong>{t('user.review', { name: nameOf(owner) })}</strong>
      <a href="options.html#/users">{t('user.change')}</a>
    </p>
  );
}
