import { areaText } from '../../core/xlsx/formula/reference.ts';
import { mapRows } from '../../core/xlsx/formula/row-map.ts';
import type { Grid } from '../../core/xlsx/grid.ts';
import { expectedGrid } from '../../core/xlsx/write/expected-grid.ts';
import type { WritePlan } from '../../core/xlsx/write-plan.ts';

/** Points by which Excel rounds heights to the screen's pixels. */
const rounding = 1;

/**
 * Compares a worksheet after a write with what the one before and the plan let expect. The place of the
 * first difference, or null. Results of formulas are left out; rows may be higher, for Excel fits those
 * that nobody has set.
 */
export function differenceAfter(before: Grid, plan: WritePlan, after: Grid): string | null {
  const rows = mapRows(plan.insertions);
  if (!rows.ok) return '';
  const texts = new Map(plan.writes.map(({ address, text }) => [address, text]));
  const heights = new Map(plan.heights.map(({ row, points }) => [row, points]));
  const wanted = expectedGrid(before, { map: rows.value, changes: { texts, heights } });
  for (const [place, text] of texts) {
    const is = after.cells.get(place);
    if (is?.formula || (is?.text ?? '') !== (text ?? '')) return place;
  }
  const known = new Set([...wanted.cells.keys(), ...after.cells.keys()]);
  for (const place of known) {
    if (texts.has(place)) continue;
    const is = after.cells.get(place);
    const was = wanted.cells.get(place);
    if ((is?.formula ?? false) !== (was?.formula ?? false)) return place;
    if (!was?.formula && (is?.text ?? '') !== (was?.text ?? '')) return place;
  }
  for (const place of plan.wraps ?? []) {
    if (!after.cells.get(place)?.look.wraps) return place;
  }
  for (const [row, points] of heights) {
    if ((after.rowHeights.get(row) ?? after.rowHeight) < points - rounding) return String(row);
  }
  const blocks = (grid: Grid) => grid.merges.map(areaText).sort().join();
  return blocks(wanted) === blocks(after) ? null : '';
}

/** Whether two moments of a worksheet hold the same: cells, blocks, what is hidden. */
export function sameGrid(one: Grid, other: Grid): boolean {
  const nothing: WritePlan = { sheet: one.name, insertions: [], writes: [], heights: [] };
  const hidden = ({ hiddenRows, hiddenColumns }: Grid) =>
    JSON.stringify([[...hiddenRows], [...hiddenColumns]]);
  return differenceAfter(one, nothing, other) === null && hidden(one) === hidden(other);
}
