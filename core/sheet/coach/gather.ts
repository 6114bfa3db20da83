import type { Advice } from './advice.ts';

/** A remark, with the numbers of all the targets that it is about. */
export interface Remark extends Advice {
  readonly nos: readonly number[];
}

/** Says once what is to be said of several targets: at the first of them. */
export function gather(advice: readonly Advice[]): Remark[] {
  const remarks = new Map<string, Advice & { nos: number[] }>();
  for (const one of advice) {
    const { code, params, place } = one;
    const key = JSON.stringify([code, place.section, place.field, place.no === null, params]);
    const nos = place.no === null ? [] : [place.no];
    const same = remarks.get(key);
    if (!same) remarks.set(key, { ...one, nos });
    // A word may be found twice in one target, in its several spellings.
    else same.nos.push(...nos.filter((no) => !same.nos.includes(no)));
  }
  return [...remarks.values()];
}
