import type { Sheet } from './sheet.ts';

/**
 * The start of a 年度 from last year's sheet: the ward and its sections in their order, nothing yet
 * set. The policies are the 区長's to set anew each year (001 §5(1)), so only their slots stay; the
 * targets are the chief's (001 §5(2)): last year's sheet lies beside, and is not copied.
 */
export function carryOver(last: Sheet, fiscalYear: number): Sheet {
  return {
    fiscalYear,
    ward: last.ward,
    policies: last.policies.map(() => null),
    sections: last.sections.map(({ division, section }) => ({ division, section, targets: [] })),
  };
}
