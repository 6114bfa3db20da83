/** What is known of a user's backups outside the browser. Times are Japan timestamps. */
export interface BackupHistory {
  /** When the last one was read back from its file; null: never. */
  readonly backedUpAt: string | null;
  /** The latest completion of a review at the last backup, or when the reminder was put off: by it, not by the clock, a later one is known. */
  readonly covered: string | null;
  /** Days on which the user has worked here since. */
  readonly daysOfUse: number;
  /** The last one that the browser was given as a download and that was not opened back. */
  readonly handed?: HandedBackup | undefined;
}

export interface HandedBackup {
  readonly at: string;
  readonly name: string;
  /** SHA-256 of the file. */
  readonly digest: string;
  /** As in the history, at that time. */
  readonly covered: string | null;
  readonly daysOfUse: number;
}

export const noBackups: BackupHistory = { backedUpAt: null, covered: null, daysOfUse: 0 };

/** Days of use after which a backup is due. */
export const reminderDays = 30;

export type ReminderCause = 'completed' | 'days' | 'unconfirmed';

/**
 * Why the user is to be reminded of a backup: a review was completed since the last one
 * (`completedAt`, the latest completion of those that are finished now), or 30 days of use have gone
 * by; or there may be a file that says all that, and nobody has opened it back. Null: not now.
 */
export function backupReminder(
  { covered, daysOfUse, handed }: BackupHistory,
  completedAt: string | null,
): ReminderCause | null {
  const due = dueSince({ covered, daysOfUse }, completedAt);
  if (!due || !handed) return due;
  const days = daysOfUse - handed.daysOfUse;
  return dueSince({ ...handed, daysOfUse: days }, completedAt) ?? 'unconfirmed';
}

function dueSince(
  { covered, daysOfUse }: Pick<BackupHistory, 'covered' | 'daysOfUse'>,
  completedAt: string | null,
): ReminderCause | null {
  if (completedAt && completedAt > (covered ?? '')) return 'completed';
  return daysOfUse >= reminderDays ? 'days' : null;
}

/** A backup was read back; `completedAt` is the latest completion it holds. */
export const savedBackup = (at: string, completedAt: string | null): BackupHistory => ({
  backedUpAt: at,
  covered: completedAt,
  daysOfUse: 0,
});

/** A backup went to the browser as a download. */
export const handedBackup = (
  history: BackupHistory,
  file: Pick<HandedBackup, 'at' | 'name' | 'digest'>,
  completedAt: string | null,
): BackupHistory => ({
  ...history,
  handed: { ...file, covered: completedAt, daysOfUse: history.daysOfUse },
});

/** The download was opened back: it holds what there was when it was made. */
export const confirmedBackup = (
  { daysOfUse, handed, ...history }: BackupHistory,
  at: string,
): BackupHistory =>
  handed
    ? { backedUpAt: at, covered: handed.covered, daysOfUse: daysOfUse - handed.daysOfUse }
    : { ...history, daysOfUse };

/** The reminder was put off: it begins anew from here. */
export const putOff = (
  { daysOfUse, handed, ...history }: BackupHistory,
  completedAt: string | null,
): BackupHistory => ({
  ...history,
  covered: completedAt,
  daysOfUse: 0,
  handed: handed && { ...handed, daysOfUse: handed.daysOfUse - daysOfUse },
});

/** Something was restored from a backup of that time, in which `completedAt` is the latest completion: that file is one outside the browser. */
export const restoredBackup = (
  history: BackupHistory,
  savedAt: string,
  completedAt: string | null,
): BackupHistory => ({
  ...history,
  backedUpAt: later(history.backedUpAt, savedAt),
  covered: later(history.covered, completedAt),
});

const later = (a: string | null, b: string | null): string | null =>
  (a ?? '') > (b ?? '') ? a : b;
