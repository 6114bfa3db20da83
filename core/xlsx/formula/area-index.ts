import type { Area } from '../grid.ts';
import { lastRow, overlap } from './reference.ts';

/** Things by the areas that they are about. */
export interface AreaIndex<T> {
  readonly add: (area: Area, thing: T) => void;
  /** Takes out and answers with the things whose areas meet this one; one with several areas may come again. */
  readonly take: (area: Area) => T[];
}

/** Areas of more columns are kept by their rows alone. */
const fewColumns = 16;
/** Areas of more cells are compared with all. */
const fewCells = 4_096;
const anyColumn = 0;

/**
 * Keeps areas so that those that meet a cell are found without looking at the others: a tree over the
 * rows for each column, in which an area stands at the few nodes that together make up its rows.
 */
export function areaIndex<T>(): AreaIndex<T> {
  interface Entry {
    readonly area: Area;
    readonly thing: T;
  }
  const nodes = new Map<number, Entry[]>();
  const keyOf = (column: number, node: number) => column * 2 * lastRow + node;

  const add = (area: Area, thing: T) => {
    const entry = { area, thing };
    const isWide = area.right - area.left >= fewColumns;
    const [left, right] = isWide ? [anyColumn, anyColumn] : [area.left, area.right];
    for (let column = left; column <= right; column++) {
      let low = area.top - 1 + lastRow;
      let high = area.bottom + lastRow;
      for (; low < high; low >>= 1, high >>= 1) {
        for (const node of [low & 1 ? low++ : 0, high & 1 ? --high : 0]) {
          if (node === 0) continue;
          const key = keyOf(column, node);
          const list = nodes.get(key);
          if (list) list.push(entry);
          else nodes.set(key, [entry]);
        }
      }
    }
  };

  /** Takes what meets the area from one node. */
  const takeFrom = (key: number, area: Area, found: T[]) => {
    const list = nodes.get(key);
    if (!list) return;
    const left = list.filter((entry) => {
      const meets = overlap(entry.area, area);
      if (meets) found.push(entry.thing);
      return !meets;
    });
    if (left.length === 0) nodes.delete(key);
    else if (left.length < list.length) nodes.set(key, left);
  };

  const take = (area: Area) => {
    const found: T[] = [];
    const cells = (area.bottom - area.top + 1) * (area.right - area.left + 1);
    if (cells > fewCells) {
      for (const key of [...nodes.keys()]) takeFrom(key, area, found);
      return found;
    }
    for (let row = area.top; row <= area.bottom; row++) {
      for (let node = row - 1 + lastRow; node > 0; node >>= 1) {
        takeFrom(keyOf(anyColumn, node), area, found);
        for (let column = area.left; column <= area.right; column++) {
          takeFrom(keyOf(column, node), area, found);
        }
      }
    }
    return found;
  };
  return { add, take };
}
