import type { Backup } from '../../../core/formats/backup-file.ts';
import { noBackups, restoredBackup } from '../../../core/formats/backup-reminder.ts';
import { latestCompletion } from '../../../core/review/completion.ts';
import type { Database } from '../db/database.ts';
import type { FolderRow } from '../db/schema.ts';
import type { Store } from '../store.ts';

/** The folders a user has chosen. A convenience: losing them loses no answer. */

/** The folder for hand-over files of the current user, or null. */
export async function chosenFolder(store: Store): Promise<FileSystemDirectoryHandle | null> {
  return (await folderRow(store))?.handle ?? null;
}

export const rememberFolder = (store: Store, handle: FileSystemDirectoryHandle): Promise<void> =>
  changeFolderRow(store, () => ({ handle }));

/** What is known of the current user's folders. */
export async function folderRow(store: Store): Promise<FolderRow | undefined> {
  const owner = store.user.peek()?.id;
  return owner ? (await store.open.promise).folders.get(owner) : undefined;
}

/** Changes a part of it, whatever another page has changed meanwhile; not counted as a write of the store. */
export async function changeFolderRow(
  store: Store,
  change: (row: FolderRow) => Partial<FolderRow>,
): Promise<void> {
  const owner = store.user.peek()?.id;
  if (owner) await changeRow(await store.open.promise, owner, change);
}

/** Something was restored from a backup's file: there is one outside the browser, and it need not be asked for. */
export async function noteRestored(
  db: Database,
  { user: owner, savedAt, reviews }: Backup,
): Promise<void> {
  await changeRow(db, owner.id, ({ backups = noBackups }) => ({
    backups: restoredBackup(backups, savedAt, latestCompletion(reviews)),
  }));
}

async function changeRow(
  db: Database,
  owner: string,
  change: (row: FolderRow) => Partial<FolderRow>,
): Promise<void> {
  await db.transaction('rw', db.folders, async () => {
    const row = (await db.folders.get(owner)) ?? { user: owner };
    await db.folders.put({ ...row, ...change(row) });
  });
}
