import { plainText } from '../../core/sheet/cell-text.ts';
import type { Target } from '../../core/sheet/sheet.ts';

/** A field that was changed here and in the worksheet too, otherwise. */
export interface Clash {
  readonly no: number;
  readonly field: keyof Target;
  /** As the worksheet has it. */
  readonly theirs: Target[keyof Target];
}

export interface Current {
  readonly targets: readonly Target[];
  readonly clashes: readonly Clash[];
}

/**
 * Brings together what is being written (`mine`) and what the worksheet says by now (`now`), knowing
 * what it said before (`base`), field by field: what was changed in one place alone is taken from
 * there. What was changed in both stays as it is here and is a clash, to be asked about.
 */
export function keepCurrent(
  base: readonly Target[],
  mine: readonly Target[],
  now: readonly Target[],
): Current {
  const clashes: Clash[] = [];
  const numbers = new Set([...now, ...mine].map(({ no }) => no));
  const targets = [...numbers]
    .sort((one, other) => one - other)
    .map((no) => {
      const [was, own, is] = [base, mine, now].map((all) => all.find((each) => each.no === no));
      if (!own || !is) return (own ?? is) as Target;
      const fields = new Set([...Object.keys(own), ...Object.keys(is)] as (keyof Target)[]);
      const merged: Target = { ...own };
      for (const field of fields) {
        // A field without a column says nothing of what is here.
        if (field === 'no' || !(field in is)) continue;
        const changedThere = !same(was?.[field], is[field]);
        if (!changedThere || same(own[field], is[field])) continue;
        if (same(own[field], was?.[field])) Object.assign(merged, { [field]: is[field] });
        else clashes.push({ no, field, theirs: is[field] });
      }
      return merged;
    });
  return { targets, clashes };
}

/** Whether two values of a field read the same in a cell. */
export function same(one: unknown, other: unknown): boolean {
  const plain = (value: unknown) =>
    typeof value === 'string' ? plainText(value) : value === false ? null : (value ?? null);
  return JSON.stringify(plain(one)) === JSON.stringify(plain(other));
}
