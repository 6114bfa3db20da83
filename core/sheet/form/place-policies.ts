import { type Result, success } from '../../result.ts';
import { parseAddress } from '../../xlsx/address.ts';
import { type Form, type PolicySlot, splitCell } from './form.ts';
import { differs, isMeant, marksMoved, shifted } from './place-check.ts';
import type { Aligned } from './place-worksheets.ts';
import type { PolicyPlace } from './places.ts';

/** The slots of a form's policies in a workbook. */

/**
 * Of a slot that names no worksheet, one in each that has targets; each by its mark, else by the labels
 * around. Further worksheets of a form may be without the slots of the first.
 */
export function policiesIn(
  form: Form,
  main: readonly Aligned[],
  all: readonly Aligned[],
): Result<PolicyPlace[]> {
  const places: PolicyPlace[] = [];
  for (const one of all) {
    const { name } = one.view.grid;
    const isFurther = main.includes(one) && one !== main[0];
    const slots = form.policies.filter(({ cell }) => {
      const { sheet } = splitCell(cell);
      return sheet === null ? main.includes(one) : sheet === name;
    });
    const found = slots.map((slot) => slotIn(form, slot, one));
    const own = found.filter((slot) => slot !== null);
    const moved = marksMoved(one.view, own);
    const isWhole = own.length === slots.length && moved !== null;
    if (!isWhole && isFurther) continue;
    const [lost] = slots.filter((_, index) => found[index] === null);
    if (!isWhole) return differs(form, name, lost?.cell ?? slots[0]?.cell ?? '');
    places.push(
      ...own.map((slot) => (slot.mark ? { ...slot, cell: shifted(slot.cell, moved) } : slot)),
    );
  }
  return success(places);
}

function slotIn(form: Form, slot: PolicySlot, { view, alignment }: Aligned): PolicyPlace | null {
  const cell = alignment.cell(splitCell(slot.cell).cell);
  const at = parseAddress(cell ?? '');
  if (cell === null || !at) return null;
  const place = view.at(at.row, at.column);
  const meant = slot.mark || isMeant(form, slot.cell, { view, alignment, cell, place });
  return meant ? { ...slot, cell, sheet: view.grid.name } : null;
}
