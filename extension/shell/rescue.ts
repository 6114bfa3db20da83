import { backupFileName } from '../../core/exchange/file-name.ts';
import { downloadFile } from '../platform/save-file.ts';
import { backupOf } from '../store/backup.ts';
import { review, user } from '../store/session.ts';

/** Takes out as a backup file what stands on the page, saved or not: for when the disk refuses it. */
export async function rescue(): Promise<void> {
  const { value: owner } = user;
  const { value: atHand } = review;
  if (!owner || !atHand) return;
  const id = atHand.id || crypto.randomUUID();
  downloadFile(
    backupFileName(atHand.fiscalYear, atHand.unit, Date.now()),
    await backupOf(owner, [{ ...atHand, id }]),
  );
}
