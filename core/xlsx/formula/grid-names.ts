import type { GridName } from '../grid.ts';
import type { DefinedName } from './defined-names.ts';
import { readFormula } from './reference.ts';

/**
 * The names that point into a worksheet: one of several blocks once for each, one that has lost its
 * place (`#REF!`) in the worksheet that it belonged to, or in all where that is lost too. Names that
 * are computed are left out.
 */
export function namesOf(
  sheet: string,
  index: number,
  names: readonly Omit<DefinedName, 'node'>[],
): GridName[] {
  return names
    .filter(({ localSheet }) => localSheet === null || localSheet === index)
    .flatMap(({ name, formula }) => {
      const { references, words, reachesFurther } = readFormula(formula);
      if (reachesFurther || words.length > 0) return [];
      const lost = references.find(({ area }) => !area);
      if (lost) return isIn(lost.sheet ?? sheet, sheet) ? [{ name, area: null }] : [];
      return references
        .filter((reference) => reference.sheet !== null && isIn(reference.sheet, sheet))
        .map(({ area }) => ({ name, area }));
    });
}

/** Excel's names of worksheets differ by more than case. */
export const isIn = (one: string, other: string): boolean =>
  one.toLowerCase() === other.toLowerCase();
