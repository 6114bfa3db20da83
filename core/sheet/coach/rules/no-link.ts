import { clauses } from '../clauses.ts';
import type { Rule } from '../rule.ts';
import { said } from '../texts.ts';

/** A target raises a standard, or rests on a philosophy item. */
export const noLink: Rule = {
  code: 'no-link',
  of: 'target',
  phase: 'start',
  clause: clauses['no-link'],
  check: ({ target, standard, philosophies }) =>
    said(target) === null || standard || philosophies?.length
      ? null
      : { field: 'philosophies', params: {} },
};
