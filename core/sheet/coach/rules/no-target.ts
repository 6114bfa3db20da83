import { clauses } from '../clauses.ts';
import type { Rule } from '../rule.ts';
import { targetsSet } from '../texts.ts';

/** A section sets itself a target. */
export const noTarget: Rule = {
  code: 'no-target',
  of: 'section',
  phase: null,
  clause: clauses['no-target'],
  check: (section) => (targetsSet(section) === 0 ? { field: 'target', params: {} } : null),
};
