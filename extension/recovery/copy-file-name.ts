import { fiscalYearOf } from '../../core/calendar/fiscal-year.ts';
import { backupFileName } from '../../core/formats/file-name.ts';
import { settingsFrom } from '../store/restore/settings.ts';
import type { Copy } from './load-copies.ts';

/** The name proposed for a person's second copy as a file of today. */
export function copyFileName({ backup }: Copy): string {
  const now = Date.now();
  const { unit } = settingsFrom(backup?.settings ?? {});
  return backupFileName(fiscalYearOf(now), unit, now);
}
