/**
 * Every problem the core can answer with. The faces put a code into words
 * (`locales/*.json`, key `problem.<code>`); the core never does.
 */
export const problemCodes = [
  // reading a file
  'not-json',
  'too-large',
  'too-deep',
  'forbidden-key',
  'unknown-format',
  'newer-format',
  'other-format',
  'encrypted',
  'wrong-passphrase',
  // values in a file
  'missing',
  'wrong-type',
  'wrong-value',
  'too-long',
  'unknown-id',
  'duplicate-id',
  'ruby-differs',
  'checksum-differs',
  // acts on a review
  'review-completed',
  'review-open',
  'goal-limit',
  // a training course
  'nothing-chosen',
  // a workbook
  'not-xlsx',
  'other-workbook',
  'text-file',
  'damaged-workbook',
  'unsafe-workbook',
  'sheet-protected',
  'formula-cell',
  'covered-cell',
  'row-too-tall',
  'insert-formula',
  'insert-rule',
  'insert-table',
  'insert-drawing',
  'insert-comment',
  'insert-link',
  'insert-other',
  'not-as-written',
  // a sheet
  'no-table',
  'column-unclear',
  'section-unclear',
  'section-twice',
  'several-sheets',
  'sheet-not-found',
  'broken-name',
  'no-section',
  'no-column',
  'no-policy-slot',
  'cell-not-empty',
  'cell-shared',
  'row-hidden',
  'rows-short',
  'leftover',
  'character-dropped',
  'not-wrapped',
  'year-differs',
  'ward-differs',
] as const;

export type ProblemCode = (typeof problemCodes)[number];

/**
 * One thing that is wrong: what, where (a path such as `standards[3].text`, or
 * `line:column` for text that is no JSON; empty when it concerns the whole),
 * and the values the wording needs.
 */
export interface Problem {
  readonly code: ProblemCode;
  readonly path: string;
  readonly params?: Readonly<Record<string, string | number>>;
}

/** A value, or the problems that kept it from being made. */
export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly Problem[] };

export const success = <T>(value: T): Result<T> => ({ ok: true, value });

export const failure = (
  code: ProblemCode,
  path = '',
  params?: Problem['params'],
): Result<never> => ({
  ok: false,
  problems: [params ? { code, path, params } : { code, path }],
});
