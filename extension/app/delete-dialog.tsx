import { useState } from 'preact/hooks';
import { t } from '../../locales/t.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Notice } from '../../ui/notice.tsx';
import { store } from '../page-store.ts';
import { failureOf } from '../store/db/cause.ts';

interface DeleteDialogProps {
  open: boolean;
  heading: string;
  warning: string;
  /** The word on the button that deletes. */
  act: string;
  onClose: () => void;
  /** Deletes; resolves once the disk has done so. */
  remove: () => Promise<void>;
}

/** Asks before something is deleted. What the disk refuses is told here, where it can be tried again. */
export function DeleteDialog({ open, heading, warning, act, onClose, remove }: DeleteDialogProps) {
  const [cause, setCause] = useState<string | null>(null);
  const close = () => {
    setCause(null);
    onClose();
  };
  const tryIt = async () => {
    setCause(null);
    try {
      await remove();
      close();
    } catch (error) {
      setCause(await failureOf(store, error));
    }
  };
  return (
    <Dialog
      open={open}
      heading={heading}
      warning={warning}
      onClose={close}
      actions={
        <>
          <Button onClick={close}>{t('ui.cancel')}</Button>
          <Button kind="primary" danger onClick={() => void tryIt()}>
            {act}
          </Button>
        </>
      }
    >
      {cause !== null && (
        <Notice kind="error" live="alert" level={3} heading={t('delete.failed')}>
          <p>{t('delete.failedHelp', { cause })}</p>
        </Notice>
      )}
    </Dialog>
  );
}
