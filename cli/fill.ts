import { readdirSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { planFill } from '../core/sheet/fill.ts';
import { applyPlans } from '../core/xlsx/apply-plans.ts';
import type { Fill } from './arguments.ts';
import { save, userPath } from './files.ts';
import { type Outcome, refused } from './outcome.ts';
import { inFile, type Told } from './problems.ts';
import { readSheetInput } from './sheet-input.ts';
import { readWorkbookInput } from './workbook-input.ts';

/** Fills a template with a sheet, or with each sheet of a folder; `progress` hears of each. */
export function fill(asked: Fill, progress: (done: number, all: number) => void): Outcome {
  const { template, sheet, out, many, worksheet } = asked;
  const input = readWorkbookInput(template, worksheet);
  if ('problems' in input) return refused(...input.problems);
  const jobs = many ? jobsIn(sheet, out, extname(template)) : [{ file: sheet, to: out }];
  if (!jobs)
    return refused({ code: 'not-found', file: sheet, sheet: null, cell: null, params: {} });
  const written: string[] = [];
  const problems: Told[] = [];
  for (const [index, { file, to }] of jobs.entries()) {
    const { ok, told } = fillOne(asked, input, file, to);
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
  { template, replace, overwrite }: Fill,
  { workbook, map }: Exclude<ReturnType<typeof readWorkbookInput>, { problems: unknown }>,
  file: string,
  to: string,
): { ok: boolean; told: readonly Told[] } {
  const input = readSheetInput(file);
  if ('problems' in input) return { ok: false, told: input.problems };
  // A place in the sheet's own file is named by its keys, any other lies in the template.
  const place = (problem: Parameters<typeof inFile>[1]) =>
    inFile(/^(?:sections|policies)\b/.test(problem.path) ? file : template, problem);
  const plan = planFill(map, input.sheet, { replace });
  if (!plan.ok) return { ok: false, told: plan.problems.map(place) };
  const filled = applyPlans(workbook, plan.value.plans);
  if (!filled.ok) return { ok: false, told: filled.problems.map(place) };
  const failed = save(to, filled.value.bytes, { overwrite });
  if (failed) {
    return { ok: false, told: [{ code: failed, file: to, sheet: null, cell: null, params: {} }] };
  }
  return { ok: true, told: plan.value.notices.map(place) };
}
