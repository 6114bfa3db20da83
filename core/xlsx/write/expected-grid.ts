import { address, parseAddress } from '../address.ts';
import { type RowMap, repeatedMerges } from '../formula/row-map.ts';
import type { Grid, GridCell } from '../grid.ts';
import type { Prepared } from './prepare-plan.ts';

/** The worksheet as it should be: rows moved, new ones empty, texts and heights as planned. */
export function expectedGrid(
  grid: Grid,
  { map, changes }: Pick<Prepared, 'map' | 'changes'>,
): Grid {
  const copies = (row: number) => [map.moved(row), ...newRowsLike(row, map)];
  const cells = new Map<string, GridCell>();
  for (const [name, cell] of grid.cells) {
    if (map.insertions.length === 0) {
      const text = changes.texts.get(name);
      cells.set(name, text === undefined ? cell : { ...cell, text: text ?? '' });
      continue;
    }
    const place = parseAddress(name);
    if (!place) continue;
    for (const [index, row] of copies(place.row).entries()) {
      const own = address(row, place.column);
      const kept = index === 0 ? cell : { ...cell, text: '', formula: false };
      const text = changes.texts.get(own);
      cells.set(own, text === undefined ? kept : { ...kept, text: text ?? '' });
    }
  }
  const rowHeights = new Map(
    [...grid.rowHeights].flatMap(([row, height]) =>
      copies(row).map((own) => [own, height] as const),
    ),
  );
  for (const [row, points] of changes.heights) rowHeights.set(row, points);
  const merges = [...grid.merges.map(map.grown), ...repeatedMerges(grid.merges, map)];
  const names = grid.names.map(({ name, area }) => ({ name, area: area && map.grown(area) }));
  const hiddenRows = new Set([...grid.hiddenRows].flatMap(copies));
  return { ...grid, cells, rowHeights, merges, names, hiddenRows };
}

function newRowsLike(row: number, map: RowMap): number[] {
  const count = map.insertions.find(({ after }) => after === row)?.count ?? 0;
  return Array.from({ length: count }, (_, index) => map.moved(row) + index + 1);
}
