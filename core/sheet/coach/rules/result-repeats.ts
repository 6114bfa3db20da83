import { clauses } from '../clauses.ts';
import type { Rule } from '../rule.ts';
import { similarity } from '../similarity.ts';
import { said } from '../texts.ts';

/** From here on a result is its target once more. */
const repeats = 0.9;

/** A result says more than its target did. */
export const resultRepeats: Rule = {
  code: 'result-repeats',
  of: 'target',
  phase: 'end',
  clause: clauses['result-repeats'],
  check: ({ target, result }) => {
    const [set, told] = [said(target), said(result)];
    const share = set === null || told === null ? 0 : similarity(set, told);
    return share >= repeats
      ? { field: 'result', params: { percent: Math.floor(share * 100) } }
      : null;
  },
};
