import type { Problem, ProblemCode } from '../../result.ts';
import { parseAddress } from '../../xlsx/address.ts';
import { longestText, writableText } from '../../xlsx/writable-text.ts';
import type { SingleField } from '../form/form.ts';
import type { GridView } from '../form/grid-view.ts';
import type { Places } from '../form/places.ts';
import { cellText, plainText } from '../model/cell-text.ts';
import type { SheetField } from '../model/fields.ts';
import { isPrompt } from '../model/prompt.ts';
import type { SectionName } from '../model/section-name.ts';
import { sheetProblem } from '../model/sheet-problem.ts';
import { cleanText } from '../session/clean-text.ts';
import { type ListWords, ruled } from './cell-rules.ts';

export type FilledField = SheetField | SingleField;

export interface FillOptions {
  /** Whether a cell that holds another text may be overwritten. */
  readonly replace?: boolean;
  /** Whether cells that show one line only are set to wrap where their text needs more. */
  readonly wraps?: boolean;
  /** The words of cells' own lists that stand for texts which these don't have. */
  readonly listWords?: ListWords;
}

/** Whose text is written: a target's of a section, a policy, or what stands in the title. */
export interface Whose {
  readonly section: SectionName | null;
  /** The target's number, or the policy's. */
  readonly no: number | null;
  readonly field: FilledField;
}

/** A cell to be written; in the rows put in after row `row`, `added` counts them from 1. */
export interface DraftWrite extends Whose {
  readonly row: number;
  readonly added: number;
  readonly column: number;
  readonly text: string | null;
}

/** What is to be written in one worksheet, as it comes together. */
export interface Draft {
  readonly places: Places;
  readonly view: GridView;
  readonly replace: boolean;
  /** Whether cells that hide a part of their text are to wrap it. */
  readonly wraps: boolean;
  readonly listWords: ListWords;
  readonly writes: DraftWrite[];
  /** How many rows are put in after a row. */
  readonly added: Map<number, number>;
  readonly problems: Problem[];
  readonly notices: Problem[];
}

export const draftOf = (
  places: Places,
  view: GridView,
  { replace = false, wraps = false, listWords = new Map() }: FillOptions,
): Draft => ({
  places,
  view,
  replace,
  wraps,
  listWords,
  writes: [],
  added: new Map(),
  problems: [],
  notices: [],
});

export const problemAt = (
  { view, problems }: Draft,
  code: ProblemCode,
  cell: string | null = null,
  params?: Problem['params'],
) => problems.push(sheetProblem(code, view.grid.name, cell, params));

export const noticeAt = (
  { view, notices }: Draft,
  code: ProblemCode,
  cell: string | null,
  params?: Problem['params'],
) => notices.push(sheetProblem(code, view.grid.name, cell, params));

/** What a cell says now. */
export const textIn = ({ view }: Draft, cell: string): string =>
  view.grid.cells.get(cell)?.text ?? '';

/**
 * Writes paragraphs to a cell, or clears it; nothing where it says the same already.
 * Problems: `cell-not-empty`; `not-in-list` (params `words`, `field`, `no`) and `too-long` (params
 * `max`, `over`, `field`, `no`) where the cell's own rule forbids it; those of `write`.
 */
export function put(draft: Draft, whose: Whose, cell: string, text: string | null): void {
  const plain = text === null ? null : plainText(kept(draft, cell, text));
  const said = textIn(draft, cell);
  const now = isPrompt(said) ? null : plainText(said);
  if (same(now, plain)) return;
  const sheet = draft.view.grid.name;
  const rule =
    plain === null ? null : ruled(draft.places, { sheet, cell }, cellText(plain), draft.listWords);
  if (rule?.kind === 'too-long')
    tellTooLong(draft, whose, cell, [...cellText(plain ?? '')].length, rule.max);
  else if (rule?.kind === 'not-in-list') tellNotInList(draft, whose, cell, rule.words);
  else if (same(now, rule && plainText(rule.text))) return;
  else if (now !== null && !draft.replace) problemAt(draft, 'cell-not-empty', cell);
  else write(draft, whose, cell, rule?.text ?? null);
}

/** Whether a cell says a text already: what cleaning takes out of texts makes no difference. */
const same = (now: string | null, plain: string | null): boolean =>
  now === plain || (now !== null && plain !== null && plainText(cleanText(now)) === plain);

/** A target or result that its cell would not take is a problem; anything else stays as it is, and is told. */
function tellNotInList(draft: Draft, whose: Whose, cell: string, words: readonly string[]): void {
  const isMain = whose.field === 'target' || whose.field === 'result';
  const params = { words: words.join('、'), field: whose.field, no: whose.no ?? 0 };
  if (isMain) problemAt(draft, 'not-in-list', cell, params);
  else noticeAt(draft, 'not-in-list', cell, params);
}

/** Of which text, and by how many letters; `no` is 0 of what belongs to no target. */
function tellTooLong(
  draft: Draft,
  { section, no, field }: Whose,
  cell: string,
  length: number,
  max: number,
): void {
  const over = length - max;
  problemAt(draft, 'too-long', cell, { max, over, field, no: (section && no) ?? 0 });
}

/** Writes a text as it is. Problems: `formula-cell`, `too-long` (params as in `put`). */
export function write(draft: Draft, whose: Whose, cell: string, text: string | null): void {
  const place = parseAddress(cell);
  if (!place) return;
  if (draft.view.grid.cells.get(cell)?.formula) problemAt(draft, 'formula-cell', cell);
  else writeIn(draft, cell, { ...whose, ...place, added: 0, text });
}

/** Writes in a row that is put in after the one a cell stands in. */
export function writeBelow(
  draft: Draft,
  whose: Whose,
  cell: string,
  added: number,
  text: string | null,
): void {
  const place = parseAddress(cell);
  const plain = text === null ? null : plainText(kept(draft, cell, text));
  if (place && plain) writeIn(draft, cell, { ...whose, ...place, added, text: cellText(plain) });
}

function writeIn(draft: Draft, cell: string, one: DraftWrite): void {
  const length = one.text?.length ?? 0;
  if (length > longestText) tellTooLong(draft, one, cell, length, longestText);
  else draft.writes.push(one);
}

/** A text without what no .xlsx can hold (F28), which is told. */
export function kept(draft: Draft, cell: string, text: string): string {
  const { text: rest, dropped } = writableText(text);
  if (dropped > 0) noticeAt(draft, 'character-dropped', cell, { count: dropped });
  return rest;
}
