import { japanTimestamp } from '../../../core/calendar/japan-time.ts';
import { makeBackup } from '../../../core/formats/backup-file.ts';
import { type PcRow, rowsToFile } from '../../../core/formats/backup-rows.ts';
import { sheetsOf } from '../../../core/formats/backup-sheets.ts';
import type { Review } from '../../../core/review/review.ts';
import type { SheetDraft } from '../../../core/sheet/model/sheet-draft.ts';
import { sha256 } from '../../platform/sha256.ts';
import type { Database } from '../db/database.ts';
import type { Environment } from '../db/environment.ts';
import type { User } from '../session/user.ts';

/** A user's `furikaeri.backup/1` as text: nothing of the others on the same PC (F16); `rows` are what belongs to nobody on it. */
export function backupOf(
  { clock }: Environment,
  user: User,
  reviews: readonly Review[],
  drafts: readonly SheetDraft[],
  rows: readonly PcRow[] = [],
): Promise<string> {
  return makeBackup(
    {
      savedAt: japanTimestamp(clock.now()),
      user: { id: user.id, label: user.label },
      settings: { ...user.settings },
      reviews,
      sheets: sheetsOf(drafts),
      ...rowsToFile(rows),
    },
    sha256,
  );
}

/** All reviews of a user that are on the disk. */
export async function reviewsOf(db: Database, user: string): Promise<Review[]> {
  const rows = await db.reviews.where({ user }).toArray();
  return rows.map(({ review }) => review);
}

/** All drafts of a user's sheets that are on the disk. */
export async function draftsOf(db: Database, user: string): Promise<SheetDraft[]> {
  const rows = await db.drafts.where({ user }).toArray();
  return rows.map(({ draft }) => draft);
}
