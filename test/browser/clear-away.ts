import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { killNow, processesNaming } from './processes.ts';

/** Before the browser tests: one folder for all that they and their browsers put aside. After them, whatever their end: it goes, with the browsers left in it. */
export default function setUp(): () => Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'furikaeri-test-'));
  process.env.TMPDIR = folder;
  return async () => {
    for (let left = processesNaming(folder); left.length > 0; left = processesNaming(folder)) {
      for (const pid of left) killNow(pid);
      await setTimeout(20);
    }
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  };
}
