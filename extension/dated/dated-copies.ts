import { computed, effect, signal } from '@preact/signals';
import { japanTimestamp } from '../../core/calendar/japan-time.ts';
import {
  type BackupHistory,
  backupReminder,
  confirmedBackup,
  handedBackup,
  noBackups,
  putOff,
  savedBackup,
} from '../../core/formats/backup-reminder.ts';
import { datedCopies, datedCopyName, surplusCopies } from '../../core/formats/dated-copies.ts';
import { latestCompletion } from '../../core/review/completion.ts';
import type { Review } from '../../core/review/review.ts';
import { makeBackupOf } from '../options/saved-backup.ts';
import { store } from '../page-store.ts';
import {
  askToWrite,
  chooseFolder,
  digestIn,
  filesIn,
  mayWrite,
  writeIntoFolder,
} from '../platform/folder.ts';
import type { HandedFile } from '../platform/save-file.ts';
import { sha256 } from '../platform/sha256.ts';
import { causeOf } from '../store/db/cause.ts';
import type { FolderRow, LastCopy } from '../store/db/schema.ts';
import { rowHash } from '../store/integrity/row-hash.ts';
import { reviewsOf } from '../store/mirror/backup.ts';
import { database } from '../store/session/session.ts';
import { changeFolderRow, folderRow } from '../store/tables/folders.ts';

/**
 * Dated copies outside the browser's profile: a backup of the current user in a folder that was
 * chosen once, written whenever work pauses, one file a day, the newest 30 kept. It never asks by
 * itself and never stands in the way: what it can't do, `state` tells.
 */

export interface DatedState {
  readonly row: FolderRow | undefined;
  /** Of the folder; null without one. */
  readonly permission: PermissionState | null;
  /** Something was saved since the last copy. */
  readonly behind: boolean;
  readonly reviews: readonly Review[];
}

/** Null until it has been looked up. */
export const state = signal<DatedState | null>(null);

/** Why a backup is due that the person has to save; null where the folder sees to it. */
export const reminder = computed(() => {
  const { value: now } = state;
  if (!now || now.row?.copies) return null;
  // The review at hand may have been completed, or taken up again, since.
  const { value: current } = store.stored;
  const others = now.reviews.filter(({ id }) => id !== current?.id);
  const completed = latestCompletion(current ? [...others, current] : others);
  return backupReminder(now.row?.backups ?? noBackups, completed);
});

/** Milliseconds without a further save after which work is taken to pause. */
const pauseMs = 60_000;

let isKept = false;

/** Copies from now on when there is something new: at once, when work pauses, and when the page is hidden. */
export async function keepDatedCopies(): Promise<void> {
  if (isKept) return;
  isKept = true;
  await countDay();
  await copyIfAllowed();
  addEventListener('visibilitychange', () => {
    // Another page may have saved a backup, or restored one, meanwhile.
    void (document.visibilityState === 'hidden' ? copyIfAllowed() : lookUp());
  });
  effect(() => {
    if (store.saving.value.state !== 'saved') return;
    const pause = setTimeout(() => void copyIfAllowed(), pauseMs);
    return () => clearTimeout(pause);
  });
}

async function countDay(): Promise<void> {
  const today = japanTimestamp(Date.now()).slice(0, 10);
  await changeFolderRow(store, ({ usedOn, backups = noBackups }) =>
    usedOn === today
      ? {}
      : { usedOn: today, backups: { ...backups, daysOfUse: backups.daysOfUse + 1 } },
  );
}

/** Looks anew at what is known. */
export async function lookUp(): Promise<DatedState> {
  const row = await folderRow(store);
  const permission = row?.copies
    ? await mayWrite(row.copies).catch((): PermissionState => 'prompt')
    : null;
  const head = await database(store).heads.get('head');
  const next: DatedState = {
    row,
    permission,
    behind: head?.seq !== row?.lastCopy?.seq,
    reviews: await reviewsNow(),
  };
  state.value = next;
  return next;
}

async function reviewsNow(): Promise<Review[]> {
  const owner = store.user.peek()?.id;
  return owner ? await reviewsOf(database(store), owner) : [];
}

async function copyIfAllowed(): Promise<void> {
  const { row, permission, behind } = await lookUp();
  if (row?.copies && permission === 'granted' && behind) await copy(row.copies);
}

/** Writes a copy now, asking for the permission where that is needed. Only in answer to a click. */
export async function copyNow(): Promise<void> {
  const folder = state.peek()?.row?.copies;
  if (!folder) return;
  const permission = await askToWrite(folder).catch((): PermissionState => 'denied');
  if (permission === 'granted') await copy(folder);
  else await failed('NotAllowedError');
}

/** Asks for the folder and writes the first copy into it; answers whether one was chosen. Only in answer to a click. Throws what the browser says where it lets nobody choose. */
export async function chooseCopyFolder(): Promise<boolean> {
  const folder = await chooseFolder();
  if (!folder) return false;
  await changeFolderRow(store, () => ({
    copies: folder,
    lastCopy: undefined,
    copyFailure: undefined,
  }));
  await lookUp();
  await copyNow();
  return true;
}

/** Writes no more copies; those that are there stay. */
export async function stopCopies(): Promise<void> {
  await changeFolderRow(store, () => ({
    copies: undefined,
    lastCopy: undefined,
    copyFailure: undefined,
  }));
  await lookUp();
}

/** A backup was saved, and read back at once. */
export const noteBackup = (at = japanTimestamp(Date.now())): Promise<void> =>
  changeHistory((_, completed) => savedBackup(at, completed));

/** The browser was given a backup as a download. */
export const noteHanded = ({ name, digest }: HandedFile): Promise<void> => {
  const at = japanTimestamp(Date.now());
  return changeHistory((history, completed) =>
    handedBackup(history, { at, name, digest }, completed),
  );
};

/** That download was opened back. */
export const noteConfirmed = (): Promise<void> =>
  changeHistory((history) => confirmedBackup(history, japanTimestamp(Date.now())));

export const putOffReminder = (): Promise<void> => changeHistory(putOff);

/** Says nothing more of the folder today. */
export async function putOffNotice(): Promise<void> {
  const putOffOn = japanTimestamp(Date.now()).slice(0, 10);
  await changeFolderRow(store, () => ({ putOffOn }));
  await lookUp();
}

async function changeHistory(
  change: (history: BackupHistory, completedAt: string | null) => BackupHistory,
): Promise<void> {
  const completed = latestCompletion(await reviewsNow());
  await changeFolderRow(store, ({ backups = noBackups }) => ({
    backups: change(backups, completed),
  }));
  await lookUp();
}

/** One page at a time: what another one is writing is as new as what this one would write. */
function copy(folder: FileSystemDirectoryHandle): Promise<void> {
  return navigator.locks.request('furikaeri.dated', async () => {
    try {
      await write(folder);
    } catch (error) {
      await failed(causeOf(error));
    }
  });
}

async function failed(cause: string): Promise<void> {
  const copyFailure = { at: japanTimestamp(Date.now()), cause };
  await changeFolderRow(store, () => ({ copyFailure })).catch(() => {});
  const now = await lookUp();
  // Told, even where the disk is too full to note it.
  if (now.row) state.value = { ...now, row: { ...now.row, copyFailure } };
}

async function write(folder: FileSystemDirectoryHandle): Promise<void> {
  const owner = store.user.peek();
  // A database that has lost something must not take the place of what was copied before.
  await store.foundWhole.promise;
  if (!owner) return;
  const last = (await folderRow(store))?.lastCopy;
  const { text, seq } = await makeBackupOf(owner, null);
  const content = contentOf(text);
  const names = await filesIn(folder);
  const isThere = last !== undefined && names.includes(last.name);
  if (isThere && last.content === content && last.folder === folder.name) {
    // Someone else has written, or a page was only opened.
    await succeeded({ ...last, seq });
    return;
  }
  const name = await nameFor(folder, names, owner.id, last);
  await writeIntoFolder(folder, name, text);
  const all = [...new Set([...names, name])];
  const surplus = surplusCopies(all, owner.id);
  // One that can't be removed takes up room, and nothing else.
  for (const old of surplus) await folder.removeEntry(old).catch(() => {});
  await succeeded({
    at: japanTimestamp(Date.now()),
    name,
    folder: folder.name,
    digest: await sha256(new TextEncoder().encode(text)),
    seq,
    content,
    count: datedCopies(all, owner.id).length - surplus.length,
  });
}

async function succeeded(lastCopy: LastCopy): Promise<void> {
  await changeFolderRow(store, () => ({ lastCopy, copyFailure: undefined }));
  await noteBackup(lastCopy.at);
}

/** The name of today's copy: the one this PC has written today is written anew, any other of that name is left alone. */
async function nameFor(
  folder: FileSystemDirectoryHandle,
  names: readonly string[],
  owner: string,
  last: LastCopy | undefined,
): Promise<string> {
  const today = Date.now();
  for (let no = 1; ; no++) {
    const name = datedCopyName(owner, today, no);
    if (!names.includes(name)) return name;
    if (name === last?.name && (await digestIn(folder, name)) === last.digest) return name;
  }
}

/** A hash of all that a backup holds but when it was made. */
function contentOf(text: string): string {
  const { savedAt: _, checksum: __, ...content } = JSON.parse(text);
  return rowHash(content);
}
