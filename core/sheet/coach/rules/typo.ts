import { clauses } from '../clauses.ts';
import type { Rule } from '../rule.ts';
import { typos } from '../spelling.ts';

/** A slip of the keyboard, each once a text. */
export const typo: Rule = {
  code: 'typo',
  of: 'text',
  phase: null,
  clause: clauses.typo,
  check: (text) =>
    typos.flatMap(([found, better]) => {
      const word = found.exec(text)?.[0];
      return word ? [{ word, better }] : [];
    }),
};
