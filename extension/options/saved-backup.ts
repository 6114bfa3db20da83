import { signal } from '@preact/signals';
import { fiscalYearOf } from '../../core/calendar/fiscal-year.ts';
import { backupFileName } from '../../core/formats/file-name.ts';
import { sealBackup } from '../../core/formats/sealed-backup.ts';
import { store } from '../page-store.ts';
import { cipher } from '../platform/passphrase.ts';
import { backupOf, draftsOf, reviewsOf } from '../store/mirror/backup.ts';
import { database } from '../store/session/session.ts';
import type { User } from '../store/session/user.ts';
import { pcRowsOf } from '../store/tables/pc-rows.ts';

export interface SavedBackup {
  /** Whose, by id. */
  readonly user: string;
  /** The store's counter when it was made. */
  readonly seq: number;
  readonly sealed: boolean;
  /** Epoch milliseconds. */
  readonly at: number;
}

/** The last backup of this page that was read back from its file, whichever room it was saved in. */
export const savedBackup = signal<SavedBackup | null>(null);

/** The name proposed for a backup of now. */
export function backupNameOf({ settings: { unit } }: User): string {
  const now = Date.now();
  return backupFileName(fiscalYearOf(now), unit, now);
}

/** All that is on the disk of a user as a text, sealed where there is a passphrase; and the store's counter before it. */
export async function makeBackupOf(
  owner: User,
  passphrase: string | null,
): Promise<{ text: string; seq: number }> {
  // The counter first: what is written meanwhile makes the backup look older, never newer.
  const seq = await counterNow();
  const [reviews, drafts, rows] = await Promise.all([
    reviewsOf(database(store), owner.id),
    draftsOf(database(store), owner.id),
    pcRowsOf(database(store)),
  ]);
  const plain = await backupOf(store, owner, reviews, drafts, rows);
  return { text: passphrase === null ? plain : await sealBackup(plain, passphrase, cipher), seq };
}

/** The number of the store's last write. */
export const counterNow = async (): Promise<number> =>
  (await database(store).heads.get('head'))?.seq ?? 0;
