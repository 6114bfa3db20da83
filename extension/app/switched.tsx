import { useEffect, useState } from 'preact/hooks';
import { t } from '../../locales/t.ts';
import { Button, Buttons } from '../../ui/button.tsx';
import { Page } from '../../ui/page.tsx';
import { store } from '../page-store.ts';
import { switchUser } from '../store/session/users.ts';
import { SaveFailure } from './save-failure.tsx';
import { nameOf } from './user-label.ts';
import { useWrite, WriteFailure } from './write.tsx';

/**
 * Another page has changed the user (F16): covers what was this page's user's, and lets the person
 * who sits here say who goes on. What that user still had to be saved is saved first.
 */
export function Switched({ narrow }: { narrow: boolean }) {
  const { value: status } = store.saving;
  const { value: owner } = store.user;
  const to = store.switched.value?.to;
  const [leaving, leave] = useState(false);
  const isSaved = store.pending.value.length === 0;
  useEffect(() => {
    if (leaving && isSaved) location.reload();
  }, [leaving, isSaved]);
  const { failure, write } = useWrite();
  // The one who was typing hears at once that the page is another.
  useEffect(() => document.querySelector('h1')?.focus(), []);
  if (!owner) return null;

  const own = nameOf(owner);
  const failed = status.state === 'failed';
  const goBack = () =>
    void write(async () => {
      await switchUser(store, owner.id);
      store.switched.value = null;
    });
  return (
    <Page
      title={to ? t('switched.title', { name: nameOf(to) }) : t('switched.nobody')}
      route="switched"
      narrow={narrow}
      invalid={failed}
      home="home.html"
    >
      {failed && <SaveFailure cause={status.cause} />}
      <WriteFailure cause={failure} />
      <p>{t('switched.help', { name: own })}</p>
      {isSaved && <p>{t('switched.kept', { name: own })}</p>}
      <Buttons>
        {!failed && (
          <Button kind="primary" onClick={() => leave(true)}>
            {to ? t('switched.goOn', { name: nameOf(to) }) : t('switched.choose')}
          </Button>
        )}
        <Button onClick={goBack}>{t('switched.back', { name: own })}</Button>
      </Buttons>
    </Page>
  );
}
