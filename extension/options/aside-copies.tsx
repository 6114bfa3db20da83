import { Fragment } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { t } from '../../locales/t.ts';
import { Button, Buttons } from '../../ui/button.tsx';
import { DeleteDialog } from '../app/delete-dialog.tsx';
import { store } from '../page-store.ts';
import { type RestoreTarget, RestoreText } from '../recovery/restore-text.tsx';
import { type AsideCopy, forgetAside, readAside } from '../store/mirror/mirror.ts';
import { listUsers } from '../store/session/users.ts';

/** Automatic copies kept aside when someone went on without restoring them; the current user's, and those of nobody here. */
export function AsideCopies(target: RestoreTarget) {
  const [copies, setCopies] = useState<readonly AsideCopy[]>([]);
  const [shown, setShown] = useState<AsideCopy | null>(null);
  const [asking, setAsking] = useState<AsideCopy | null>(null);
  useEffect(() => void load().then(setCopies), []);
  if (copies.length === 0) return null;

  const forget = async () => {
    if (asking) await forgetAside(store, asking);
    setShown(null);
    setCopies(await load());
  };
  return (
    <>
      <h2>{t('aside.heading')}</h2>
      <p>{t('aside.help')}</p>
      {copies.map((copy) => (
        <Fragment key={copy.key}>
          <Buttons>
            <Button onClick={() => setShown(copy)}>{t('aside.show')}</Button>
            <Button danger kind="text" onClick={() => setAsking(copy)}>
              {t('aside.forget')}
            </Button>
          </Buttons>
          {shown === copy && <RestoreText text={copy.text} {...target} kind="secondary" />}
        </Fragment>
      ))}
      <DeleteDialog
        open={asking !== null}
        heading={t('aside.sure')}
        warning={t('aside.sureHelp')}
        act={t('aside.forget')}
        onClose={() => setAsking(null)}
        remove={forget}
      />
    </>
  );
}

async function load(): Promise<AsideCopy[]> {
  const [copies, users] = await Promise.all([readAside(store), listUsers(store)]);
  const others = new Set(users.map(({ id }) => id));
  others.delete(store.user.peek()?.id ?? '');
  return copies.filter((copy) => !others.has(copy.user));
}
