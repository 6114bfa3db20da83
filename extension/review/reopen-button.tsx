import { useState } from 'preact/hooks';
import { reopen } from '../../core/review/completion.ts';
import { t } from '../../locales/t.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { store } from '../page-store.ts';
import { commit } from '../store/session/saving.ts';

interface ReopenButtonProps {
  revision: number;
  /** The review is open, on the disk. */
  onDone?: () => void;
}

/** Asks first: the revision it begins can't be taken back, and there is no finished result until its end. */
export function ReopenButton({ revision, onDone }: ReopenButtonProps) {
  const [asking, setAsking] = useState(false);
  const start = async () => {
    setAsking(false);
    await commit(store, { act: reopen });
    if (store.saving.peek().state !== 'failed') onDone?.();
  };
  return (
    <>
      <Button onClick={() => setAsking(true)}>{t('closed.reopen')}</Button>
      <Dialog
        open={asking}
        heading={t('closed.sure', { next: revision + 1 })}
        onClose={() => setAsking(false)}
        actions={
          <>
            <Button onClick={() => setAsking(false)}>{t('ui.cancel')}</Button>
            <Button onClick={() => void start()}>{t('closed.start')}</Button>
          </>
        }
      >
        <p>{t('closed.sureHelp')}</p>
      </Dialog>
    </>
  );
}
