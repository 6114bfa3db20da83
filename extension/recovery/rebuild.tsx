import { useState } from 'preact/hooks';
import { t } from '../../locales/t.ts';
import { Button, Buttons } from '../../ui/button.tsx';
import { dateAndTime } from '../../ui/date-and-time.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Notice } from '../../ui/notice.tsx';
import { store } from '../page-store.ts';
import { causeOf } from '../store/db/cause.ts';
import { goOnWithout } from '../store/integrity/damage.ts';
import { rebuildDatabase } from '../store/restore/fallback-db.ts';
import { type LoadedCopy, restoreCopies } from './load-copies.ts';

/** Makes a database that can't be opened anew, and restores all people from the second copy (F5). */
export function Rebuild(copy: LoadedCopy) {
  const { head, savedAt, count } = copy;
  const [asking, setAsking] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);

  const rebuild = async () => {
    setAsking(false);
    try {
      const db = await rebuildDatabase(store);
      // Without anything to restore, the person has seen what there was, and is not asked again.
      await (savedAt ? restoreCopies(db, copy) : goOnWithout(db, head, count));
      location.reload();
    } catch (error) {
      setFailure(causeOf(error));
    }
  };

  return (
    <>
      {failure && (
        <Notice kind="error" live="alert" heading={t('rebuild.failed')}>
          <p>{t('rebuild.failedHelp', { cause: failure })}</p>
        </Notice>
      )}
      <Buttons>
        <Button kind="primary" onClick={() => location.reload()}>
          {t('trouble.reload')}
        </Button>
        <Button onClick={() => setAsking(true)}>
          {t(savedAt ? 'rebuild.start' : 'rebuild.startEmpty')}
        </Button>
      </Buttons>
      <Dialog
        open={asking}
        heading={t(savedAt ? 'rebuild.sure' : 'rebuild.sureEmpty')}
        onClose={() => setAsking(false)}
        actions={
          <>
            <Button onClick={() => setAsking(false)}>{t('ui.cancel')}</Button>
            <Button danger onClick={rebuild}>
              {t(savedAt ? 'rebuild.start' : 'rebuild.startEmpty')}
            </Button>
          </>
        }
      >
        <p>
          {savedAt ? t('rebuild.what', { time: dateAndTime(savedAt) }) : t('rebuild.whatEmpty')}
        </p>
      </Dialog>
    </>
  );
}
