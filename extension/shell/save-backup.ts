import { fiscalYearOf } from '../../core/calendar/fiscal-year.ts';
import { backupFileName } from '../../core/exchange/file-name.ts';
import type { Unit } from '../../core/review/review.ts';
import { downloadFile } from '../platform/save-file.ts';

/** Saves a backup's text as a file of today; returns the name proposed. */
export function saveBackup(text: string, unit: Unit): string {
  const now = Date.now();
  const name = backupFileName(fiscalYearOf(now), unit, now);
  downloadFile(name, text);
  return name;
}
