import { address, parseAddress } from '../../../core/xlsx/address.ts';
import { lastColumn, lastRow, overlap } from '../../../core/xlsx/formula/reference.ts';
import type { Area } from '../../../core/xlsx/grid.ts';
import { cellsIn } from './cells.ts';
import { demand } from './edit.ts';
import { HostError } from './errors.ts';
import { rewritten, speaksOf } from './formula.ts';
import type { Session } from './session.ts';
import type { Cell, Sheet } from './workbook.ts';

type Axis = 'rows' | 'columns';

/** Makes room: the cells below or to the right move away. Answers with the room, formatted as the cells before it. */
export function insertCells(
  session: Session,
  sheet: Sheet,
  area: Area,
  shift: 'Down' | 'Right',
): Area {
  const axis: Axis = shift === 'Down' ? 'rows' : 'columns';
  if (shift !== 'Down' && shift !== 'Right') throw new HostError('InvalidArgument');
  demand(sheet, axis === 'rows' ? 'allowInsertRows' : 'allowInsertColumns');
  const count = lengthAlong(axis, area);
  const from = axis === 'rows' ? area.top : area.left;
  refuseCut(sheet, area, axis);
  const last = axis === 'rows' ? lastRow : lastColumn;
  const full = [...cellsIn(sheet, bandOf(area, axis, last - count + 1, last))];
  if (full.some(([, , cell]) => cell.value !== '')) throw new HostError('NonBlankCellOffSheet');
  relocate(session, sheet, area, axis, (number) => (number >= from ? number + count : number));
  if (from > 1) {
    for (const [row, column, cell] of [...cellsIn(sheet, bandOf(area, axis, from - 1, from - 1))]) {
      for (let step = 1; step <= count; step++) {
        const at = axis === 'rows' ? address(row + step, column) : address(row, column + step);
        sheet.cells.set(at, { ...cell, value: '', formula: null });
      }
    }
  }
  session.changes.push({
    sheet,
    kind: isWhole(area, axis)
      ? axis === 'rows'
        ? 'RowInserted'
        : 'ColumnInserted'
      : 'RangeEdited',
    area,
  });
  return area;
}

/** Takes cells out: those below or to the right move in. */
export function deleteCells(
  session: Session,
  sheet: Sheet,
  area: Area,
  shift: 'Up' | 'Left',
): void {
  const axis: Axis = shift === 'Up' ? 'rows' : 'columns';
  if (shift !== 'Up' && shift !== 'Left') throw new HostError('InvalidArgument');
  demand(sheet, axis === 'rows' ? 'allowDeleteRows' : 'allowDeleteColumns');
  const count = lengthAlong(axis, area);
  const [from, to] = axis === 'rows' ? [area.top, area.bottom] : [area.left, area.right];
  refuseCut(sheet, area, axis);
  relocate(session, sheet, area, axis, (number) =>
    number > to ? number - count : number >= from ? null : number,
  );
  session.changes.push({
    sheet,
    kind: isWhole(area, axis) ? (axis === 'rows' ? 'RowDeleted' : 'ColumnDeleted') : 'RangeEdited',
    area,
  });
}

const lengthAlong = (axis: Axis, { top, left, bottom, right }: Area): number =>
  axis === 'rows' ? bottom - top + 1 : right - left + 1;

const isWhole = ({ top, left, bottom, right }: Area, axis: Axis): boolean =>
  axis === 'rows' ? left === 1 && right === lastColumn : top === 1 && bottom === lastRow;

/** The strip of the sheet that moves, from one row or column to another. */
const bandOf = (area: Area, axis: Axis, from: number, to: number): Area =>
  axis === 'rows' ? { ...area, top: from, bottom: to } : { ...area, left: from, right: to };

/** A merge must move whole: one that reaches out of the strip at its side stops the act. */
function refuseCut(sheet: Sheet, area: Area, axis: Axis): void {
  const strip = axis === 'rows' ? { ...area, bottom: lastRow } : { ...area, right: lastColumn };
  const cut = sheet.merges.some(
    (merge) =>
      overlap(merge, strip) &&
      (axis === 'rows'
        ? merge.left < strip.left || merge.right > strip.right
        : merge.top < strip.top || merge.bottom > strip.bottom),
  );
  if (cut) throw new HostError('InvalidOperation');
}

/** Puts every row or column of the strip at its new number, `null` for those that go: cells, merges, sizes, names, formulas, places. */
function relocate(
  session: Session,
  sheet: Sheet,
  area: Area,
  axis: Axis,
  move: (number: number) => number | null,
): void {
  const strip = bandOf(area, axis, 1, axis === 'rows' ? lastRow : lastColumn);
  const whole = isWhole(area, axis);
  const moved = (one: Area): Area | null => movedArea(one, axis, move);
  const within = (one: Area): boolean =>
    axis === 'rows'
      ? one.left >= strip.left && one.right <= strip.right
      : one.top >= strip.top && one.bottom <= strip.bottom;

  const cells: [string, Cell][] = [];
  for (const [place, cell] of sheet.cells) {
    const at = parseAddress(place);
    if (!at) continue;
    const inStrip =
      axis === 'rows'
        ? at.column >= strip.left && at.column <= strip.right
        : at.row >= strip.top && at.row <= strip.bottom;
    const number = inStrip ? move(axis === 'rows' ? at.row : at.column) : 0;
    if (number === null) continue;
    const to = !inStrip
      ? place
      : axis === 'rows'
        ? address(number, at.column)
        : address(at.row, number);
    cells.push([to, cell]);
  }
  sheet.cells.clear();
  for (const [place, cell] of cells) sheet.cells.set(place, cell);

  sheet.merges = sheet.merges.flatMap((merge) => {
    if (!within(merge)) return [merge];
    const to = moved(merge);
    return to && (to.top < to.bottom || to.left < to.right) ? [to] : [];
  });
  sheet.validations = sheet.validations.flatMap((validation) => {
    const to = within(validation.area) ? moved(validation.area) : validation.area;
    return to ? [{ ...validation, area: to }] : [];
  });
  for (const kind of ['tables', 'pivots'] as const) {
    sheet[kind] = sheet[kind].flatMap((block) => {
      const to = within(block.area) ? moved(block.area) : block.area;
      return to ? [{ ...block, area: to }] : [];
    });
  }
  if (whole) {
    renumber<unknown>(axis === 'rows' ? sheet.rows : sheet.columns, move);
    if (axis === 'rows') {
      const { pageLayout } = sheet;
      pageLayout.rowBreaks = pageLayout.rowBreaks.flatMap((row) => move(row) ?? []);
      pageLayout.printArea = pageLayout.printArea && moved(pageLayout.printArea);
      pageLayout.titleRows = pageLayout.titleRows && moved(pageLayout.titleRows);
    }
  }
  const change = (one: Area): Area | null => (within(one) ? moved(one) : one);
  for (const other of session.workbook.sheets) {
    const concerns = speaksOf(sheet.name, other === sheet);
    for (const [place, cell] of other.cells) {
      if (cell.formula === null) continue;
      other.cells.set(place, { ...cell, formula: rewritten(cell.formula, concerns, change) });
    }
  }
  for (const name of session.workbook.names) {
    name.formula = rewritten(name.formula, speaksOf(sheet.name, false), change);
  }
  for (const place of session.places) {
    if (place.sheet !== sheet || !within(place.area)) continue;
    const to = moved(place.area);
    place.gone = to === null;
    place.area = to ?? place.area;
  }
}

/** An area grows where something is put into it, shrinks where something is taken out, and is no more where all of it goes. */
function movedArea(area: Area, axis: Axis, move: (number: number) => number | null): Area | null {
  const [first, last] = axis === 'rows' ? [area.top, area.bottom] : [area.left, area.right];
  const limit = axis === 'rows' ? lastRow : lastColumn;
  if (first === 1 && last === limit) return area;
  let from = first;
  while (from <= last && move(from) === null) from++;
  let to = last;
  while (to >= from && move(to) === null) to--;
  const [start, end] = [move(from), move(to)];
  if (from > last || start === null || end === null) return null;
  return axis === 'rows'
    ? { ...area, top: start, bottom: end }
    : { ...area, left: start, right: end };
}

function renumber<T>(known: Map<number, T>, move: (number: number) => number | null): void {
  const entries = [...known];
  known.clear();
  for (const [number, one] of entries) {
    const to = move(number);
    if (to !== null) known.set(to, one);
  }
}
