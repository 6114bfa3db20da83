import { clauses } from '../clauses.ts';
import { plainWords } from '../plain-words.ts';
import type { Rule } from '../rule.ts';

/** 役所言葉 that has a plainer word, each once a text. */
export const stiffWord: Rule = {
  code: 'stiff-word',
  of: 'text',
  phase: null,
  clause: clauses['stiff-word'],
  check: (text) =>
    plainWords
      .filter(([stem]) => text.includes(stem))
      .map(([stem, better, word = stem]) => ({ word, better })),
};
