import { address } from '../xlsx/address.ts';
import type { RowHeight } from '../xlsx/write-plan.ts';
import { type Draft, type DraftWrite, problemAt } from './fill-draft.ts';
import { heightOf, rowNeed, textHeight } from './row-height.ts';

/** Points; Excel's rows end here. */
const tallest = 409.5;

interface Need {
  /** The cell that asks for it. */
  readonly cell: string;
  readonly row: number;
  readonly added: number;
  readonly points: number;
}

/**
 * The rows that must grow so that no text is clipped; a block over several rows spreads over those in
 * sight. No row becomes lower. Problem: `row-too-tall` (param `max`).
 */
export function fillHeights(draft: Draft, shift: (row: number) => number): RowHeight[] {
  const { view } = draft.map;
  const written = new Map(draft.writes.map((one) => [keyOf(one), one]));
  const needs: Need[] = [];
  const whole = new Set<number>();
  for (const one of draft.writes) {
    const place = view.at(one.row, one.column);
    const { top, bottom } = place.area;
    const text = one.text ?? '';
    const need = { cell: place.address, row: one.row, added: one.added };
    if (one.added > 0) {
      needs.push({ ...need, points: textHeight(view, place, text) });
      continue;
    }
    if (top === bottom) {
      if (!whole.has(one.row)) needs.push({ ...need, points: wholeRow(draft, one.row, written) });
      whole.add(one.row);
      continue;
    }
    const rows = [];
    for (let row = top; row <= bottom; row++) if (!view.grid.hiddenRows.has(row)) rows.push(row);
    const now = rows.reduce((sum, row) => sum + heightOf(view.grid, row), 0);
    const short = Math.max(0, textHeight(view, place, text) - now) / rows.length;
    for (const row of rows) {
      needs.push({ ...need, row, points: short > 0 ? heightOf(view.grid, row) + short : 0 });
    }
  }
  const highest = new Map<number, RowHeight>();
  for (const { cell, row, added, points } of needs) {
    const needed = Math.ceil(points);
    const at = shift(row) + added;
    if (needed <= heightOf(view.grid, row) || needed <= (highest.get(at)?.points ?? 0)) continue;
    if (points > tallest) {
      problemAt(draft, 'row-too-tall', cell, { max: tallest });
      return [];
    }
    highest.set(at, { row: at, points: Math.min(needed, tallest) });
  }
  return [...highest.values()].sort((a, b) => a.row - b.row);
}

const keyOf = ({ row, column, added }: DraftWrite) => `${address(row, column)}+${added}`;

function wholeRow(draft: Draft, row: number, written: ReadonlyMap<string, DraftWrite>): number {
  return rowNeed(draft.map.view, row, (cell, now) => {
    const one = written.get(`${cell}+0`);
    return one ? (one.text ?? '') : (now?.text ?? '');
  });
}
