import { t } from '../locales/t.ts';
import { type Command, parseCommand } from './arguments.ts';
import { adviceLine, coach } from './coach.ts';
import { fill } from './fill.ts';
import { form } from './form.ts';
import type { Outcome } from './outcome.ts';
import { jsonOf, problemLine } from './problems.ts';
import { read } from './read.ts';

/** Where a command says what it does. */
export interface Terminal {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Whether somebody watches: only then is progress shown. */
  readonly watched: boolean;
}

/** Does what is asked for. Answers with the exit code: 0 done; 1 problems; 2 wrong usage. */
export function run(args: readonly string[], terminal: Terminal): 0 | 1 | 2 {
  const asked = parseCommand(args);
  if (!asked) {
    terminal.err(`${t('cli.usage')}\n`);
    return 2;
  }
  const outcome = outcomeOf(asked, terminal);
  tell(outcome, asked, terminal);
  return outcome.ok ? 0 : 1;
}

function outcomeOf(asked: Command, { out, err, watched }: Terminal): Outcome {
  if (asked.command === 'read') return read(asked, out);
  if (asked.command === 'form') return form(asked, out);
  if (asked.command === 'coach') return coach(asked);
  return fill(asked, (done, all) => {
    if (watched && all > 1) {
      err(`\r${t('cli.progress', { done, all })}${done === all ? '\n' : ''}`);
    }
  });
}

function tell(outcome: Outcome, { command, json }: Command, { out, err }: Terminal) {
  for (const problem of outcome.problems) err(`${problemLine(problem)}\n`);
  if (json) {
    const problems = outcome.problems.map(jsonOf);
    out(`${JSON.stringify({ ...outcome, problems }, null, 2)}\n`);
    return;
  }
  for (const file of outcome.written) out(`${t('cli.written', { file })}\n`);
  for (const advice of outcome.advice) out(`${adviceLine(advice)}\n`);
  if (command === 'coach' && outcome.ok && outcome.advice.length === 0) {
    out(`${t('cli.noAdvice')}\n`);
  }
}
