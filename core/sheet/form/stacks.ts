import type { Area, Grid } from '../../xlsx/grid.ts';
import { numberIn } from '../model/number-text.ts';
import type { GridView, Place } from './grid-view.ts';
import { isWritable } from './labels.ts';

/**
 * The places of a label that stands beside numbers, one below the other: 目標 left of ①, ② and ③, each
 * with its place. A number is no place: of one alone the place is right of it. Empty where there is
 * nothing of the kind.
 */
export function stackOf(view: GridView, { area }: Place): readonly Place[] {
  const numbers = placesBelow(view, area.right + 1, area.top, area.bottom);
  if (!numbers.every(({ text }, index) => numberOf(text) === index + 1)) return [];
  const places = numbers.map((place) => view.at(place.area.top, place.area.right + 1));
  const apart = places.every((place, index) => {
    const number = numbers[index];
    return number && place.area.top === number.area.top && isNarrower(view, number, place);
  });
  return apart && places.every((place) => isWritable(view, place)) ? places : [];
}

/** Whether a cell says a number alone: what stands there counts, and nobody writes over it. */
export const isNumber = ({ text }: Place): boolean => numberOf(text) !== null;

/** A cell that counts leaves the room to what it counts; as wide as that it would be somebody's text. */
const isNarrower = ({ grid }: GridView, { area }: Place, place: Place): boolean =>
  widthOf(grid, area) * 2 <= widthOf(grid, place.area);

export function widthOf(
  { columnWidths, columnWidth, hiddenColumns }: Grid,
  { left, right }: Area,
): number {
  let width = 0;
  for (let column = left; column <= right; column++) {
    if (!hiddenColumns.has(column)) width += columnWidths.get(column) ?? columnWidth;
  }
  return width;
}

const numberOf = (text: string): number | null => {
  const found = text.length <= 12 ? numberIn(text) : null;
  return found?.rest === '' ? found.number : null;
};

/** The places of a column that lie within these rows; none where one reaches beyond them. */
function placesBelow(view: GridView, column: number, top: number, bottom: number): Place[] {
  const places: Place[] = [];
  for (let row = top; row <= bottom; ) {
    const place = view.at(row, column);
    if (place.area.top !== row || place.area.bottom > bottom || place.area.left !== column)
      return [];
    places.push(place);
    row = place.area.bottom + 1;
  }
  return places;
}
