import type { AdviceCode } from './advice.ts';

/** The clause each rule rests on; null for a matter of words. */
export const clauses: Readonly<Record<AdviceCode, string | null>> = {
  'no-target': '001 §5(2)',
  'many-targets': '001 §5(2)',
  'no-link': '001 §5(3)',
  'no-measure': '001 §5(2)',
  'not-citizen': '001 §5(2)',
  'no-result': '001 §5(4)',
  'result-repeats': '001 §5(4)',
  'no-countermeasure': '001 §5(4)',
  'stiff-word': null,
  typo: null,
  spelling: null,
};
