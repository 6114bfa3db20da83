import { signal } from '@preact/signals';
import { sealBackup } from '../../core/exchange/sealed-backup.ts';
import { cipher } from '../platform/passphrase.ts';
import { saveBackup } from '../shell/save-backup.ts';
import { backupOf, draftsOf, reviewsOf } from '../store/backup.ts';
import { database } from '../store/session.ts';
import type { User } from '../store/user.ts';

export interface SavedBackup {
  /** Whose, by id. */
  readonly user: string;
  /** The name proposed for the file. */
  readonly name: string;
  readonly sealed: boolean;
  /** Epoch milliseconds. */
  readonly at: number;
}

/** The last backup saved on this page, whichever room it was saved in. */
export const savedBackup = signal<SavedBackup | null>(null);

/** Saves all that is on the disk of a user as a file; sealed where there is a passphrase. */
export async function saveBackupOf(owner: User, passphrase: string | null): Promise<SavedBackup> {
  const sealed = passphrase !== null;
  const [reviews, drafts] = await Promise.all([
    reviewsOf(database(), owner.id),
    draftsOf(database(), owner.id),
  ]);
  const plain = await backupOf(owner, reviews, drafts);
  const text = sealed ? await sealBackup(plain, passphrase, cipher) : plain;
  const name = saveBackup(text, owner.settings.unit);
  const saved = { user: owner.id, name, sealed, at: Date.now() };
  savedBackup.value = saved;
  return saved;
}
