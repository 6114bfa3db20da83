/** Two pages write on the same thing: it comes together field by field. */

export type Fields = Readonly<Record<string, unknown>>;

/** A field that both have changed, and differently. */
export interface FieldClash {
  readonly field: string;
  readonly mine: unknown;
  readonly theirs: unknown;
}

/**
 * The fields of a thing that two pages write on, both begun on `base`: whatever only one of them has
 * changed. Where both have, mine stands and the field is a clash, to be shown.
 */
export function mergeFields(
  base: Fields,
  mine: Fields,
  theirs: Fields,
): { readonly fields: Fields; readonly clashes: readonly FieldClash[] } {
  const fields: Record<string, unknown> = {};
  const clashes: FieldClash[] = [];
  for (const field of new Set([...Object.keys(mine), ...Object.keys(theirs)])) {
    const [was, own, other] = [base[field], mine[field], theirs[field]];
    const isTheirs = sameValue(own, was) && !sameValue(other, was);
    fields[field] = isTheirs ? other : own;
    if (!isTheirs && !sameValue(other, was) && !sameValue(other, own)) {
      clashes.push({ field, mine: own, theirs: other });
    }
  }
  return { fields, clashes };
}

/** Whether two values of JSON say the same, in whichever order their keys stand. */
export function sameValue(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || !one || !other) return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...keys].every((key) => sameValue((one as Fields)[key], (other as Fields)[key]));
}
