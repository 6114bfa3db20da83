import { execFileSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmdirSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A file system of its own, small enough to be filled. Throws where nobody may mount one. */
export function smallDisk(megabytes: number): string {
  const folder = mkdtempSync(join(tmpdir(), 'furikaeri-disk-'));
  const options = `size=${megabytes}m`;
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder], { stdio: 'ignore' });
  } catch (error) {
    rmdirSync(folder);
    throw error;
  }
  return folder;
}

/** Whether this machine lets one be mounted. */
export function mayMount(): boolean {
  try {
    removeSmallDisk(smallDisk(1));
    return true;
  } catch {
    return false;
  }
}

export function removeSmallDisk(folder: string): void {
  execFileSync('umount', ['-l', folder]);
  rmdirSync(folder);
}

/** Takes all room that is left on the disk of `file`, down to the last page. */
export function fillUp(file: string): void {
  const ballast = openSync(file, 'a');
  for (let bytes = 2 ** 20; bytes >= 512; bytes /= 2) {
    try {
      while (writeSync(ballast, Buffer.alloc(bytes, 1)) === bytes);
    } catch {
      // Full: what is left is smaller.
    }
  }
  closeSync(ballast);
}
