import { randomUUID } from 'node:crypto';
import { basename, extname } from 'node:path';
import { makeFormFile } from '../core/formats/form-file.ts';
import { recognize } from '../core/sheet/form/recognize.ts';
import { gridsOf } from '../core/xlsx/read/read-grids.ts';
import type { FormCommand } from './arguments.ts';
import { save } from './files.ts';
import { type Outcome, refused } from './outcome.ts';
import { inFile, noFile } from './problems.ts';
import { openInput } from './workbook-input.ts';

/**
 * Writes what was recognised in a workbook as a form's file, or `-`: says it. Of several readings the
 * one that was asked for, counted from 1.
 */
export function form(
  { workbook, out, worksheet, reading, overwrite }: FormCommand,
  say: (text: string) => void,
): Outcome {
  const input = openInput(workbook);
  if ('problems' in input) return refused(...input.problems);
  const found = recognize(gridsOf(input.workbook), {
    id: randomUUID(),
    title: basename(workbook, extname(workbook)),
    worksheet: worksheet ?? undefined,
  });
  const isSure = found.kind === 'sure';
  const places = isSure ? found.places : found.readings[(reading ?? 0) - 1];
  if (!places) {
    const told = isSure ? [] : found.problems;
    const readings = isSure ? 0 : found.readings.length;
    return refused(...told.map((problem) => inFile(workbook, problem, readings)));
  }
  const text = makeFormFile(places.form);
  if (out === '-') {
    say(text);
    return { ok: true, written: [], problems: [], advice: [] };
  }
  const failed = save(out, text, { overwrite });
  return failed
    ? refused(noFile(failed, out))
    : { ok: true, written: [out], problems: [], advice: [] };
}
