import { address } from '../../xlsx/address.ts';
import type { RowHeight } from '../../xlsx/write-plan.ts';
import { tallestRow } from './capacity.ts';
import { type Draft, type DraftWrite, problemAt } from './fill-draft.ts';
import { heightOf, rowNeed, textHeight } from './row-height.ts';

const tallest = tallestRow;

interface Need {
  /** Whose text asks for it. */
  readonly write: DraftWrite;
  readonly row: number;
  readonly added: number;
  readonly points: number;
}

/**
 * The rows that must grow so that no text is clipped; a block over several rows spreads over those in
 * sight. No row becomes lower. Problem: `row-too-tall` (params `letters`, and how many of them `fits`
 * at most).
 */
export function fillHeights(draft: Draft, shift: (row: number) => number): RowHeight[] {
  const { view } = draft;
  const written = new Set(draft.writes.map(keyOf));
  const needs: Need[] = [];
  const rows = new Set<number>();
  for (const one of draft.writes) {
    const place = view.at(one.row, one.column);
    const { top, bottom } = place.area;
    const text = one.text ?? '';
    const need = { write: one, row: one.row, added: one.added };
    const wraps = draft.wraps || undefined;
    if (one.added > 0) {
      needs.push({ ...need, points: textHeight(view, place, text, wraps) });
      continue;
    }
    if (top === bottom) {
      needs.push({ ...need, points: textHeight(view, place, text, wraps) });
      if (!rows.has(one.row)) needs.push({ ...need, points: restOf(draft, one.row, written) });
      rows.add(one.row);
      continue;
    }
    const inSight = [];
    for (let row = top; row <= bottom; row++) if (!view.grid.hiddenRows.has(row)) inSight.push(row);
    const now = inSight.reduce((sum, row) => sum + heightOf(view.grid, row), 0);
    const short = Math.max(0, textHeight(view, place, text, wraps) - now) / inSight.length;
    for (const row of inSight) {
      needs.push({ ...need, row, points: short > 0 ? heightOf(view.grid, row) + short : 0 });
    }
  }
  const highest = new Map<number, RowHeight>();
  const refused = new Set<string>();
  for (const { write, row, added, points } of needs.sort((a, b) => b.points - a.points)) {
    const needed = Math.ceil(points);
    const at = shift(row) + added;
    if (needed <= heightOf(view.grid, row) || needed <= (highest.get(at)?.points ?? 0)) continue;
    if (points > tallest) {
      refuse(draft, write, points, refused);
      continue;
    }
    highest.set(at, { row: at, points: Math.min(needed, tallest) });
  }
  return [...highest.values()].sort((a, b) => a.row - b.row);
}

/** By the share that each letter has in the height; a tenth less, for lines are whole. */
function refuse(draft: Draft, write: DraftWrite, points: number, refused: Set<string>): void {
  const cell = draft.view.at(write.row, write.column).address;
  if (refused.has(cell)) return;
  refused.add(cell);
  const letters = write.text?.length ?? 0;
  const fits = Math.floor((letters * 0.9 * tallest) / points / 10) * 10;
  problemAt(draft, 'row-too-tall', cell, { letters, fits });
}

const keyOf = ({ row, column, added }: DraftWrite) => `${address(row, column)}+${added}`;

/** What the texts of a row need that are not written; one that is cut off already is not ours. */
const restOf = (draft: Draft, row: number, written: ReadonlySet<string>): number =>
  Math.min(
    tallest,
    rowNeed(draft.view, row, (cell, now) => (written.has(`${cell}+0`) ? '' : (now?.text ?? ''))),
  );
