import { clauses } from '../clauses.ts';
import type { Rule } from '../rule.ts';
import { said } from '../texts.ts';

/** What became of a target is told. */
export const noResult: Rule = {
  code: 'no-result',
  of: 'target',
  phase: 'end',
  clause: clauses['no-result'],
  check: ({ target, result }) =>
    said(target) !== null && said(result) === null ? { field: 'result', params: {} } : null,
};
