import { parseSheetFile } from '../core/formats/sheet-file.ts';
import type { Sheet } from '../core/sheet/model/sheet.ts';
import { readText } from './files.ts';
import { type FileFinding, inFile, noFile } from './problems.ts';

/** The sheet in a file, or what is wrong with it. */
export function readSheetInput(
  file: string,
): { sheet: Sheet } | { problems: readonly FileFinding[] } {
  const text = readText(file);
  if (typeof text !== 'object') return { problems: [noFile(text, file)] };
  const parsed = parseSheetFile(text.text);
  return parsed.ok
    ? { sheet: parsed.value }
    : { problems: parsed.problems.map((problem) => inFile(file, problem)) };
}
