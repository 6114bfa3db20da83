import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { cwd, env, pid } from 'node:process';
import type { FileCode } from './problems.ts';

/** No file that people make is larger; what is, is not even read. */
const largest = 64 * 1024 * 1024;

/** A path as the user means it: npm runs the command in the package's folder. */
export const userPath = (path: string): string => resolve(env.INIT_CWD ?? cwd(), path);

/** A file's bytes, or why there are none. */
export function readBytes(path: string): Uint8Array | 'not-found' | 'too-large' {
  try {
    const at = userPath(path);
    if (statSync(at).size > largest) return 'too-large';
    return readFileSync(at);
  } catch {
    return 'not-found';
  }
}

export interface Saving {
  readonly overwrite: boolean;
}

/**
 * Writes a file whole or not at all: beside its place first, then moved there. Null when it is
 * there; `out-exists` where something was and may not be overwritten; `not-saved`.
 */
export function save(
  path: string,
  content: Uint8Array | string,
  { overwrite }: Saving,
): FileCode | null {
  const at = userPath(path);
  if (!overwrite && existsSync(at)) return 'out-exists';
  const beside = join(dirname(at), `.${basename(at)}.${pid}.tmp`);
  try {
    mkdirSync(dirname(at), { recursive: true });
    const file = openSync(beside, 'wx');
    try {
      const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
      for (let from = 0; from < bytes.length; ) from += writeSync(file, bytes, from);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    return overwrite ? moved(beside, at) : placed(beside, at);
  } catch {
    return 'not-saved';
  } finally {
    cleared(beside);
  }
}

function cleared(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // Where it could not be written there is nothing to clear.
  }
}

function moved(beside: string, at: string): null {
  renameSync(beside, at);
  return null;
}

/** A link, unlike a rename, fails where something has come to be there meanwhile. */
function placed(beside: string, at: string): FileCode | null {
  try {
    linkSync(beside, at);
    return null;
  } catch {
    // Some file systems have no links.
    return existsSync(at) ? 'out-exists' : moved(beside, at);
  }
}
