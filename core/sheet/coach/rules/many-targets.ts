import { usualTargets } from '../../model/sheet.ts';
import { clauses } from '../clauses.ts';
import type { Rule } from '../rule.ts';
import { targetsSet } from '../texts.ts';

/** One to three or so. */
export const manyTargets: Rule = {
  code: 'many-targets',
  of: 'section',
  phase: null,
  clause: clauses['many-targets'],
  check: (section) => {
    const count = targetsSet(section);
    return count > usualTargets
      ? { field: 'target', params: { count, usual: usualTargets } }
      : null;
  },
};
