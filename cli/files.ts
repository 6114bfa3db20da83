import {
  closeSync,
  existsSync,
  fchmodSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
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

/** The text of a UTF-8 file, or why there is none. */
export function readText(
  path: string,
): { readonly text: string } | FileCode | 'too-large' | 'not-json' {
  const bytes = readBytes(path);
  if (typeof bytes === 'string') return bytes;
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return 'not-json';
  }
}

export interface Saving {
  readonly overwrite: boolean;
}

/**
 * Writes a file whole or not at all: beside its place first, then moved there. A link stays one, and
 * what it leads to is written; what is overwritten keeps its permissions. Null when it is there;
 * `out-exists` where something was and may not be overwritten; `not-saved`.
 */
export function save(
  path: string,
  content: Uint8Array | string,
  { overwrite }: Saving,
): FileCode | null {
  const at = linkedTo(userPath(path));
  if (at === null) return 'not-saved';
  if (!overwrite && existsSync(at)) return 'out-exists';
  // Short, for a name may be as long as the file system takes, and unlike what a killed run has left.
  const beside = join(dirname(at), `.${pid}-${Date.now().toString(36)}.tmp`);
  try {
    mkdirSync(dirname(at), { recursive: true });
    const file = openSync(beside, 'wx');
    try {
      const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
      if (existsSync(at)) fchmodSync(file, statSync(at).mode);
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

/** Where a path leads in the end, whether something is there or not; null where links lead in a circle. */
function linkedTo(path: string, links = 0): string | null {
  try {
    return realpathSync(path);
  } catch {
    try {
      const target = resolve(dirname(path), readlinkSync(path));
      return links < 40 ? linkedTo(target, links + 1) : null;
    } catch {
      // Nothing there, and no link.
      return path;
    }
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
