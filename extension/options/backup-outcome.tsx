import { useRef, useState } from 'preact/hooks';
import { t } from '../../locales/t.ts';
import { Notice } from '../../ui/notice.tsx';
import { Told } from '../../ui/told.tsx';
import { causeOf } from '../store/cause.ts';
import type { User } from '../store/user.ts';
import { type SavedBackup, saveBackupOf } from './saved-backup.ts';

type Outcome =
  | { readonly state: 'none' }
  | { readonly state: 'making' }
  | { readonly state: 'saved'; readonly saved: SavedBackup }
  | { readonly state: 'failed'; readonly cause: string };

/**
 * Saving a backup, and what became of it. `save` answers whether there is a file now;
 * while one is being made (sealing takes seconds) another press is the same wish.
 */
export function useBackup(owner: User) {
  const [outcome, setOutcome] = useState<Outcome>({ state: 'none' });
  const making = useRef(false);
  const save = async (passphrase: string | null = null): Promise<boolean> => {
    if (making.current) return false;
    making.current = true;
    setOutcome({ state: 'making' });
    try {
      setOutcome({ state: 'saved', saved: await saveBackupOf(owner, passphrase) });
      return true;
    } catch (error) {
      setOutcome({ state: 'failed', cause: causeOf(error) });
      return false;
    } finally {
      making.current = false;
    }
  };
  return { outcome, save };
}

/** Below the button. Stands from the start, so that it is heard when it fills. */
export function BackupOutcome({ outcome }: { outcome: Outcome }) {
  const { state } = outcome;
  return (
    <Told told={state === 'none' ? null : state}>
      {state === 'making' && <p>{t('backup.making')}</p>}
      {state === 'saved' && (
        <Notice kind="success" level={3} heading={t('backup.saved')}>
          <p>{t('backup.savedHelp', { name: outcome.saved.name })}</p>
          {!outcome.saved.sealed && <p>{t('backup.savedOpen')}</p>}
        </Notice>
      )}
      {state === 'failed' && (
        <Notice kind="error" level={3} heading={t('backup.failed')}>
          <p>{t('backup.failedHelp', { cause: outcome.cause })}</p>
        </Notice>
      )}
    </Told>
  );
}
