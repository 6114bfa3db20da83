import { parseFormFile } from '../core/formats/form-file.ts';
import type { Problem } from '../core/result.ts';
import { placeForm } from '../core/sheet/form/place.ts';
import type { Places } from '../core/sheet/form/places.ts';
import { recognize } from '../core/sheet/form/recognize.ts';
import { gridsOf } from '../core/xlsx/read/read-grids.ts';
import { openWorkbook, type Workbook } from '../core/xlsx/read/workbook.ts';
import { readBytes, readText } from './files.ts';
import { type FileFinding, inFile, noFile } from './problems.ts';

/** How a workbook's places are to be found: by a form's file, or by looking at one worksheet or all. */
export interface Finding {
  readonly worksheet: string | null;
  readonly form: string | null;
  /** The 年度 that is meant where a workbook has places for several. */
  readonly fiscalYear?: number | null;
}

/** A workbook, or what is wrong with it. */
export function openInput(
  file: string,
): { workbook: Workbook } | { problems: readonly FileFinding[] } {
  const bytes = readBytes(file);
  if (typeof bytes === 'string') return { problems: [noFile(bytes, file)] };
  const workbook = openWorkbook(bytes);
  return workbook.ok ? { workbook: workbook.value } : { problems: told(file, workbook.problems) };
}

/** A workbook whose places are found, or what is wrong with it. */
export function readWorkbookInput(
  file: string,
  { worksheet, form, fiscalYear }: Finding,
): { workbook: Workbook; places: Places } | { problems: readonly FileFinding[] } {
  const input = openInput(file);
  if ('problems' in input) return input;
  const { workbook } = input;
  const grids = gridsOf(workbook);
  if (form !== null) {
    const text = readText(form);
    if (typeof text !== 'object') return { problems: [noFile(text, form)] };
    const parsed = parseFormFile(text.text);
    if (!parsed.ok) return { problems: told(form, parsed.problems) };
    const placed = placeForm(parsed.value, grids);
    return placed.ok
      ? { workbook, places: placed.value }
      : { problems: told(file, placed.problems) };
  }
  const found = recognize(grids, { worksheet: worksheet ?? undefined, fiscalYear });
  return found.kind === 'sure'
    ? { workbook, places: found.places }
    : { problems: told(file, found.problems, found.readings.length) };
}

const told = (file: string, problems: readonly Problem[], readings = 0): readonly FileFinding[] =>
  problems.map((problem) => inFile(file, problem, readings));
