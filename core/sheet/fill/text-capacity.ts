import type { CellPlace } from '../form/form.ts';
import { cellAt, type Places, type SectionPlace } from '../form/places.ts';
import type { SheetField } from '../model/fields.ts';
import { type Capacity, capacityOf } from './capacity.ts';
import { ruled } from './cell-rules.ts';
import { validationAt } from './findings.ts';

/** How many letters fit the cell of a text. */
export interface TextCapacity extends Capacity {
  /** Whether its lines wrap; else one line is shown. */
  readonly wraps: boolean;
  /** What the cell's own rule allows; null where it has none. */
  readonly allowed: number | null;
}

/** The capacity for a field of target `no`. Null where there is no cell. */
export function targetCapacity(
  places: Places,
  section: SectionPlace,
  no: number,
  field: SheetField,
): TextCapacity | null {
  const cell = cellOf(section, no, field);
  return cell ? capacityAt(places, cell) : null;
}

/** The words that the list of a field's cell has, where none of them says the text; else null. */
export function listWithout(
  places: Places,
  section: SectionPlace,
  no: number,
  field: SheetField,
  text: string,
): readonly string[] | null {
  const cell = cellOf(section, no, field);
  const rule = cell ? ruled(places, cell, text) : null;
  return rule?.kind === 'not-in-list' ? rule.words : null;
}

/** A row that is put in is like the last. */
const cellOf = ({ targets }: SectionPlace, no: number, field: SheetField): CellPlace | undefined =>
  (targets[no - 1] ?? targets.at(-1))?.cells[field];

/** The capacity for a policy of the ward; `slot` 0 is ①. Null where there is no cell. */
export function policyCapacity(places: Places, slot: number): TextCapacity | null {
  const cell = places.policies[slot];
  return cell ? capacityAt(places, cell) : null;
}

function capacityAt(places: Places, cell: CellPlace): TextCapacity | null {
  const capacity = capacityOf(places, cell);
  if (!capacity) return null;
  const rule = validationAt(places, cell);
  return {
    ...capacity,
    wraps: cellAt(places, cell)?.look.wraps === true,
    allowed: rule?.kind === 'length' ? rule.max : null,
  };
}
