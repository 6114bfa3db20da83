import { run as runCommand } from '../../../cli/run.ts';

/** What a command said, and how it ended. */
export interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The command without a process of its own, which takes a second. */
export function run(...args: string[]): Ran {
  const said = { stdout: '', stderr: '' };
  const status = runCommand(args, {
    out: (text) => {
      said.stdout += text;
    },
    err: (text) => {
      said.stderr += text;
    },
    watched: false,
  });
  return { status, ...said };
}
