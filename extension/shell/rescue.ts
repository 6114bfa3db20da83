import { japanTimestamp } from '../../core/calendar/japan-time.ts';
import { backupFileName } from '../../core/exchange/file-name.ts';
import { lastChange } from '../../core/review/comparison.ts';
import { downloadFile } from '../platform/save-file.ts';
import { backupOf } from '../store/backup.ts';
import { saveNotes } from '../store/notes.ts';
import { shownAt } from '../store/pending.ts';
import { review, user } from '../store/session.ts';

/** Takes out as a backup file what stands on the page, saved or not: for when the disk refuses it. */
export async function rescue(): Promise<void> {
  void saveNotes();
  const { value: owner } = user;
  const { value: atHand } = review;
  if (!owner || !atHand) return;
  const now = Date.now();
  // Later than all that is on the disk: restoring the file must bring the unsaved answers back.
  const saved = shownAt({ seq: lastChange(atHand) + 1, at: japanTimestamp(now) }) ?? atHand;
  const id = atHand.id || crypto.randomUUID();
  downloadFile(
    backupFileName(atHand.fiscalYear, atHand.unit, now),
    await backupOf(owner, [{ ...saved, id }]),
  );
}
