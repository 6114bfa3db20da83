/** What the coach may remark on; the faces word it (`coach.<code>`). Never a reason to refuse anything. */
export const adviceCodes = [
  'no-target',
  'many-targets',
  'no-link',
  'no-measure',
  'not-citizen',
  'stiff-word',
  'no-result',
  'result-repeats',
  'no-countermeasure',
  'typo',
  'spelling',
] as const;
export type AdviceCode = (typeof adviceCodes)[number];

export const adviceFields = ['target', 'result', 'countermeasure', 'philosophies'] as const;
export type AdviceField = (typeof adviceFields)[number];

export interface Advice {
  readonly code: AdviceCode;
  readonly place: AdvicePlace;
  /** What the wording needs: `word` and `better`, `count` … */
  readonly params: Readonly<Record<string, string | number>>;
  /** The clause it rests on, `001 §5(2)`; null for a matter of spelling. */
  readonly clause: string | null;
}

export interface AdvicePlace {
  /** As written in the sheet. */
  readonly section: string;
  /** Null where it is about the section as a whole. */
  readonly no: number | null;
  readonly field: AdviceField;
}
