import type { Backup } from '../../core/exchange/backup-file.ts';
import type { Problem } from '../../core/result.ts';
import { t } from '../../locales/t.ts';
import type { Database } from '../store/database.ts';
import { readBackup, restore } from '../store/restore.ts';
import { type CopyHead, readCopies, readCopyHead, setCopyAside } from '../store/second-copy.ts';

/** One person's text in the second copy, read as far as it can be. */
export interface Copy {
  readonly user: string;
  readonly label: string;
  readonly text: string;
  /** Null where the text is damaged or of a newer version; `problems` say which. */
  readonly backup: Backup | null;
  readonly problems: readonly Problem[];
}

export interface LoadedCopy {
  readonly head: CopyHead | null;
  readonly copies: readonly Copy[];
}

/** Restores everyone in the copy, whoever used the PC last going on; what can't be read is kept aside. */
export async function restoreCopies(
  db: Database,
  { head, copies }: LoadedCopy,
  acceptRows = false,
): Promise<void> {
  if (!head) return;
  const backups = copies.flatMap(({ backup }) => (backup ? [backup] : []));
  if (backups.length < head.users.length) await setCopyAside(head);
  const ids = backups.map(({ user }) => user.id);
  const user = ids.find((id) => id === head.user) ?? ids[0] ?? null;
  await restore(db, backups, { user, seq: head.seq, acceptRows });
}

export async function loadCopies(): Promise<LoadedCopy> {
  const head = await readCopyHead();
  const texts = head ? await readCopies(head) : [];
  return { head, copies: await Promise.all(texts.map(readCopy)) };
}

async function readCopy({ user, text }: { user: string; text: string }): Promise<Copy> {
  const read = await readBackup(text);
  const backup = read.ok ? read.value.file : null;
  const problems = read.ok ? read.value.warnings : read.problems;
  return { user, label: backup?.user.label || t('user.unnamed'), text, backup, problems };
}
