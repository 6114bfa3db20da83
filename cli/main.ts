import { argv, exit, stderr, stdout } from 'node:process';
import { t } from '../locales/t.ts';
import { parseCommand } from './arguments.ts';
import { adviceLine, coach } from './coach.ts';
import { fill } from './fill.ts';
import type { Outcome } from './outcome.ts';
import { problemLine } from './problems.ts';
import { read } from './read.ts';

// `npm run -s cli -- COMMAND …`. Exit 0: done; 1: problems; 2: wrong usage.

const asked = parseCommand(argv.slice(2));
if (!asked) {
  stderr.write(`${t('cli.usage')}\n`);
  exit(2);
}

const progress = (done: number, all: number) => {
  if (stderr.isTTY && all > 1) {
    stderr.write(`\r${t('cli.progress', { done, all })}${done === all ? '\n' : ''}`);
  }
};
const outcome =
  asked.command === 'fill'
    ? fill(asked, progress)
    : asked.command === 'read'
      ? read(asked)
      : coach(asked);
tell(outcome, asked);
process.exitCode = outcome.ok ? 0 : 1;

function tell(outcome: Outcome, { command, json }: { command: string; json: boolean }): void {
  for (const problem of outcome.problems) stderr.write(`${problemLine(problem)}\n`);
  if (json) {
    stdout.write(`${JSON.stringify(outcome, null, 2)}\n`);
    return;
  }
  for (const file of outcome.written) stdout.write(`${t('cli.written', { file })}\n`);
  for (const advice of outcome.advice) stdout.write(`${adviceLine(advice)}\n`);
  if (command === 'coach' && outcome.ok && outcome.advice.length === 0) {
    stdout.write(`${t('cli.noAdvice')}\n`);
  }
}
