import { readdirSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { planFill } from '../core/sheet/fill/fill.ts';
import { applyPlans } from '../core/xlsx/write/apply-plans.ts';
import type { Fill } from './arguments.ts';
import { save, userPath } from './files.ts';
import { type Outcome, refused } from './outcome.ts';
import { type FileFinding, inFile, noFile } from './problems.ts';
import { readSheetInput } from './sheet-input.ts';
import { readWorkbookInput } from './workbook-input.ts';

type Input = ReturnType<typeof readWorkbookInput>;

/** Fills a template with a sheet, or with each sheet of a folder; `progress` hears of each. */
export function fill(asked: Fill, progress: (done: number, all: number) => void): Outcome {
  const { template, sheet, out, many } = asked;
  const jobs = many ? jobsIn(sheet, out, extname(template)) : [{ file: sheet, to: out }];
  // A workbook may have places for several 年度: those of the sheet's are meant.
  const inputs = new Map<number | null, Input>();
  const inputOf = (fiscalYear: number | null): Input => {
    const input = inputs.get(fiscalYear) ?? readWorkbookInput(template, { ...asked, fiscalYear });
    inputs.set(fiscalYear, input);
    return input;
  };
  const first = readSheetInput(jobs?.[0]?.file ?? '');
  const input = inputOf('problems' in first ? null : first.sheet.fiscalYear);
  if ('problems' in input) return refused(...input.problems);
  if (!jobs) return refused(noFile('not-found', sheet));
  const written: string[] = [];
  const problems: FileFinding[] = [];
  for (const [index, { file, to }] of jobs.entries()) {
    const { ok, told } = fillOne(asked, inputOf, file, to);
    problems.push(...told);
    if (ok) written.push(to);
    progress(index + 1, jobs.length);
  }
  return { ok: written.length === jobs.length, written, problems, advice: [] };
}

/** The sheets of a folder, in the order of their names. */
function jobsIn(folder: string, out: string, end: string): { file: string; to: string }[] | null {
  try {
    return readdirSync(userPath(folder))
      .filter((name) => name.toLowerCase().endsWith('.json'))
      .sort()
      .map((name) => ({
        file: join(folder, name),
        to: join(
          out,
          `${basename(name, extname(name))}${end.toLowerCase() === '.xlsm' ? end : '.xlsx'}`,
        ),
      }));
  } catch {
    return null;
  }
}

function fillOne(
  { template, replace, wrap, overwrite }: Fill,
  inputOf: (fiscalYear: number | null) => Input,
  file: string,
  to: string,
): { ok: boolean; told: readonly FileFinding[] } {
  const input = readSheetInput(file);
  if ('problems' in input) return { ok: false, told: input.problems };
  const found = inputOf(input.sheet.fiscalYear);
  if ('problems' in found) return { ok: false, told: found.problems };
  const { workbook, places } = found;
  // What is wrong with a value is so in the sheet's own file; all else lies in the template.
  const place = (problem: Parameters<typeof inFile>[1]) =>
    inFile(problem.at.kind === 'value' ? file : template, problem);
  const plan = planFill(places, input.sheet, { replace, wraps: wrap });
  if (!plan.ok) return { ok: false, told: plan.problems.map(place) };
  const filled = applyPlans(workbook, plan.value.plans);
  if (!filled.ok) return { ok: false, told: filled.problems.map(place) };
  const failed = save(to, filled.value.bytes, { overwrite });
  if (failed) {
    return { ok: false, told: [noFile(failed, to)] };
  }
  return { ok: true, told: plan.value.notices.map(place) };
}
