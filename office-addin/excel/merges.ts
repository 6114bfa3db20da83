import { overlap } from '../../core/xlsx/formula/reference.ts';
import type { Area } from '../../core/xlsx/grid.ts';

/** Queues the question for the merged blocks of a range; the answer is there after the next `sync`. */
export function askForMerges(range: Excel.Range): () => readonly Area[] {
  const merged = range.getMergedAreasOrNullObject();
  merged.load('areaCount');
  merged.areas.load('items/rowIndex,items/columnIndex,items/rowCount,items/columnCount');
  return () => (merged.isNullObject ? [] : merged.areas.items.map(areaOf));
}

/** A range, as the core counts. */
export const areaOf = ({ rowIndex, columnIndex, rowCount, columnCount }: Excel.Range): Area => ({
  top: rowIndex + 1,
  left: columnIndex + 1,
  bottom: rowIndex + rowCount,
  right: columnIndex + columnCount,
});

const bandRows = 16;
const mostRows = 2048;

/**
 * The same, band by band, for Excel tells no more than 512 blocks at once. The bands lie twice over the
 * range, half a band apart: a block that one of them cuts is whole, or cut elsewhere, in the other, and
 * pieces that overlap are one block.
 */
export function askForMergesInBands(range: Excel.Range): () => readonly Area[] {
  const asked: (() => readonly Area[])[] = [];
  for (let top = 1 - bandRows / 2; top <= mostRows; top += bandRows / 2) {
    const rows = `A${Math.max(1, top)}:XFD${top + bandRows - 1}`;
    const band = range.getIntersectionOrNullObject(rows);
    asked.push(askForMerges(band));
  }
  asked.push(askForMerges(range.getIntersectionOrNullObject(`A${mostRows}:XFD1048576`)));
  return () => joined(asked.flatMap((answer) => answer()));
}

/** Blocks of pieces: those that overlap belong together. */
export function joined(pieces: readonly Area[]): readonly Area[] {
  const whole: Area[] = [];
  for (const piece of pieces.toSorted((one, other) => one.top - other.top)) {
    const at = whole.findIndex((area) => overlap(area, piece));
    const other = whole[at];
    if (!other) whole.push(piece);
    else whole[at] = { ...other, bottom: Math.max(other.bottom, piece.bottom) };
  }
  return whole;
}
