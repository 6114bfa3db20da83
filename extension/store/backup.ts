import { japanTimestamp } from '../../core/calendar/japan-time.ts';
import { makeBackup } from '../../core/exchange/backup-file.ts';
import { sha256 } from '../platform/sha256.ts';
import type { Database } from './database.ts';
import type { User } from './user.ts';

/** A user's `furikaeri.backup/1` as text: nothing of the others on the same PC (F16). */
export async function backupOf(db: Database, user: User): Promise<string> {
  const rows = await db.reviews.where({ user: user.id }).toArray();
  return makeBackup(
    {
      savedAt: japanTimestamp(Date.now()),
      user: { id: user.id, label: user.label },
      settings: { ...user.settings },
      reviews: rows.map(({ review }) => review),
      sheets: [],
    },
    sha256,
  );
}
