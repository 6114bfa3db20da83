import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A browser profile in a folder of its own; `remove` it once its browser is gone. */
export interface Profile {
  readonly folder: string;
  remove(): void;
}

export function freshProfile(): Profile {
  const folder = mkdtempSync(join(tmpdir(), 'furikaeri-profile-'));
  return {
    folder,
    // A browser just killed may still be letting go of its files.
    remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 }),
  };
}
