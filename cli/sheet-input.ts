import { parseSheetFile } from '../core/exchange/sheet-file.ts';
import type { Sheet } from '../core/sheet/sheet.ts';
import { readBytes } from './files.ts';
import { inFile, type Told } from './problems.ts';

/** The sheet in a file, or what is wrong with it. */
export function readSheetInput(file: string): { sheet: Sheet } | { problems: readonly Told[] } {
  const bytes = readBytes(file);
  if (typeof bytes === 'string') {
    return { problems: [{ code: bytes, file, sheet: null, cell: null, params: {} }] };
  }
  const text = utf8Text(bytes);
  const parsed = text === null ? null : parseSheetFile(text);
  if (!parsed) return { problems: [inFile(file, { code: 'not-json', path: '' })] };
  return parsed.ok
    ? { sheet: parsed.value }
    : { problems: parsed.problems.map((problem) => inFile(file, problem)) };
}

function utf8Text(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
