import type { Backup } from '../../../core/formats/backup-file.ts';
import type { Database } from '../db/database.ts';
import { readCopies, readCopyHead } from '../mirror/mirror.ts';
import type { User } from '../session/user.ts';
import type { Store } from '../store.ts';
import { readBackup, restore } from './restore.ts';

/**
 * Puts back into a database that was made anew under an open page (F46) what the second copy holds
 * and what the page itself has read from the disk, the later of each answer.
 */
export async function heal(store: Store, db: Database, seq: number): Promise<void> {
  const owner = store.user.peek();
  const head = await readCopyHead(store);
  const texts = await readCopies(store, head);
  const copies = await Promise.all(texts.map(({ text }) => readBackup(text)));
  const backups = copies.flatMap((copy) => (copy.ok ? [copy.value.file] : []));
  await restore(db, [...backups, ...ownBackup(store, owner)], {
    user: owner?.id ?? head?.user ?? null,
    seq: Math.max(seq, head?.seq ?? 0),
    acceptRows: true,
  });
}

/** What this page knows of its user, as it was on the disk. */
function ownBackup(store: Store, owner: User | null): Omit<Backup, 'format' | 'checksum'>[] {
  if (!owner) return [];
  const reviews = [...(store.storedOthers.peek() ?? []), store.stored.peek()].flatMap((review) =>
    review?.id ? [review] : [],
  );
  const { id, label, settings } = owner;
  return [{ savedAt: '', user: { id, label }, settings: { ...settings }, reviews, sheets: [] }];
}
