import { expectedGrid } from './expected-grid.ts';
import type { Grid, GridCell } from './grid.ts';
import type { Prepared } from './prepare-plan.ts';
import { gridsOf } from './read-grids.ts';
import { areaText } from './reference.ts';
import type { Workbook } from './workbook.ts';

/**
 * Compares a written workbook, read anew, with what the one before and the plans let expect: every
 * cell's text and look, merges, names, heights, what is hidden. The place of the first difference,
 * or `null`. Results of formulas are left out.
 */
export function findDifference(
  before: Workbook,
  after: Workbook,
  plans: readonly Prepared[],
): string | null {
  const grids = gridsOf(after);
  const old = gridsOf(before);
  if (grids.length !== old.length) return '';
  for (const [index, grid] of old.entries()) {
    const plan = plans.find(({ sheet }) => sheet.name === grid.name);
    const wanted = plan ? expectedGrid(grid, plan) : grid;
    const found = grids[index] ?? grid;
    const place = differenceOf(wanted, found, plan?.changes.texts);
    if (place !== null) return place === '' ? grid.name : `${grid.name}!${place}`;
  }
  return null;
}

function differenceOf(
  wanted: Grid,
  found: Grid,
  texts: ReadonlyMap<string, string | null> = new Map(),
): string | null {
  for (const [place, cell] of wanted.cells) {
    if (!sameCell(cell, found.cells.get(place))) return place;
  }
  for (const [place, text] of texts) {
    if ((found.cells.get(place)?.text ?? '') !== (text ?? '')) return place;
  }
  for (const [place, { text }] of found.cells) {
    if (text !== '' && !wanted.cells.has(place) && !texts.has(place)) return place;
  }
  const rows = new Set([...wanted.rowHeights.keys(), ...found.rowHeights.keys()]);
  for (const row of rows) if (heightOf(wanted, row) !== heightOf(found, row)) return `${row}`;
  return sameFrame(wanted, found) ? null : '';
}

const sameCell = (wanted: GridCell, found: GridCell | undefined): boolean =>
  found !== undefined &&
  found.formula === wanted.formula &&
  (wanted.formula || found.text === wanted.text) &&
  found.fontSize === wanted.fontSize &&
  found.vertical === wanted.vertical &&
  found.wraps === wanted.wraps;

const heightOf = (grid: Grid, row: number): number => grid.rowHeights.get(row) ?? grid.rowHeight;

function sameFrame(wanted: Grid, found: Grid): boolean {
  const frame = (grid: Grid) =>
    JSON.stringify([
      grid.name,
      grid.hidden,
      grid.protected,
      grid.merges.map(areaText).sort(),
      grid.names.map(({ name, area }) => [name, area && areaText(area)]),
      [...grid.hiddenRows].sort((one, other) => one - other),
      grid.rowHeight,
      grid.columnWidth,
    ]);
  // A cell beyond the last one makes more columns known.
  const sameColumns =
    [...wanted.columnWidths].every(([column, width]) => found.columnWidths.get(column) === width) &&
    [...wanted.hiddenColumns].every((column) => found.hiddenColumns.has(column));
  return sameColumns && frame(wanted) === frame(found);
}
