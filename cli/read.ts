import { makeSheetFile } from '../core/formats/sheet-file.ts';
import { readSheet } from '../core/sheet/fill/read-sheet.ts';
import type { Read } from './arguments.ts';
import { save } from './files.ts';
import { type Outcome, refused } from './outcome.ts';
import { inFile, noFile } from './problems.ts';
import { readWorkbookInput } from './workbook-input.ts';

/** Reads a filled workbook to a sheet's file, or `-`: says it. */
export function read(
  { workbook, out, overwrite, ...finding }: Read,
  say: (text: string) => void,
): Outcome {
  const input = readWorkbookInput(workbook, finding);
  if ('problems' in input) return refused(...input.problems);
  const sheet = readSheet(input.places);
  if (!sheet.ok) return refused(...sheet.problems.map((problem) => inFile(workbook, problem)));
  const text = makeSheetFile(sheet.value);
  if (out === '-') {
    say(text);
    return { ok: true, written: [], problems: [], advice: [] };
  }
  const failed = save(out, text, { overwrite });
  return failed
    ? refused(noFile(failed, out))
    : { ok: true, written: [out], problems: [], advice: [] };
}
