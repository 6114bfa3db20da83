import type { Backup } from '../../core/formats/backup-file.ts';
import type { Problem } from '../../core/result.ts';
import { t } from '../../locales/t.ts';
import type { Database } from '../store/db/database.ts';
import type { Environment } from '../store/db/environment.ts';
import { type FoundCount, readCount, seqOf } from '../store/integrity/answer-count.ts';
import { type CopyHead, findCopy, readCopies, setCopyAside } from '../store/mirror/mirror.ts';
import { readBackup, restore } from '../store/restore/restore.ts';

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
  /** Who can be restored, by whose backups; empty where nothing of the copy can be read. */
  readonly backups: readonly Backup[];
  /** When the latest of them was made; null without any. */
  readonly savedAt: string | null;
  /** There is a copy, of which not everything can be read. */
  readonly hurt: boolean;
  readonly count: FoundCount;
}

/** Restores everyone in the copy, whoever used the PC last going on; what can't be read is kept aside. */
export async function restoreCopies(
  db: Database,
  { head, backups, hurt, count }: LoadedCopy,
  acceptRows = false,
): Promise<void> {
  if (hurt) await setCopyAside(db.home.environment, head);
  const ids = backups.map(({ user }) => user.id);
  const user = ids.find((id) => id === head?.user) ?? ids[0] ?? null;
  // What is lost for good isn't to be missed again.
  await restore(db, backups, { user, seq: Math.max(head?.seq ?? 0, seqOf(count)), acceptRows });
}

export async function loadCopies(environment: Environment): Promise<LoadedCopy> {
  const found = await findCopy(environment);
  const head = found === 'hurt' ? null : found;
  const copies = await Promise.all((await readCopies(environment, head)).map(readCopy));
  const backups = copies.flatMap(({ backup }) => (backup ? [backup] : []));
  const times = backups.map(({ savedAt }) => savedAt).sort();
  return {
    head,
    copies,
    backups,
    savedAt: times.at(-1) ?? null,
    hurt: found === 'hurt' || backups.length < Math.max(copies.length, head?.users.length ?? 0),
    count: readCount(environment),
  };
}

async function readCopy({ user, text }: { user: string; text: string }): Promise<Copy> {
  const read = await readBackup(text);
  const backup = read.ok ? read.value.file : null;
  const problems = read.ok ? read.value.warnings : read.problems;
  return { user, label: backup?.user.label || t('user.unnamed'), text, backup, problems };
}
