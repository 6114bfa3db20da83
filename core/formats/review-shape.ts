import {
  array,
  integer,
  maxValue,
  minValue,
  nullable,
  number,
  optional,
  picklist,
  pipe,
  regex,
  string,
} from 'valibot';
import { fields, id } from '../catalog/shape.ts';
import { outcomes, ratings, roles } from '../review/review.ts';

/**
 * The parts of a review as they stand in a file, for the hand-over and the backup. Texts of the
 * user's own have no cap but the file's: whatever could be saved can be read back.
 */

const whole = (from: number, to: number) => pipe(number(), integer(), minValue(from), maxValue(to));

export const uuid = pipe(
  string(),
  regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i),
);

export const digest = pipe(string(), regex(/^sha256-[0-9a-f]{64}$/));

const day = String.raw`\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])`;
const time = String.raw`([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?`;
const zone = String.raw`(Z|[+-]([01]\d|2[0-3]):[0-5]\d)`;

/** `2026-12-01T10:00:00+09:00`; other zones are let pass, since it is only shown. */
export const timestamp = pipe(string(), regex(new RegExp(`^${day}T${time}${zone}$`)));

export const counter = whole(0, Number.MAX_SAFE_INTEGER);

export const rating = picklist(ratings);

/** A text of the user's own, or nothing. */
export const text = nullable(string());

const absent = optional(text, null);

export const reviewEntries = {
  id: uuid,
  revision: whole(1, 9999),
  fiscalYear: whole(1926, 9998),
  catalog: array(fields({ id, edition: string(), digest })),
  unit: fields({ ward: absent, division: absent, section: absent }),
  role: nullable(picklist(roles)),
  goals: array(
    fields({
      text: string(),
      standard: nullable(id),
      outcome: optional(nullable(picklist(outcomes)), null),
      outcomeNote: absent,
    }),
  ),
};
