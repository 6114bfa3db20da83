import { overlap } from '../../../core/xlsx/formula/reference.ts';
import type { Area } from '../../../core/xlsx/grid.ts';

export const cellArea = (row: number, column: number): Area => ({
  top: row,
  left: column,
  bottom: row,
  right: column,
});

/** The smallest area around all areas; `null` around none. */
export function around(areas: Iterable<Area>): Area | null {
  let all: Area | null = null;
  for (const area of areas) {
    all = all
      ? {
          top: Math.min(all.top, area.top),
          left: Math.min(all.left, area.left),
          bottom: Math.max(all.bottom, area.bottom),
          right: Math.max(all.right, area.right),
        }
      : area;
  }
  return all;
}

/** What both areas cover. */
export function common(one: Area, other: Area): Area | null {
  if (!overlap(one, other)) return null;
  return {
    top: Math.max(one.top, other.top),
    left: Math.max(one.left, other.left),
    bottom: Math.min(one.bottom, other.bottom),
    right: Math.min(one.right, other.right),
  };
}
