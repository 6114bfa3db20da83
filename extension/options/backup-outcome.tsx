import { useRef } from 'preact/hooks';
import { t } from '../../locales/t.ts';
import { SaveOutcomeNotice, type SavingFile, useSavingFile } from '../app/save-outcome.tsx';
import { noteBackup, noteConfirmed, noteHanded } from '../dated/dated-copies.ts';
import type { User } from '../store/session/user.ts';
import { backupNameOf, makeBackupOf, type SavedBackup, savedBackup } from './saved-backup.ts';

/** Saving a backup, and what became of it. `save` answers whether there is a file now, or the browser was given one. */
export function useBackup(owner: User) {
  const made = useRef<Omit<SavedBackup, 'at'> | null>(null);
  const file = useSavingFile(() => {
    if (made.current) savedBackup.value = { ...made.current, at: Date.now() };
  });
  const save = async (passphrase: string | null = null): Promise<boolean> => {
    const outcome = await file.save(backupNameOf(owner), async () => {
      const { text, seq } = await makeBackupOf(owner, passphrase);
      made.current = { user: owner.id, seq, sealed: passphrase !== null };
      return text;
    });
    if (outcome.state === 'saved') await noteBackup();
    if (outcome.state === 'handed') await noteHanded(outcome);
    return outcome.state === 'saved' || outcome.state === 'handed';
  };
  const confirm: SavingFile['confirm'] = async (chosen, of) => {
    const outcome = await file.confirm(chosen, of);
    if (outcome?.state === 'saved') await noteConfirmed();
    return outcome;
  };
  return { saving: { ...file, confirm }, save, sealed: made.current?.sealed ?? false };
}

interface BackupOutcomeProps {
  saving: SavingFile;
  sealed: boolean;
}

export function BackupOutcome({ saving, sealed }: BackupOutcomeProps) {
  return (
    <SaveOutcomeNotice
      id="backup"
      saving={saving}
      heading={t('backup.saved')}
      more={sealed ? null : t('backup.savedOpen')}
      making={t('backup.making')}
    />
  );
}
