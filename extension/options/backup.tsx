import { useState } from 'preact/hooks';
import { t } from '../../locales/t.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { go, route } from '../app/route.ts';
import { DatedPart } from '../dated/dated-part.tsx';
import { store } from '../page-store.ts';
import { RestoreFile } from '../recovery/restore-file.tsx';
import { database } from '../store/session/session.ts';
import { AsideCopies } from './aside-copies.tsx';
import { SaveBackup } from './save-backup.tsx';

/** 控え: saving one, and coming back from one; without a user too, on a fresh PC (F13, F14). */
export function BackupView() {
  const { value: current } = store.user;
  const [chosen, setChosen] = useState(false);
  // What was restored before is no longer told once another file is looked at.
  const isRestored = route.value[1] === 'restored' && !chosen;
  const restored = () => {
    go('#/backup/restored');
    location.reload();
  };
  return (
    <>
      {isRestored && (
        <Notice
          kind="success"
          focused
          heading={t('backup.restored')}
          actions={
            <ButtonLink kind="primary" href="review.html">
              {t('backup.openReview')}
            </ButtonLink>
          }
        >
          <p>{t('backup.restoredHelp')}</p>
        </Notice>
      )}
      {current && <SaveBackup owner={current} kind={isRestored ? 'secondary' : 'primary'} />}
      {current && <DatedPart />}
      <h2>{t('backup.restore')}</h2>
      <p>{t('backup.restoreHelp')}</p>
      <RestoreFile
        db={database(store)}
        kind={current ? 'secondary' : 'primary'}
        onChoose={() => setChosen(true)}
        onRestored={restored}
      />
      <AsideCopies db={database(store)} onRestored={restored} />
    </>
  );
}
