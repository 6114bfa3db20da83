import type { Target } from '../model/sheet.ts';
import { comparableText } from './clean-text.ts';

/**
 * Which target a form had is which that it has by now, by numbers: those that kept their text, in
 * their place or in another, and then those that kept their place. What is left over was removed, or added.
 */
export function pairTargets(
  before: readonly Target[],
  now: readonly Target[],
): ReadonlyMap<number, number> {
  const pairs = new Map<number, number>();
  const free = new Map(now.map((target) => [target.no, target]));
  const pair = (find: (one: Target) => Target | undefined) => {
    for (const one of before) {
      const other = pairs.has(one.no) ? undefined : find(one);
      if (!other) continue;
      pairs.set(one.no, other.no);
      free.delete(other.no);
    }
  };
  const saysSame = (one: Target, other: Target | undefined): boolean =>
    other !== undefined && textOf(one) !== null && textOf(one) === textOf(other);
  const inPlace = ({ no }: Target) => free.get(no);
  pair((one) => (saysSame(one, inPlace(one)) ? inPlace(one) : undefined));
  pair((one) => [...free.values()].find((other) => saysSame(one, other)));
  pair(inPlace);
  return pairs;
}

const textOf = ({ target }: Target): string | null => comparableText(target ?? '');
