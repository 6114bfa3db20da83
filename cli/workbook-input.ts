import type { Problem } from '../core/result.ts';
import { locateTemplate } from '../core/sheet/locate.ts';
import type { TemplateMap } from '../core/sheet/template-map.ts';
import { gridsOf } from '../core/xlsx/read-grids.ts';
import { openWorkbook, type Workbook } from '../core/xlsx/workbook.ts';
import { readBytes } from './files.ts';
import { inFile, type Told } from './problems.ts';

/** A workbook whose places are found, or what is wrong with it. */
export function readWorkbookInput(
  file: string,
  worksheet: string | null,
): { workbook: Workbook; map: TemplateMap } | { problems: readonly Told[] } {
  const bytes = readBytes(file);
  if (typeof bytes === 'string') {
    return { problems: [{ code: bytes, file, sheet: null, cell: null, params: {} }] };
  }
  const told = (problems: readonly Problem[]) => ({
    problems: problems.map((problem) => inFile(file, problem)),
  });
  const workbook = openWorkbook(bytes);
  if (!workbook.ok) return told(workbook.problems);
  const grids = gridsOf(workbook.value);
  const map = locateTemplate(grids, worksheet === null ? {} : { sheet: worksheet });
  return map.ok ? { workbook: workbook.value, map: map.value } : told(map.problems);
}
