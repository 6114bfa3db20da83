import { validationAt } from '../../core/sheet/fill/findings.ts';
import { type Room, roomIn } from '../../core/sheet/fill/room.ts';
import type { CellPlace } from '../../core/sheet/form/form.ts';
import { cellAt, type Places, type SectionPlace } from '../../core/sheet/form/places.ts';
import type { SheetField } from '../../core/sheet/model/fields.ts';

/** How many letters fit the cell of a text. */
export interface TextRoom extends Room {
  /** Whether its lines wrap; else one line is shown. */
  readonly wraps: boolean;
  /** What the cell's own rule allows; null where it has none. */
  readonly allowed: number | null;
}

/** The room for a field of target `no`; a row that is put in has that of the last. Null where there is no cell. */
export function roomOf(
  places: Places,
  { targets }: SectionPlace,
  no: number,
  field: SheetField,
): TextRoom | null {
  const cell = (targets[no - 1] ?? targets.at(-1))?.cells[field];
  return cell ? roomAt(places, cell) : null;
}

/** The room for a policy of the ward; `slot` 0 is ①. Null where there is no cell. */
export function policyRoomOf(places: Places, slot: number): TextRoom | null {
  const cell = places.policies[slot];
  return cell ? roomAt(places, cell) : null;
}

function roomAt(places: Places, cell: CellPlace): TextRoom | null {
  const room = roomIn(places, cell);
  if (!room) return null;
  const rule = validationAt(places, cell);
  return {
    ...room,
    wraps: cellAt(places, cell)?.look.wraps === true,
    allowed: rule?.kind === 'length' ? rule.max : null,
  };
}
