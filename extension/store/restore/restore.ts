import type { Backup } from '../../../core/formats/backup-file.ts';
import { draftsIn, laterDrafts } from '../../../core/formats/backup-sheets.ts';
import { parseBackup } from '../../../core/formats/read-backup.ts';
import { planRows, type RowRestore, rowsIn } from '../../../core/formats/read-backup-rows.ts';
import type { ReadFile } from '../../../core/formats/read-file.ts';
import { planRestore, type RestorePlan } from '../../../core/formats/restore.ts';
import { openBackup } from '../../../core/formats/sealed-backup.ts';
import { failure, inValue, type Problem, type Result, success } from '../../../core/result.ts';
import type { Review } from '../../../core/review/review.ts';
import type { SheetDraft } from '../../../core/sheet/model/sheet-draft.ts';
import { cipher } from '../../platform/passphrase.ts';
import { sha256 } from '../../platform/sha256.ts';
import type { Database } from '../db/database.ts';
import { draftId } from '../db/draft-id.ts';
import { record } from '../db/write-transaction.ts';
import { adoptOrphans } from '../integrity/damage.ts';
import { draftsOf, reviewsOf } from '../mirror/backup.ts';
import { pcRowsOf, putRow } from '../tables/pc-rows.ts';
import { settingsFrom } from './settings.ts';

/**
 * The content of a backup's text; `passphrase` for a sealed one.
 * Problems: those of `parseBackup` (`encrypted` asks for the passphrase) and of `openBackup`.
 */
export function readBackup(
  text: string,
  passphrase: string | null = null,
): Promise<Result<ReadFile<Backup>>> {
  return passphrase === null
    ? parseBackup(text, sha256)
    : openBackup(text, passphrase, cipher, sha256);
}

/** What restoring a backup would do on this PC, to be shown before it is done. */
export interface Restoring {
  readonly backup: Backup;
  readonly plan: RestorePlan;
  /** The drafts of sheets to write: not here yet, or older here. */
  readonly drafts: readonly SheetDraft[];
  /** How many of its sheets are none that we can read. */
  readonly unread: number;
  /** What becomes of each row that belongs to no person. */
  readonly rows: readonly RowRestore[];
  /** Why some of them can't be read: they stay in the file. */
  readonly problems: readonly Problem[];
  /** The person's reviews as they are here. */
  readonly here: readonly Review[];
  /** Whose the backup is, seen from here. */
  readonly owner: 'current' | 'other' | 'new';
}

/** Problem: `duplicate-id` (a review of that id is here and belongs to someone else, F16). */
export async function prepareRestore(db: Database, backup: Backup): Promise<Result<Restoring>> {
  const owner = backup.user.id;
  const rows = await db.reviews.bulkGet(backup.reviews.map(({ id }) => id));
  const foreign = rows.findIndex((row) => row && row.user !== owner);
  if (foreign >= 0) return failure('duplicate-id', inValue(`reviews[${foreign}].id`));
  const [head, known, here, drafts, kept] = await Promise.all([
    db.heads.get('head'),
    db.users.get(owner),
    reviewsOf(db, owner),
    draftsOf(db, owner),
    pcRowsOf(db),
  ]);
  const { rows: given, problems } = rowsIn(backup);
  const plan = planRestore(here, backup.reviews);
  const inFile = draftsIn(backup.sheets);
  return success({
    backup,
    plan,
    drafts: laterDrafts(drafts, inFile),
    unread: backup.sheets.length - inFile.length,
    rows: planRows(kept, given),
    problems,
    here,
    owner: head?.user === owner ? 'current' : known ? 'other' : 'new',
  });
}

interface RestoreOptions {
  /** Who uses the PC afterwards. */
  readonly user: string | null;
  /** A number the store's counter must not stay below. */
  readonly seq?: number;
  /** Takes the rows that are left after damage for whole. */
  readonly acceptRows?: boolean;
}

/**
 * Restores backups in one transaction, all or nothing: their people are added
 * where they are unknown, and their reviews, drafts and rows merged, anew,
 * for another page may have written since. Someone current who has no reviews
 * yet only stood in and makes way, unless their reviews may be among what was lost.
 * Doing it twice changes nothing more.
 */
export async function restore(
  db: Database,
  backups: readonly Omit<Backup, 'format' | 'checksum'>[],
  { user, seq = 0, acceptRows = false }: RestoreOptions,
): Promise<void> {
  await record(db, async (writing) => {
    writing.countFrom(seq);
    if (acceptRows) await writing.acceptRows();
    const current = (await db.heads.get('head'))?.user;
    if (!acceptRows && current && current !== user && user !== null) {
      const written = await Promise.all(
        [db.reviews, db.drafts].map((table) => table.where({ user: current }).count()),
      );
      if (written.every((count) => count === 0)) await writing.deleteUser(current);
    }
    for (const backup of backups) {
      const { user: owner, settings, reviews, sheets } = backup;
      if (!(await db.users.get(owner.id))) {
        const { id, label } = owner;
        await writing.putUser({ id, label, settings: settingsFrom(settings) });
      }
      const here = await db.reviews.where({ user: owner.id }).toArray();
      const plan = planRestore(
        here.map(({ review }) => review),
        reviews,
      );
      for (const review of plan.reviews) {
        const { id, fiscalYear } = review;
        const row = await writing.getReview(id);
        if (row && row.user !== owner.id) throw new Error(`${id} belongs to someone else`);
        await writing.putReview({ id, user: owner.id, fiscalYear, review });
      }
      const drafts = laterDrafts(await draftsOf(db, owner.id), draftsIn(sheets));
      for (const draft of drafts) {
        await writing.putDraft({ id: draftId(owner.id, draft), user: owner.id, draft });
      }
      const { rows } = rowsIn(backup);
      for (const { row, effect } of planRows(await pcRowsOf(db), rows)) {
        if (effect !== 'leave') await putRow(db, writing, row);
      }
      const seqs = [...drafts, ...rows].map(({ seq }) => seq);
      writing.countFrom(Math.max(plan.seq, ...seqs));
    }
    // After the backups, which know their names.
    if (acceptRows) await adoptOrphans(db, writing);
    writing.use(user);
  });
  db.home.environment.broadcast.announce({ users: true });
}
