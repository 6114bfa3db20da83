import type { Area } from '../../../core/xlsx/grid.ts';
import { overlap } from '../../../core/xlsx/reference.ts';
import { cellAt } from './cells.ts';
import { demand, putCell } from './edit.ts';
import { HostError } from './errors.ts';
import { moveFormula } from './formula.ts';
import type { Sheet } from './workbook.ts';

/** Cells of one sheet. */
export interface Block {
  readonly sheet: Sheet;
  readonly area: Area;
}

export type CopyType = 'All' | 'Formats' | 'Values' | 'Formulas';

/**
 * Copies cells as paste does; a larger target whose size is a multiple is filled again and again.
 * Merges go with the formats. Answers with the area that was written.
 */
export function copyCells(from: Block, to: Block, type: CopyType): Area {
  demand(to.sheet, 'allowFormatCells');
  const source = from.area;
  const [rows, columns] = [source.bottom - source.top + 1, source.right - source.left + 1];
  const down = to.area.bottom - to.area.top + 1;
  const across = to.area.right - to.area.left + 1;
  const tall = down % rows === 0 ? down : rows;
  const wide = across % columns === 0 ? across : columns;
  const target = {
    top: to.area.top,
    left: to.area.left,
    bottom: to.area.top + tall - 1,
    right: to.area.left + wide - 1,
  };
  if (columns > 10_000 && from.sheet === to.sheet) return copyRows(from, to, target, type);
  const copied = new Map(
    cells(target).map(([row, column]) => [
      `${row} ${column}`,
      cellAt(
        from.sheet,
        source.top + ((row - target.top) % rows),
        source.left + ((column - target.left) % columns),
      ),
    ]),
  );
  for (const [row, column] of cells(target)) {
    const taken = copied.get(`${row} ${column}`);
    const own = cellAt(to.sheet, row, column);
    if (!taken) continue;
    if (to.sheet.protection && own.format.locked) throw new HostError('AccessDenied');
    const content = type === 'Formats' ? own : taken;
    const shift = { rows: row - source.top, columns: column - source.left };
    const formula =
      content === own || type === 'Values' || content.formula === null
        ? content === own
          ? own.formula
          : null
        : moveFormula(content.formula, shift);
    const format = type === 'All' || type === 'Formats' ? taken.format : own.format;
    putCell(to.sheet, row, column, { value: content.value, formula, format });
  }
  if (type === 'All' || type === 'Formats') copyMerges(from, to, target, rows, columns);
  return target;
}

/** Whole rows: only the columns in use are walked through. */
function copyRows(from: Block, to: Block, target: Area, type: CopyType): Area {
  const right = Math.max(
    1,
    ...[...from.sheet.cells.keys()].map((place) => columnOf(place)),
    ...from.sheet.merges.map((merge) => merge.right),
  );
  copyCells(
    { ...from, area: { ...from.area, left: 1, right } },
    { ...to, area: { ...target, left: 1, right } },
    type,
  );
  const rows = from.area.bottom - from.area.top + 1;
  if (type === 'All' || type === 'Formats') {
    for (let row = target.top; row <= target.bottom; row++) {
      const own = from.sheet.rows.get(from.area.top + ((row - target.top) % rows));
      if (own) to.sheet.rows.set(row, own);
      else to.sheet.rows.delete(row);
    }
  }
  return target;
}

const columnOf = (place: string): number =>
  [...place.replace(/\d+$/, '')].reduce((sum, sign) => sum * 26 + sign.charCodeAt(0) - 64, 0);

function cells(area: Area): (readonly [number, number])[] {
  const found: (readonly [number, number])[] = [];
  for (let row = area.top; row <= area.bottom; row++) {
    for (let column = area.left; column <= area.right; column++) found.push([row, column]);
  }
  return found;
}

function copyMerges(from: Block, to: Block, target: Area, rows: number, columns: number): void {
  const { area } = from;
  const inside = from.sheet.merges.filter(
    (merge) =>
      merge.top >= area.top &&
      merge.bottom <= area.bottom &&
      merge.left >= area.left &&
      merge.right <= area.right,
  );
  to.sheet.merges = to.sheet.merges.filter((merge) => !overlap(merge, target));
  for (let top = target.top; top <= target.bottom; top += rows) {
    for (let left = target.left; left <= target.right; left += columns) {
      for (const merge of inside) {
        to.sheet.merges.push({
          top: merge.top - area.top + top,
          bottom: merge.bottom - area.top + top,
          left: merge.left - area.left + left,
          right: merge.right - area.left + left,
        });
      }
    }
  }
}
