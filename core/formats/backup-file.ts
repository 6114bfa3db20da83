import type { Format } from '../format.ts';
import type { Review } from '../review/review.ts';
import { type Sha256, withChecksum } from './digest.ts';
import { makeJson } from './json-text.ts';

/**
 * Everything of one user, and of nobody else on the same PC (F16), with what belongs to no user of it. Read by `read-backup.ts`.
 * The reviews stand in it as they are kept, with `seq`, and with the answers that were cleared
 * (rating null): a clear has to win over the older answer when another copy is restored.
 */
export interface Backup {
  readonly format: 'furikaeri.backup/1';
  /** Japan time, `2026-12-01T10:00:00+09:00`. */
  readonly savedAt: string;
  readonly user: { readonly id: string; readonly label: string };
  readonly settings: Readonly<Record<string, unknown>>;
  readonly reviews: readonly Review[];
  /** Drafts of `furikaeri.sheet/1`. */
  readonly sheets: readonly object[];
  /** What belongs to the PC and to nobody on it; absent in files of earlier versions, and where there is none. */
  readonly courses?: readonly object[];
  readonly tallies?: readonly object[];
  readonly visits?: readonly object[];
  readonly forms?: readonly object[];
  readonly checksum: string;
}

export const backupFormat: Format = { kind: 'furikaeri.backup', migrations: [] };

/** The text of a backup file. */
export async function makeBackup(
  { savedAt, user, settings, reviews, sheets, ...rows }: Omit<Backup, 'format' | 'checksum'>,
  sha256: Sha256,
): Promise<string> {
  const format = 'furikaeri.backup/1';
  const whole = { format, savedAt, user, settings, reviews, sheets, ...rows };
  return makeJson(await withChecksum(whole, sha256));
}
