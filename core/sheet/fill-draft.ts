import type { Problem, ProblemCode } from '../result.ts';
import { parseAddress } from '../xlsx/address.ts';
import { longestText, writableText } from '../xlsx/writable-text.ts';
import { cellText, plainText } from './cell-text.ts';
import { sheetProblem } from './sheet-problem.ts';
import type { SheetMap } from './template-map.ts';

/** A cell to be written; in the rows put in after row `row`, `added` counts them from 1. */
export interface DraftWrite {
  readonly row: number;
  readonly added: number;
  readonly column: number;
  readonly text: string | null;
}

/** What is to be written in one worksheet, as it comes together. */
export interface Draft {
  readonly map: SheetMap;
  readonly replace: boolean;
  readonly writes: DraftWrite[];
  /** How many rows are put in after a row. */
  readonly added: Map<number, number>;
  readonly problems: Problem[];
  readonly notices: Problem[];
}

export const draftOf = (map: SheetMap, replace: boolean): Draft => ({
  map,
  replace,
  writes: [],
  added: new Map(),
  problems: [],
  notices: [],
});

export const problemAt = (
  { map, problems }: Draft,
  code: ProblemCode,
  cell: string | null = null,
  params?: Problem['params'],
) => problems.push(sheetProblem(code, map.view.grid.name, cell, params));

export const noticeAt = (
  { map, notices }: Draft,
  code: ProblemCode,
  cell: string | null,
  params?: Problem['params'],
) => notices.push(sheetProblem(code, map.view.grid.name, cell, params));

/** What a cell says now. */
export const textIn = ({ map }: Draft, cell: string): string =>
  map.view.grid.cells.get(cell)?.text ?? '';

/**
 * Writes paragraphs to a cell, or clears it; nothing where it says the same already.
 * Problems: `cell-not-empty`, and those of `write`.
 */
export function put(draft: Draft, cell: string, text: string | null): void {
  const plain = text === null ? null : plainText(kept(draft, cell, text));
  const now = plainText(textIn(draft, cell));
  if (now === plain) return;
  if (now !== null && !draft.replace) problemAt(draft, 'cell-not-empty', cell);
  else write(draft, cell, plain && cellText(plain));
}

/** Writes a text as it is. Problems: `formula-cell`, `too-long` (param `max`). */
export function write(draft: Draft, cell: string, text: string | null): void {
  const place = parseAddress(cell);
  if (!place) return;
  if (draft.map.view.grid.cells.get(cell)?.formula) problemAt(draft, 'formula-cell', cell);
  else writeIn(draft, cell, { ...place, added: 0, text });
}

/** Writes in a row that is put in after the one a cell stands in. */
export function writeBelow(draft: Draft, cell: string, added: number, text: string | null): void {
  const place = parseAddress(cell);
  const plain = text === null ? null : plainText(kept(draft, cell, text));
  if (place && plain) writeIn(draft, cell, { ...place, added, text: cellText(plain) });
}

function writeIn(draft: Draft, cell: string, one: DraftWrite): void {
  if ((one.text?.length ?? 0) > longestText) {
    problemAt(draft, 'too-long', cell, { max: longestText });
  } else draft.writes.push(one);
}

/** A text without what no .xlsx can hold (F28), which is told. */
export function kept(draft: Draft, cell: string, text: string): string {
  const { text: rest, dropped } = writableText(text);
  if (dropped > 0) noticeAt(draft, 'character-dropped', cell, { count: dropped });
  return rest;
}
