import { parseAddress } from '../../../core/xlsx/address.ts';
import { lastColumn, overlap } from '../../../core/xlsx/formula/reference.ts';
import type { Area } from '../../../core/xlsx/grid.ts';
import { cellAt } from './cells.ts';
import { demand, putCell } from './edit.ts';
import { HostError } from './errors.ts';
import { moveFormula } from './formula.ts';
import type { Cell, Sheet } from './workbook.ts';

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
  const { area: source } = from;
  const { top, left, bottom, right } = to.area;
  const [rows, columns] = [source.bottom - source.top + 1, source.right - source.left + 1];
  const fits = (length: number, unit: number) => (length % unit === 0 ? length : unit);
  const target = {
    top,
    left,
    bottom: top + fits(bottom - top + 1, rows) - 1,
    right: left + fits(right - left + 1, columns) - 1,
  };
  if (columns === lastColumn) return copyRows(from, to, target, type);
  const copies = cells(target).map(([row, column]) => {
    const sourceRow = source.top + ((row - top) % rows);
    const sourceColumn = source.left + ((column - left) % columns);
    const moved = { rows: row - sourceRow, columns: column - sourceColumn };
    return { row, column, moved, taken: cellAt(from.sheet, sourceRow, sourceColumn) };
  });
  for (const { row, column, moved, taken } of copies) {
    const own = cellAt(to.sheet, row, column);
    if (to.sheet.protection && own.format.locked) throw new HostError('AccessDenied');
    const { value, formula } = type === 'Formats' ? own : copied(taken, type, moved);
    const format = type === 'All' || type === 'Formats' ? taken.format : own.format;
    putCell(to.sheet, row, column, { value, formula, format });
  }
  if (type === 'All' || type === 'Formats') copyMerges(from, to, target, rows, columns);
  return target;
}

/** What is held, without the formula where only values are wanted. */
function copied(
  { value, formula }: Cell,
  type: CopyType,
  moved: Parameters<typeof moveFormula>[1],
) {
  const isKept = formula !== null && type !== 'Values';
  return { value, formula: isKept ? moveFormula(formula, moved) : null };
}

/** Whole rows: only the columns in use are walked through. */
function copyRows(from: Block, to: Block, target: Area, type: CopyType): Area {
  const right = Math.max(
    1,
    ...[...from.sheet.cells.keys()].map((place) => parseAddress(place)?.column ?? 1),
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
