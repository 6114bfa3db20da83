import { parseSheetFile } from '../../core/formats/sheet-file.ts';
import type { Result } from '../../core/result.ts';
import { readSheet } from '../../core/sheet/fill/read-sheet.ts';
import { located } from '../../core/sheet/form/recognize.ts';
import type { Sheet } from '../../core/sheet/model/sheet.ts';
import { gridsOf } from '../../core/xlsx/read/read-grids.ts';
import { readWorkbook } from '../../core/xlsx/read/read-workbook.ts';

/**
 * A sheet from a file, `furikaeri.sheet/1` (.json) or a workbook. Problems: those of `parseSheetFile`,
 * or of `readWorkbook`, `located` and `readSheet`. Throws the browser's errors.
 */
export async function readLastYear(file: File): Promise<Result<Sheet>> {
  if (file.name.toLowerCase().endsWith('.json')) return parseSheetFile(await file.text());
  const workbook = readWorkbook(new Uint8Array(await file.arrayBuffer()));
  if (!workbook.ok) return workbook;
  const places = located(gridsOf(workbook.value));
  return places.ok ? readSheet(places.value) : places;
}
