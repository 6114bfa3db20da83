import type { Result } from '../../result.ts';
import { address, parseAddress } from '../../xlsx/address.ts';
import { areaOf } from '../../xlsx/formula/reference.ts';
import { sheetProblem } from '../model/sheet-problem.ts';
import { type Alignment, labelKey } from './align.ts';
import {
  type Form,
  type FormLabel,
  type PolicySlot,
  splitCell,
  type TargetBlocks,
  type TargetCells,
} from './form.ts';
import type { GridView, Place } from './grid-view.ts';
import { type CardPlace, cardsOf, type Resolve } from './place-cards.ts';
import { hasMark } from './policy-places.ts';
import { readHeading } from './words.ts';

/** Whether what a form says of its places still holds in a workbook: where it does not, nothing is written. */

/** Whether a place can be the one that the form means: drawn, whole, and no label of the form's own. */
export function isMeant(form: Form, cell: string, at: CardPlace | null): boolean {
  if (!at) return false;
  const { view, place, alignment } = at;
  if (form.made !== 'written' && at.cell !== place.address) return false;
  if (isUndrawn(place)) {
    return !(form.made === 'recognized' && view.hasLines) && !isDrawn(view, place);
  }
  return !alignment.labels.has(at.cell) || form.fingerprint.labels.some((one) => one.cell === cell);
}

const isUndrawn = ({ cell, area }: Place): boolean =>
  cell === undefined && area.top === area.bottom && area.left === area.right;

/** Beside a cell that was never drawn one stands that was: lines were put in before it. */
function isDrawn(view: GridView, { area }: Place): boolean {
  const next = [view.at(area.top, area.right + 1), view.at(area.bottom + 1, area.left)];
  return next.some(
    (place) =>
      !isUndrawn(place) &&
      readHeading(place.text) === null &&
      ((place.cell?.look.edges ?? 0) > 0 || place.area.right > place.area.left),
  );
}

/** The first label of a form's first card that none of a further card's repeats, or null where each has its labels. */
export function unrepeated(
  { fingerprint }: Form,
  targets: TargetBlocks,
  view: GridView,
  alignment: Alignment,
): FormLabel | null {
  const { first, offset, count, cells } = targets;
  const [own = null] = [first, ...Object.values(cells)].map(areaOf).filter(Boolean);
  if (!own) return null;
  const labels = fingerprint.labels.flatMap((label) => {
    const at = splitCell(label.cell).sheet === null ? parseAddress(label.cell) : null;
    const isOf =
      at &&
      (offset.rows === 0 || (at.row >= own.top && at.row <= own.bottom)) &&
      (offset.columns === 0 || (at.column >= own.left && at.column <= own.right));
    return isOf ? [{ label, at }] : [];
  });
  const [one] = labels;
  if (!one) return null;
  const placeAt = (row: number, column: number): Place | null => {
    const at = parseAddress(alignment.cell(address(row, column)) ?? '');
    return at && view.at(at.row, at.column);
  };
  for (let index = 1; index < count; index++) {
    const repeats = labels.some(({ label, at }) => {
      const row = at.row + offset.rows * index;
      const column = at.column + offset.columns * index;
      const place = row > 0 && column > 0 ? placeAt(row, column) : null;
      // A label merged along all cards stands once.
      const isOver = place !== null && place.area === placeAt(at.row, at.column)?.area;
      return isOver || (place && numberless(place.text) === numberless(label.text));
    });
    if (!repeats) return one.label;
  }
  return null;
}

const numberless = (text: string): string => labelKey(text).replace(/[0-9①-⑳]+/g, '');

/** Rows that may have been put in above policies, whose texts are no labels. */
const farthest = 30;

/** How many rows lower or higher slots stand than where they are looked for, by their marks; null where they don't. */
export function marksMoved(view: GridView, slots: readonly PolicySlot[]): number | null {
  const marked = slots.filter(({ mark }) => mark !== '');
  for (let distance = 0; distance <= farthest; distance++) {
    for (const shift of distance === 0 ? [0] : [distance, -distance]) {
      if (marked.every((slot) => hasMark(view, slot, shifted(slot.cell, shift)))) return shift;
    }
  }
  return null;
}

export function shifted(cell: string, rows: number): string {
  const at = parseAddress(cell);
  return at && at.row + rows > 0 ? address(at.row + rows, at.column) : cell;
}

/** The label that a cell of a form is found by: the one before it. */
function labelBefore({ fingerprint }: Form, cell: string): string {
  const at = parseAddress(splitCell(cell).cell);
  const before = fingerprint.labels.filter((label) => {
    const own = parseAddress(splitCell(label.cell).cell);
    return own && at && own.row <= at.row && own.column <= at.column;
  });
  return (before.at(-1) ?? fingerprint.labels[0])?.text ?? cell;
}

/** The problem of a workbook in which a form's cell can't be told. */
export const differs = (form: Form, sheet: string, cell: string): Result<never> => ({
  ok: false,
  problems: [
    sheetProblem('form-differs', sheet, splitCell(cell).cell, { label: labelBefore(form, cell) }),
  ],
});

/** The first address of a form that can't be told, or is not as it should be, in a workbook as it is now. */
export function lostCell(
  form: Form,
  targets: TargetBlocks | TargetCells,
  view: GridView,
  alignment: Alignment,
  resolve: Resolve,
): string | null {
  const cards = cardsOf(targets).flatMap(({ section: _, ...cells }) => Object.values(cells));
  const single = [form.cells.section, form.cells.division].filter((cell) => cell !== null);
  const lost = [...cards, ...single].find((cell) => !isMeant(form, cell, resolve(cell)));
  const label = targets.kind === 'blocks' ? unrepeated(form, targets, view, alignment) : null;
  return lost ?? label?.cell ?? null;
}
